/** Firefox knows no ports in match patterns, so none are asked for. */
export const permissionFor = (origin: string): { origins: string[] } => {
  const { protocol, hostname } = new URL(origin);
  return { origins: [`${protocol}//${hostname}/*`] };
};

/** The origin of an address that an extension may be let into; undefined for all others. */
export const originOf = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : undefined;
};
