import { BoardClient } from "@cadre-care/fhir";
import { runCommand } from "../../scripts/command-line/run-command.ts";
import { signInHere } from "./loopback-sign-in.ts";
import { PackError } from "./pack-error.ts";
import { PUBLISH_OPTIONS, readPublishOptions } from "./publish-options.ts";
import { publishProfile } from "./publish-profile.ts";
import { publishUsage } from "./usage.ts";

const publish = async (argv: readonly string[]): Promise<void> => {
  const { profile, board, port, replace } = readPublishOptions(argv);
  const accessToken = await signInHere({
    board,
    port,
    show: (address) =>
      console.log(
        `Mở địa chỉ này trong trình duyệt của máy này, đăng nhập bằng tài khoản CNTT / open this address in a browser of this machine, sign in with an IT account:\n${address}`,
      ),
  });
  const client = new BoardClient({
    base: `${board}/fhir`,
    fetch: globalThis.fetch,
    accessToken: async () => accessToken,
  });
  const published = await publishProfile(client, profile, replace);
  if (!published.ok) {
    const { vi, en } = published.problem.message;
    throw new PackError(vi, en);
  }
  const { before = "-" } = published.value;
  console.log(
    `Đã gửi / published: ${profile.id} ${profile.version}, cơ sở / site ${profile.site} (trước đó / before: ${before})`,
  );
  console.log(
    "Tiện ích chỉ dùng hồ sơ đã đóng gói: hãy đóng gói lại và phát hành / extensions use packed profiles alone: pack again and roll out.",
  );
};

await runCommand({ options: PUBLISH_OPTIONS, usage: publishUsage, run: publish });
