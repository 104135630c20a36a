import type { StatedIdentity } from "@cadre-care/domain";
import { expect, it } from "vitest";
import { reachableRung } from "./rungs.ts";

const birthDate = { year: 1950, month: 3, day: 15 };
const some = (kind: StatedIdentity["identifiers"][number]["kind"], value: string): StatedIdentity => ({
  identifiers: [{ kind, value }],
});

it.each<[string, StatedIdentity]>([
  [
    "cccd",
    {
      identifiers: [
        { kind: "his-code", value: "26000717" },
        { kind: "cccd", value: "003050000001" },
      ],
    },
  ],
  ["bhxh", some("bhyt", "GD4030300000001")],
  ["priority-card", some("priority-card", "UT-000001")],
  ["medical-book", some("medical-book", "YB-000001")],
  ["his-code", some("his-code", "26000717")],
  ["cmnd-birth-date", { ...some("cmnd", "003000001"), birthDate }],
  ["name-birth-date-sex", { identifiers: [], name: "Võ Đăng Khoa", birthDate, sex: "male" }],
  ["none", { identifiers: [], name: "Võ Đăng Khoa", birthDate: { year: 1950 }, sex: "male" }],
  ["none", some("cmnd", "003000001")],
])("%s is the strongest rung that a row reaches", (rung, identity) => {
  expect(reachableRung(identity)).toBe(rung);
});
