/** What of Trusted Types is used here; the types of the DOM lack it. What a policy makes is taken in a string's place. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

/** A page that lists its policies (`trusted-types`) has to name this one (docs/it.md). */
const POLICY = "cadre-care-worker";

let policy: ScriptPolicy | undefined;

/** One for the page: most pages allow no second policy of a name. @throws TypeError when the page does not name it. */
const trusted = (url: URL): string => {
  const { trustedTypes } = globalThis as typeof globalThis & { readonly trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: (address) => address });
  return policy?.createScriptURL(url.href) ?? url.href;
};

// Bundlers find a worker by `new SharedWorker(new URL(…, import.meta.url))` and `new Worker(…)` alone. With webpack these
// must be the browser's own; it has a setting of its own for Trusted Types (`output.trustedTypes`).
const plainly = (shared: boolean, name: string): SharedWorker | Worker =>
  shared
    ? new SharedWorker(new URL("./vault-worker.ts", import.meta.url), { type: "module", name })
    : new Worker(new URL("./vault-worker.ts", import.meta.url), { type: "module", name });

const throughPolicy = (shared: boolean, name: string): SharedWorker | Worker => {
  if (shared) {
    class SharedWorker extends globalThis.SharedWorker {
      constructor(url: URL, options: WorkerOptions) {
        super(trusted(url), options);
      }
    }
    return new SharedWorker(new URL("./vault-worker.ts", import.meta.url), { type: "module", name });
  }
  class Worker extends globalThis.Worker {
    constructor(url: URL, options: WorkerOptions) {
      super(trusted(url), options);
    }
  }
  return new Worker(new URL("./vault-worker.ts", import.meta.url), { type: "module", name });
};

/**
 * Starts this package's worker: a SharedWorker of that name, or one for this tab alone.
 * @throws TypeError when the page's policy lets no worker start
 * @throws DOMException when the script is of another origin
 */
export const startOwnWorker = (shared: boolean, name: string): SharedWorker | Worker => {
  try {
    return plainly(shared, name);
  } catch (cause) {
    // Only by trying it shows whether a page asks for Trusted Types.
    if (!(cause instanceof TypeError)) throw cause;
    return throughPolicy(shared, name);
  }
};
