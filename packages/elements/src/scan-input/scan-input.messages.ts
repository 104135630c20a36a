import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  label: "Quét hoặc nhập mã",
  hint: "Đặt con trỏ vào đây rồi quét CCCD, thẻ BHYT, thẻ ưu tiên hoặc sổ y bạ.",
  check: "Tra",
  empty: "Chưa có mã. Quét lại hoặc nhập số rồi bấm Tra.",
};

export type ScanTexts = typeof vi;

export const scanMessages = vietnameseFirst(vi, () => import("./scan-input.english.ts"), "scan");
