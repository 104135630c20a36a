import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { z } from "zod";
import { UsageError } from "../../../../../scripts/command-line/usage-error.ts";
import { CLIENT, discover, tokenRequest } from "../sign-in.ts";

const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});
export type LoopbackTokens = z.infer<typeof tokensSchema>;

export interface LoopbackSignIn {
  readonly board: string;
  readonly port: number;
  /** Tells the user which address to open in a browser of this machine. */
  readonly show: (address: string) => void;
  /** In milliseconds. */
  readonly patience?: number;
}

const PATIENCE_MS = 10 * 60_000;

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    const taken = (): void =>
      reject(
        new UsageError(
          `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác bằng --port.`,
          `Port ${port} is taken. Choose another with --port.`,
        ),
      );
    server.once("error", taken);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });

/** What a browser of this machine comes back with. Rejects when none does in time. */
const returned = (server: Server, address: string, patience: number): Promise<URLSearchParams> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("nobody came back")), patience);
    server.on("request", (request, response) => {
      const url = new URL(request.url ?? "/", address);
      const isAnswer = request.method === "GET" && url.pathname === new URL(address).pathname;
      response.writeHead(isAnswer ? 200 : 404, {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "no-store",
        connection: "close",
      });
      response.end(isAnswer ? "Có thể đóng trang này.\nYou can close this page.\n" : "");
      if (!isAnswer) return;
      clearTimeout(late);
      resolve(url.searchParams);
    });
  });

/** Signs somebody in, in a browser of this machine (RFC 8252, 7.3): authorization code with PKCE. @throws UsageError */
export const signInHere = async (options: LoopbackSignIn): Promise<LoopbackTokens> => {
  const { board, port, show, patience = PATIENCE_MS } = options;
  const redirectUri = `http://127.0.0.1:${port}/signed-in`;
  const server = await listening(port);
  try {
    const { authorization_endpoint, scopes_supported } = await discover(board);
    const [verifier, state] = [randomBytes(32).toString("base64url"), randomBytes(16).toString("base64url")];
    const address = new URL(authorization_endpoint);
    for (const [name, value] of Object.entries({
      client_id: CLIENT,
      response_type: "code",
      redirect_uri: redirectUri,
      scope: [...new Set(["openid", "profile", "offline_access", ...scopes_supported])].join(" "),
      state,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    }))
      address.searchParams.set(name, value);
    const back = returned(server, redirectUri, patience);
    show(address.href);
    const answer = await back;
    const code = answer.get("code");
    if (code === null || answer.get("state") !== state) throw new Error("no code");
    const grant = await tokenRequest(board, {
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    return tokensSchema.parse(await grant.json());
  } catch {
    throw new UsageError(
      `Chưa đăng nhập được. Trình duyệt phải ở trên máy này, và máy chủ phải biết địa chỉ trả về ${redirectUri}.`,
      `Nobody signed in. The browser must be on this machine, and the server must know the return address ${redirectUri}.`,
    );
  } finally {
    server.close();
  }
};
