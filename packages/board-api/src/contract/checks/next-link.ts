/** Whether a `link[next]` leads away from the FHIR base: the client follows none that does (packages/fhir, board-client). */
export const leadsAway = (link: string, base: string): boolean => {
  const root = new URL(`${base}/`);
  const target = new URL(link, root);
  return target.origin !== root.origin || !`${target.pathname}/`.startsWith(root.pathname);
};
