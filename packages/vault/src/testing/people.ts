import type { DirectoryEntry, StatedIdentity } from "@cadre-care/domain";

const GIVEN = ["An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Khánh", "Lan", "Minh", "Sơn", "Thủy", "Vinh"];
const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"];

const pick = <Value>(
  values: readonly [Value, ...Value[]] | readonly Value[],
  index: number,
  other: Value,
): Value => values[index % values.length] ?? other;

const padded = (value: number, length: number): string => String(value).padStart(length, "0");

/** A made-up person: CCCD of province 003, which does not exist (DOMAIN 10). The same number gives the same person. */
export const person = (number: number): DirectoryEntry => {
  const year = 1935 + (number % 60);
  const sex = number % 2 === 0 ? "male" : "female";
  const name = `${pick(FAMILY, number, "Nguyễn")} Văn ${pick(GIVEN, Math.floor(number / 10), "An")} ${padded(number, 6)}`;
  return {
    personId: `person-${number}`,
    name,
    birthDate: { year, month: (number % 12) + 1, day: (number % 28) + 1 },
    sex,
    identifiers: [
      { kind: "cccd", value: `003${sex === "male" ? 0 : 1}${padded(year % 100, 2)}${padded(number, 6)}` },
      { kind: "bhyt", value: `99${padded(number + 1, 8)}` },
      { kind: "cmnd", value: `98${padded(number + 1, 7)}` },
    ],
    tier: "tinh-uy",
    standing: number % 3 === 0 ? "former" : "serving",
    card: { number: `TUT-${padded(number, 6)}`, state: "valid", validTo: "2027-12-31" },
    medicalBook: { state: "valid", number: `SYB-${padded(number, 6)}` },
    homeClinic: { id: "clinic-a-01", name: "Phòng khám A – Bệnh viện Đa khoa tỉnh" },
    familyDoctor: "BS. Trần Thị Mẫu",
    exam: { round: "2026-2", dueFrom: "2026-07-01", dueTo: "2026-12-31" },
    alerts: [],
  };
};

/** What a HIS row says about that person. */
export const statedAs = (entry: DirectoryEntry): StatedIdentity => ({
  identifiers: entry.identifiers.filter((identifier) => identifier.kind !== "cmnd"),
  name: entry.name,
  birthDate: entry.birthDate,
  sex: entry.sex,
});
