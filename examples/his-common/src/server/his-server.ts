import { createServer } from "node:http";
import { type HospitalDay, hospitalDay, type Population } from "../people/population.ts";
import { readStatic, type StaticFile } from "./static-files.ts";

export interface HisOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** `strict`: the hardest Content-Security-Policy under which this HIS still works. */
  readonly csp: "strict" | "none";
  readonly population?: Population;
}

/** A demo hospital's web HIS, running. */
export interface RunningHis {
  /** Base address without a slash at its end. */
  readonly url: string;
  /** Today's people as the HIS serves them now. */
  day(): HospitalDay;
  /** Changes who comes today, without a restart: the next reload of a page shows it. */
  admit(population: Population): void;
  stop(): Promise<void>;
}

export interface HisSite {
  readonly seed: number;
  readonly contentSecurityPolicy: string;
  /** Address prefix to folder. */
  readonly folders: Readonly<Record<string, string>>;
  /** Where "/" leads. */
  readonly home: string;
  /** Whether addresses without a file are routes of the page at `home`. */
  readonly routes: boolean;
  /** Answers a data request, or undefined when the address is none. `null`: there is no such record. */
  answer(address: URL, day: HospitalDay): unknown;
  /** A page or script that this HIS makes itself, before any file is looked for; undefined when the address is none. */
  render?(address: URL, day: HospitalDay): Promise<RenderedFile | undefined>;
}

/** What `render` answers; its headers go over the server's own. */
export interface RenderedFile extends StaticFile {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Serves a demo HIS on 127.0.0.1.
 * @throws Error (code EADDRINUSE) when the port is taken.
 */
export const serveHis = async (site: HisSite, options: HisOptions): Promise<RunningHis> => {
  let day = hospitalDay(site.seed, options.population);
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? "/", "http://his.example");
    const headers: Record<string, string> = {
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
      ...(options.csp === "strict" ? { "content-security-policy": site.contentSecurityPolicy } : {}),
    };
    const send = (status: number, type: string, body: string | Buffer, own: RenderedFile["headers"] = {}) => {
      response.writeHead(status, { ...headers, ...own, "content-type": type });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      return send(405, "text/plain; charset=utf-8", "Phương thức không được hỗ trợ");
    }
    const data = site.answer(address, day);
    if (data === null) return send(404, "application/json; charset=utf-8", "null");
    if (data !== undefined) return send(200, "application/json; charset=utf-8", JSON.stringify(data));
    const rendered = await site.render?.(address, day);
    if (rendered !== undefined) return send(200, rendered.type, rendered.body, rendered.headers);
    if (address.pathname === "/" && !site.routes) {
      response.writeHead(302, { ...headers, location: site.home });
      return response.end();
    }
    const file =
      (await readStatic(site.folders, address.pathname)) ??
      (site.routes && !address.pathname.includes(".")
        ? await readStatic(site.folders, site.home)
        : undefined);
    if (file === undefined) return send(404, "text/plain; charset=utf-8", "Không tìm thấy trang");
    return send(200, file.type, file.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    day: () => day,
    admit: (population) => {
      day = hospitalDay(site.seed, population);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
