import { type HospitalDay, hospitalDay, type RunningHis, serveHis } from "@cadre-care/example-his-common";
import type { Reception } from "../../web/reception.d.ts";
import { answer, receptionsOf } from "./data-service.ts";

/** Draws the people of this hospital. */
const SEED = 9;

/** Today's patients as the portals list them, in ticket order; so many of them. */
export const today = (rows?: number): Reception[] => receptionsOf(hospitalDay(SEED), rows);

/** What must be said of each of today's patients, in the same order. */
export const truthOfToday = (): HospitalDay["expected"] => hospitalDay(SEED).expected;

export interface PortalOptions {
  /** What was built. */
  readonly folder: string;
  /** The board that the page may talk to. */
  readonly board: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How many patients there are today. Left out: as many as a small clinic has on its screen. */
  readonly rows?: number;
}

/**
 * Serves a built portal and the hospital's own data, under the policy that docs/it.md asks for and no weaker one.
 * @throws Error (code EADDRINUSE) when the port is taken.
 */
export const servePortal = ({ folder, board, port, rows }: PortalOptions): Promise<RunningHis> =>
  serveHis(
    {
      seed: SEED,
      contentSecurityPolicy:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
        `worker-src 'self'; connect-src 'self' ${board}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      folders: { "/": folder },
      home: "/index.html",
      routes: false,
      answer: (address, day) => answer(address, day, rows),
    },
    { port, csp: "strict" },
  );
