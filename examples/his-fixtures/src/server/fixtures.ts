import type { LocalizedText } from "@cadre-care/domain";

export interface Fixture {
  /** Folder below `fixtures/`, and address prefix. */
  readonly id: string;
  readonly title: LocalizedText;
  readonly contentSecurityPolicy?: string;
  /** Addresses without a file are routes of `index.html`. */
  readonly routes?: boolean;
}

/** The example pages of DOMAIN 7.7, each in a folder of its own. */
export const FIXTURES: readonly Fixture[] = [
  {
    id: "f10-recycling-grid",
    title: { vi: "F10: lưới AngularJS dùng lại dòng", en: "F10: an AngularJS grid that recycles rows" },
  },
  {
    id: "f16-plain-table",
    title: { vi: "F16: bảng HTML 10.000 dòng", en: "F16: a plain table of 10,000 rows" },
  },
  {
    id: "f11-modal-dialog",
    title: { vi: "F11: bệnh nhân trong hộp thoại <dialog>", en: "F11: a patient in a modal dialog" },
  },
  {
    id: "f13-uuid-links",
    title: { vi: "F13: hàng chỉ có liên kết chứa uuid", en: "F13: rows with nothing but a uuid link" },
  },
  {
    id: "f12-two-frames",
    title: { vi: "F12: danh sách và bệnh nhân ở hai khung", en: "F12: list and patient in two frames" },
  },
  {
    id: "f15-web-components",
    title: {
      vi: "F15: web component, shadow root mở và đóng",
      en: "F15: web components, open and closed shadow roots",
    },
  },
  {
    id: "f2-webforms",
    title: { vi: "F2: WebForms, thẻ BHYT chia sáu ô", en: "F2: WebForms, a card in six inputs" },
  },
  {
    id: "f3-split-names",
    title: { vi: "F3: jqGrid, họ lót và tên hai cột", en: "F3: jqGrid, names in two columns" },
  },
  {
    id: "f4-datatables",
    title: { vi: "F4: DataTables", en: "F4: DataTables" },
  },
  {
    id: "f7-hostile-styles",
    title: {
      vi: "F7: CSS toàn cục và hộp thoại z-index 99999",
      en: "F7: global CSS resets and dialogs at z-index 99999",
    },
  },
  {
    id: "f14-micro-front-ends",
    title: {
      vi: "F14: micro front end Vue và AngularJS, CSP",
      en: "F14: micro front ends in Vue and AngularJS, CSP",
    },
    contentSecurityPolicy:
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    routes: true,
  },
];
