/** Firefox knows no ports in match patterns, so none is named; who must tell two ports apart compares origins again. */
export const matchPattern = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};
