import { readFileSync } from "node:fs";
import { PackError } from "./pack-error.ts";

/** @throws PackError naming the file */
export const readJson = (file: string): unknown => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new PackError(
        `Không có tệp ${file}: hãy xem lại đường dẫn.`,
        `There is no file ${file}: check the path.`,
      );
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError(`Không đọc được tệp ${file}: ${reason}`, `Cannot read ${file}: ${reason}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new PackError(
      `Tệp ${file} không phải JSON hợp lệ: có thể bị cắt hoặc sửa nhầm. Hãy lấy lại tệp từ nơi đã tạo ra nó.`,
      `The file ${file} is not valid JSON: it may be cut off, or edited by mistake. Get it again from where it was made.`,
    );
  }
};
