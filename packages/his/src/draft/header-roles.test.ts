import { describe, expect, it } from "vitest";
import { headerMeaning } from "./header-roles.ts";

const first = (text: string) => headerMeaning(text).roles[0];

describe("what a header announces", () => {
  it.each([
    ["Mã BN", "his-code", 1],
    ["MÃ BỆNH NHÂN", "his-code", 1],
    ["Ma y te", "his-code", 1],
    ["Họ và tên", "name", 1],
    ["Họ tên bệnh nhân", "name", 0.85],
    ["HOTEN", "name", 1],
    ["Họ lót", "family-name", 1],
    ["Họ và tên lót", "family-name", 1],
    ["Ngày sinh (dd/MM/yyyy) *", "birth-date", 1],
    ["Năm sinh", "birth-date", 0.92],
    ["Giới", "sex", 1],
    ["Số thẻ BHYT", "bhyt", 1],
    ["Mã thẻ", "bhyt", 1],
    ["Số thẻ ưu tiên", "priority-card", 1],
    ["Sổ y bạ", "medical-book", 1],
    ["CCCD/CMND", "cccd", 0.85],
    ["Số CMND", "cmnd", 1],
    ["Date of birth:", "birth-date", 1],
    ["Ưu tiên", "emergency", 1],
    ["Cấp cứu", "emergency", 1],
  ])("%s: %s", (text, role, weight) => {
    expect(first(text)).toEqual({ role, weight });
    expect(first(text.normalize("NFD"))).toEqual({ role, weight });
  });

  it.each([
    "Ngày khám",
    "Ngày hẹn",
    "Ngày cấp CCCD",
    "Tên phòng",
    "Họ tên bác sĩ",
    "Họ tên người nhà",
    "CCCD người liên hệ",
    "Năm sinh của mẹ",
    "Địa chỉ",
    "SĐT",
    "Hạn thẻ BHYT",
    "Mã hồ sơ",
    "Tuổi",
    "STT",
    "Doctor's name",
  ])("%s speaks of something else", (text) => {
    expect(headerMeaning(text)).toEqual({ roles: [], other: true });
  });

  it("says nothing where nothing is known", () => {
    for (const text of ["", " * ", "Đối tượng", "Ghi chú", "Tên bệnh", "Mã bệnh", "ID"])
      expect(headerMeaning(text)).toEqual({ roles: [], other: false });
  });

  it("keeps both readings of a header that may mean either", () => {
    expect(headerMeaning("Tên").roles.map(({ role }) => role)).toEqual(["name", "given-name"]);
    expect(headerMeaning("CCCD/BHYT").roles.map(({ role }) => role)).toEqual(["cccd", "bhyt"]);
  });
});
