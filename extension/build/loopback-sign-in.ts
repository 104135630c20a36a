import { createServer, type Server } from "node:http";
import { signIn } from "@cadre-care/vault/sign-in";
import { CLIENT_ID } from "./client-id.ts";
import { PackError } from "./pack-error.ts";

/** Where sign-in comes back to: this very machine (RFC 8252, 7.3), at an address that the board must know. */
export const returnAddress = (port: number): string => `http://127.0.0.1:${port}/signed-in`;

const PATIENCE_MINUTES = 10;

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    const taken = (): void =>
      reject(
        new PackError(
          `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác bằng --port.`,
          `Port ${port} is taken. Choose another with --port.`,
        ),
      );
    server.once("error", taken);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });

/**
 * The address with which a browser of this machine comes back from `page`. Rejects when none does in time. Another sign-in's
 * answer, such as a tab that is loaded again, is none of this one's.
 */
const returned = (server: Server, page: string, address: string, patience: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("nobody came back")), patience);
    server.on("request", (request, response) => {
      const url = new URL(request.url ?? "/", address);
      const isAnswer =
        request.method === "GET" &&
        url.pathname === new URL(address).pathname &&
        url.searchParams.get("state") === new URL(page).searchParams.get("state");
      response.writeHead(isAnswer ? 200 : 404, {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "no-store",
        connection: "close",
      });
      response.end(
        isAnswer
          ? "Hãy xem kết quả ở cửa sổ lệnh; có thể đóng trang này.\nThe command says how it went; you can close this page.\n"
          : "",
      );
      if (!isAnswer) return;
      clearTimeout(late);
      resolve(url.href);
    });
  });

export interface LoopbackSignIn {
  readonly board: string;
  readonly port: number;
  /** Tells the user which address to open in a browser of this machine. */
  readonly show: (address: string) => void;
  /** In milliseconds. */
  readonly patience?: number;
}

/** Signs somebody in at the board, in a browser of this machine. @returns an access token @throws PackError */
export const signInHere = async (options: LoopbackSignIn): Promise<string> => {
  const { board, port, show, patience = PATIENCE_MINUTES * 60_000 } = options;
  const address = returnAddress(port);
  const server = await listening(port);
  try {
    const signedIn = await signIn({
      board,
      clientId: CLIENT_ID,
      fetch: globalThis.fetch,
      now: Date.now,
      redirectUri: address,
      authorise: (page) => {
        const back = returned(server, page, address, patience);
        show(page);
        return back;
      },
    });
    if (signedIn.ok) return signedIn.value.tokens.accessToken;
    const { code, message } = signedIn.problem;
    if (code !== "sign-in-cancelled") throw new PackError(message.vi, message.en);
    throw new PackError(
      `Chưa đăng nhập được. Trình duyệt phải ở trên máy này, và máy chủ phải biết địa chỉ trả về ${address} (--redirect-uri).`,
      `Nobody signed in. The browser must be on this machine, and the board must know the return address ${address} (--redirect-uri).`,
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
};
