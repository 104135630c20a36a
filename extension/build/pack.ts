import { readFileSync } from "node:fs";
import { runCommand } from "../../scripts/command-line/run-command.ts";
import { type Packed, packSetup, packSite } from "./pack-site.ts";
import { asksForSetup, readSetupOptions } from "./setup-options.ts";
import { PACK_OPTIONS, type PackOptions, readPackOptions } from "./site-options.ts";
import { packUsage } from "./usage.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const progress = (browser: string): void => console.log(`Đang đóng gói / packing: ${browser}`);

/** Without its key a later build is another extension, which cannot open what this one kept. */
const keyLine = ({ file, made }: Packed["key"]): string =>
  made
    ? `Khóa tiện ích MỚI, giữ kỹ, lần sau đóng gói với / a NEW extension key, keep it, pack the next time with: --key ${file}`
    : `Khóa tiện ích lấy từ / extension key taken from: ${file}`;

/** Until 2026-11-27 the Firefox id followed from the profiles' codes; to a machine that has such a build another id is another extension. */
const formerId = (profiles: PackOptions["profiles"]): string => {
  const id = `${profiles.map((profile) => profile.id).join(".")}@cadre-care.example`;
  return `Nếu Firefox đang cài bản có mã / if Firefox has a build whose id is ${id}: đóng gói với / pack with --gecko-id ${id}`;
};

const report = (packed: Packed): void => {
  for (const browser of ["chromium", "firefox"] as const)
    console.log(`${browser}: ${packed.folders[browser]}  ${packed.zips[browser]}`);
  console.log(`Chromium id: ${packed.chromiumId}\nFirefox id: ${packed.geckoId}\n${keyLine(packed.key)}`);
};

const site = async (argv: readonly string[]): Promise<void> => {
  const options = await readPackOptions(argv, version);
  const packed = await packSite(options, progress);
  report(packed);
  if (options.geckoId === undefined) console.log(formerId(options.profiles));
  const indented = (lines: readonly string[]): string => lines.map((line) => `     ${line}`).join("\n");
  console.log(
    `Xong. Việc tiếp theo / done; what comes next:
  1. Đối chiếu khóa của đơn vị quản lý / compare the managing unit's keys:
${indented(options.boardKeys.map(({ kid }) => kid))}
  2. Khai báo địa chỉ trả về của đăng nhập ở máy chủ / tell the server these sign-in return addresses (--redirect-uri):
${indented(packed.redirectUris)}
  3. Cài thử trên một máy / try it on one machine: docs/ho-so-trang.md, docs/site-profile-guide.md`,
  );
};

await runCommand({
  options: PACK_OPTIONS,
  usage: packUsage,
  run: async (argv) => {
    if (asksForSetup(argv)) report(await packSetup(readSetupOptions(argv, version), progress));
    else await site(argv);
  },
});
