import { BoardClient } from "@cadre-care/fhir";
import { signInHere } from "./loopback-sign-in.ts";
import { PackError } from "./pack-error.ts";
import { readPublishOptions } from "./publish-options.ts";
import { publishProfile } from "./publish-profile.ts";

try {
  const { profile, board, port, replace } = readPublishOptions(process.argv.slice(2));
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
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
