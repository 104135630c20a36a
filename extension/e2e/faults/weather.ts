import { type RandomStream, randomStream } from "@cadre-care/domain/synthetic";
import type { Fault, FaultProxy } from "../harness/fault-proxy.ts";

/** What may happen to a request to the board, and to how many of a thousand. */
const WEATHER: readonly { readonly perThousand: number; readonly fault: (random: RandomStream) => Fault }[] =
  [
    { perThousand: 40, fault: () => ({ kind: "answer-lost" }) },
    { perThousand: 30, fault: () => ({ kind: "down" }) },
    { perThousand: 20, fault: () => ({ kind: "status", status: 429, retryAfterSeconds: 1 }) },
    { perThousand: 20, fault: () => ({ kind: "status", status: 503 }) },
    { perThousand: 20, fault: () => ({ kind: "truncated" }) },
    { perThousand: 20, fault: () => ({ kind: "not-fhir" }) },
    { perThousand: 60, fault: (random) => ({ kind: "delayed", milliseconds: 50 + random.below(400) }) },
  ];

/** Bad weather for everything that goes to the board's FHIR service, until the proxy is healed. */
export const badWeather = (proxy: FaultProxy, seed: number): void => {
  const random = randomStream(seed, 7);
  for (const { perThousand, fault } of WEATHER)
    proxy.inject(
      // A fault of its own for each request would need a rule of its own; the stream makes them differ between runs.
      fault(random),
      { when: ({ path }) => path.startsWith("/fhir") && random.below(1_000) < perThousand },
    );
};
