import { catalogue } from "@cadre-care/elements";

/** Texts of the banner's scan mode. */
export const scanModeMessages = catalogue(
  {
    scan: "Quét",
    scanHow: "Quét giấy tờ ngay tại đây",
    label: "Chăm sóc cán bộ: quét giấy tờ",
    leave: "Thôi quét",
    leaveHow: "Thôi quét, về người bệnh trên trang (Esc)",
  },
  {
    scan: "Scan",
    scanHow: "Scan a paper right here",
    label: "Cadre care: scan a paper",
    leave: "Stop",
    leaveHow: "Stop scanning, back to the patient on the page (Esc)",
  },
);
