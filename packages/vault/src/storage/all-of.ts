/**
 * Several requests of one transaction at once. One that throws instead of rejecting (a full disk may do either) leaves no
 * other behind whose own rejection nobody hears.
 */
export const allOf = (requests: readonly (() => Promise<unknown> | undefined)[]): Promise<unknown> =>
  Promise.all(requests.map(async (request) => request()));

/** A request whose end is told by its transaction's. */
export const unheard = (request: Promise<unknown>): void => {
  request.catch(() => undefined);
};
