import { hospitalDay, type RunningHis, serveHis } from "@cadre-care/example-his-common";
import type { Reception } from "../../web/reception.d.ts";
import { answer, receptionsOf } from "./data-service.ts";

/** Draws the people of this hospital. */
const SEED = 9;

/** Today's patients as the portals list them, in ticket order. */
export const today = (): Reception[] => receptionsOf(hospitalDay(SEED));

export interface PortalOptions {
  /** What was built. */
  readonly folder: string;
  /** The board that the page may talk to. */
  readonly board: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/**
 * Serves a built portal and the hospital's own data, under the policy that docs/it.md asks for and no weaker one.
 * @throws Error (code EADDRINUSE) when the port is taken.
 */
export const servePortal = ({ folder, board, port }: PortalOptions): Promise<RunningHis> =>
  serveHis(
    {
      seed: SEED,
      contentSecurityPolicy:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
        `worker-src 'self'; connect-src 'self' ${board}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      folders: { "/": folder },
      home: "/index.html",
      routes: false,
      answer,
    },
    { port, csp: "strict" },
  );
