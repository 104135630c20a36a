import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** A file server as any other: the site needs nothing of it. `base`: the folder under which it appears, such as `/care/docs`. */
export const siteServer = (folder: string, base = ""): Server =>
  createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://docs").pathname);
    const wanted = path.startsWith(`${base}/`) ? normalize(path.slice(base.length)) : "/nothing";
    const file = join(folder, wanted.endsWith("/") ? `${wanted}index.html` : wanted);
    try {
      const content = await readFile(file);
      response
        .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
        .end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("404");
    }
  });
