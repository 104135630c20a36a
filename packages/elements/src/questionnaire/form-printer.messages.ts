import { catalogue } from "../language/catalogue.ts";

/** Always here in both languages: it is said where something could not be fetched. */
export const printerMessages = catalogue(
  { unprinted: "Chưa in được. Tải lại trang rồi in lại.", unshown: "Tải lại trang rồi mở lại." },
  {
    unprinted: "Not printed. Reload the page and print again.",
    unshown: "Reload the page and open it again.",
  },
  "printer",
);
