import { createServer } from "node:http";
import { listening } from "./listening.ts";

const CSP = "default-src 'self'; require-trusted-types-for 'script'";

const his =
  "<!doctype html><html lang=vi><title>HIS</title><h1>Tiếp nhận</h1><form action=/next><input name=reason></form>";

const login =
  "<!doctype html><html lang=vi><title>Đăng nhập</title><form method=post><input name=login><input name=password type=password>" +
  "<button type=submit>Đăng nhập</button></form>";

/** A page under a strict policy and a sign-in page, for the tests of the harness itself. */
export const startDemoPages = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? "/", "http://127.0.0.1");
    if (address.pathname !== "/login") {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": CSP,
        "cache-control": "no-store",
      });
      return response.end(his);
    }
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      return response.end(login);
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const back = new URL(address.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", `${form.get("login")}:${form.get("password")}`);
      response.writeHead(303, { location: back.href });
      response.end();
    });
  });
  return listening(server);
};
