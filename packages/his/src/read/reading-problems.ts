import type { LocalizedText, Problem } from "@cadre-care/domain/page";
import type { PlacedFault, ReadingFault } from "./reading-faults.ts";

const MESSAGES: Readonly<Record<ReadingFault, LocalizedText>> = {
  "selector-broken": {
    vi: "bộ chọn CSS viết sai, trình duyệt không hiểu",
    en: "the CSS selector is malformed; the browser does not understand it",
  },
  "element-count-off": {
    vi: "số phần tử tìm thấy khác với số đã khai",
    en: "another number of elements was found than stated",
  },
  "texts-differ": {
    vi: "các phần tử tìm thấy không cùng một nội dung",
    en: "the elements found do not say the same",
  },
  "header-missing": { vi: "không có cột mang tiêu đề này", en: "no column has this header" },
  "header-ambiguous": {
    vi: "nhiều cột cùng tiêu đề, hoặc tiêu đề nhiều tầng",
    en: "several columns share this header, or headers have several levels",
  },
  "cells-off": {
    vi: "số ô hoặc vị trí ô của hàng không khớp với các cột",
    en: "the cells of a row do not line up with the columns",
  },
  "rows-off": {
    vi: "số hàng nằm ngoài khoảng đã khai, hoặc hàng lồng nhau",
    en: "the number of rows is outside the stated range, or rows are nested",
  },
  "text-too-long": {
    vi: "nội dung quá dài, bộ chọn có lẽ quá rộng",
    en: "the text is too long; the selector may be too wide",
  },
  "not-a-control": {
    vi: "phần tử không phải ô nhập đọc được",
    en: "the element is no readable form control",
  },
  "pattern-off": {
    vi: "nội dung không khớp đúng một lần với mẫu đã khai",
    en: "the text does not match the stated pattern exactly once",
  },
  "identifier-form-off": {
    vi: "nội dung không có dạng của loại số này",
    en: "the text does not have the form of such a number",
  },
  "half-empty": { vi: "chỉ có một phần của giá trị", en: "only a part of the value is there" },
  "name-form-off": {
    vi: "họ tên không viết theo dạng đã khai",
    en: "the name is not written in the stated form",
  },
  "name-order-unclear": {
    vi: "không chắc chữ nào là họ nên không đọc họ tên",
    en: "which word is the family name is not certain, so the name is not read",
  },
  "date-format-unknown": {
    vi: "ngày sinh không theo định dạng nào đã khai",
    en: "the birth date is in none of the stated formats",
  },
  "sex-code-unknown": {
    vi: "mã giới tính chưa khai trong hồ sơ trang",
    en: "the code for sex is not in the profile",
  },
  "field-empty": {
    vi: "mục này trống ở mọi hàng đang thấy",
    en: "this field is empty in every row on screen",
  },
  "place-off": {
    vi: "không tìm được chỗ đặt dấu hoặc băng thông tin",
    en: "the place for the strip or the banner was not found",
  },
  "page-not-recognised": {
    vi: "địa chỉ đúng nhưng nội dung trang không như đã khai; phần mềm bệnh viện có thể vừa được cập nhật",
    en: "the address fits but the page does not; the hospital's software may have been updated",
  },
  "gave-up": {
    vi: "trang thay đổi liên tục nên tạm ngừng đánh dấu",
    en: "the page keeps changing, so marking has paused",
  },
};

/** What a fault is, without where it stands. */
export const faultText = (fault: ReadingFault): LocalizedText => MESSAGES[fault];

/** A fault at a place of the profile, as a problem for IT. Holds nothing that the page says. */
export const readingProblem = (page: string, { code, place }: PlacedFault): Problem => {
  const at = place === "" ? page : `${page} › ${place}`;
  return {
    code,
    message: {
      vi: `Trang «${at}»: ${MESSAGES[code].vi}. Hãy báo bộ phận CNTT kiểm tra hồ sơ trang.`,
      en: `Page “${at}”: ${MESSAGES[code].en}. Ask IT to check the site profile.`,
    },
  };
};
