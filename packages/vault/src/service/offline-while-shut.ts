import type { VaultOptions } from "./vault.ts";

/**
 * While a machine is kept shut, there is no network for its vault: it may have been given the build of another hospital,
 * and nothing of this one belongs there.
 */
export const offlineWhileShut = (options: VaultOptions): VaultOptions => {
  const shut = (): boolean => options.limits?.().shut !== undefined;
  return {
    ...options,
    online: () => !shut() && options.online(),
    fetch: async (...request) => {
      if (shut()) throw new TypeError("This machine is kept shut.");
      return options.fetch(...request);
    },
  };
};
