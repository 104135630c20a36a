import { readFileSync } from "node:fs";
import { PackError } from "./pack-error.ts";
import { type Packed, packSetup, packSite } from "./pack-site.ts";
import { asksForSetup, readSetupOptions } from "./setup-options.ts";
import { readPackOptions } from "./site-options.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const progress = (browser: string): void => console.log(`Đang đóng gói / packing: ${browser}`);

const report = (packed: Packed): void => {
  for (const browser of ["chromium", "firefox"] as const)
    console.log(`${browser}: ${packed.folders[browser]}  ${packed.zips[browser]}`);
  console.log(`Chromium id: ${packed.chromiumId}\nFirefox id: ${packed.geckoId}`);
};

const site = async (argv: readonly string[]): Promise<void> => {
  const options = await readPackOptions(argv, version);
  const packed = await packSite(options, progress);
  report(packed);
  const named = options.boardKeys.map(({ kid }) => kid).join("\n  ");
  console.log(`Khóa của đơn vị quản lý, hãy đối chiếu / the board's keys, compare them:\n  ${named}`);
  console.log(
    `Địa chỉ trả về của đăng nhập / sign-in return addresses:\n  ${packed.redirectUris.join("\n  ")}`,
  );
};

try {
  const argv = process.argv.slice(2);
  if (asksForSetup(argv)) report(await packSetup(readSetupOptions(argv, version), progress));
  else await site(argv);
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
