import { PackError } from "./pack-error.ts";

/** A board's address as it was given, without a slash at its end. @throws PackError */
export const boardAddress = (given: string): string => {
  if (!URL.canParse(given))
    throw new PackError(`Địa chỉ máy chủ không hợp lệ: ${given}`, `Not an address: ${given}`);
  const url = new URL(given);
  const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback))
    throw new PackError(
      "Máy chủ của đơn vị quản lý phải dùng https.",
      "The board's address must be https (http is for this machine only).",
    );
  return url.href.replace(/\/$/, "");
};
