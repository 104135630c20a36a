import { readFileSync } from "node:fs";
import { PackError } from "./pack-error.ts";
import { packSite } from "./pack-site.ts";
import { readPackOptions } from "./site-options.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

try {
  const options = await readPackOptions(process.argv.slice(2), version);
  const packed = await packSite(options, (browser) => console.log(`Đang đóng gói / packing: ${browser}`));
  for (const browser of ["chromium", "firefox"] as const)
    console.log(`${browser}: ${packed.folders[browser]}  ${packed.zips[browser]}`);
  const named = options.boardKeys.map(({ kid }) => kid).join("\n  ");
  console.log(`Khóa của đơn vị quản lý, hãy đối chiếu / the board's keys, compare them:\n  ${named}`);
  console.log(`Chromium id: ${packed.chromiumId}\nFirefox id: ${packed.geckoId}`);
  console.log(
    `Địa chỉ trả về của đăng nhập / sign-in return addresses:\n  ${packed.redirectUris.join("\n  ")}`,
  );
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
