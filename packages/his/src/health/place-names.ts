import type { IdentifierKind, LocalizedText } from "@cadre-care/domain/page";
import type { ProfilePage } from "../profile/page-schema.ts";

const IDENTIFIERS: Readonly<Record<IdentifierKind, LocalizedText>> = {
  cccd: { vi: "Số CCCD", en: "Citizen ID" },
  cmnd: { vi: "Số CMND", en: "Old identity card number" },
  bhyt: { vi: "Số thẻ BHYT", en: "Health insurance card" },
  "priority-card": { vi: "Số thẻ ưu tiên", en: "Priority card number" },
  "medical-book": { vi: "Số sổ khám", en: "Medical book number" },
  "his-code": { vi: "Mã bệnh nhân", en: "The HIS's patient code" },
};

const PLACES: Readonly<Record<string, LocalizedText>> = {
  "fields.name": { vi: "Họ tên", en: "Name" },
  "fields.birthDate": { vi: "Ngày sinh", en: "Birth date" },
  "fields.sex": { vi: "Giới tính", en: "Sex" },
  columns: { vi: "Các cột", en: "Columns" },
  rows: { vi: "Các dòng", en: "Rows" },
  gutter: { vi: "Chỗ đặt dấu", en: "Place of the marks" },
  root: { vi: "Vùng nội dung", en: "Content area" },
  scroller: { vi: "Vùng cuộn", en: "Scrolling area" },
  "banner.anchor": { vi: "Chỗ đặt băng thông tin", en: "Place of the banner" },
  recognise: { vi: "Dấu hiệu nhận biết trang", en: "Signs of the page" },
  emergency: { vi: "Dấu hiệu cấp cứu", en: "Emergency signal" },
};

/** What a place of a profile's page is called, for IT; the place itself where it has no name. */
export const placeName = (page: ProfilePage, place: string): LocalizedText => {
  const index = /^fields\.identifiers\[(\d+)\]$/u.exec(place)?.[1];
  const kind = index === undefined ? undefined : page.fields.identifiers[Number(index)]?.kind;
  if (kind !== undefined) return IDENTIFIERS[kind];
  return PLACES[place.replace(/\[\d+\]$/u, "")] ?? { vi: place, en: place };
};
