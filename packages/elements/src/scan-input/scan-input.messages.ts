import { catalogue } from "../language/catalogue.ts";

export const scanMessages = catalogue(
  {
    label: "Quét hoặc nhập mã",
    hint: "Đặt con trỏ vào đây rồi quét CCCD, thẻ BHYT, thẻ ưu tiên hoặc sổ y bạ.",
    check: "Tra",
    empty: "Chưa có mã. Quét lại hoặc nhập số rồi bấm Tra.",
  },
  {
    label: "Scan or type a code",
    hint: "Put the cursor here, then scan the citizen ID, insurance card, priority card or medical book.",
    check: "Look up",
    empty: "There is no code. Scan again, or type the number and press Look up.",
  },
);
