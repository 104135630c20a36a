import { connectVault } from "../portal/connect-vault.ts";
import { testBoardKeys } from "./board-signature.ts";

/** A portal's page in a frame: tells its parent whether the vault opened, in the frame's own name. */
const [shared, databaseName = ""] = window.name.split(" ");
if (shared === "dedicated") Reflect.deleteProperty(globalThis, "SharedWorker");

const plain = (): boolean => {
  try {
    new Worker("data:text/javascript,").terminate();
    return true;
  } catch {
    return false;
  }
};
const connect = async () => {
  const service = connectVault({
    board: "https://board.example",
    boardKeys: await testBoardKeys(),
    redirectUri: "https://portal.example/back",
    site: "bv-tinh",
    databaseName,
  });
  const ready = await service.ready;
  service.close();
  return ready;
};
const plainly = plain();
const first = await connect();
const second = await connect();
parent.postMessage({ databaseName, plainly, first, second });
