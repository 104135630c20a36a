import type { DirectoryEntry } from "../directory/directory-entry.ts";
import { type SyntheticSettings, syntheticEntry } from "./person.ts";
import { randomStream } from "./random.ts";

export interface ProvinceOptions extends Partial<SyntheticSettings> {
  readonly people: number;
  readonly seed: number;
  /** yyyy-MM-dd that "due", "overdue" and "expired" are reckoned from. */
  readonly referenceDate: string;
}

export const SYNTHETIC_SETTINGS: SyntheticSettings = {
  tiers: [
    { code: "nhom-1", weight: 3 },
    { code: "nhom-2", weight: 12 },
    { code: "nhom-3", weight: 35 },
    { code: "nhom-4", weight: 50 },
  ],
  clinics: [
    { id: "bv-tinh", name: "Khoa Khám bệnh và Quản lý sức khỏe cán bộ, Bệnh viện đa khoa tỉnh (mẫu)" },
    { id: "bv-khu-vuc", name: "Phòng khám Quản lý sức khỏe cán bộ, Bệnh viện đa khoa khu vực (mẫu)" },
  ],
  doctors: [
    "BS. Trần Thị Minh Hà (mẫu)",
    "BS. Lê Quốc Khánh (mẫu)",
    "BS. Phạm Thu Trang (mẫu)",
    "BS. Nguyễn Đình Vinh (mẫu)",
  ],
  alerts: ["xe-lan", "nghe-kem", "nguoi-nha-di-cung"],
};

/**
 * The managed people of a synthetic province. Person `i` depends on seed and `i` alone, so that 1,500 people are the
 * first 1,500 of 9,000. About one in forty shares the name of the person before, a third of these the birth year too.
 * @throws RangeError outside 0 to 1,000,000 people (serials have six digits)
 */
export const generateProvince = (options: ProvinceOptions): readonly DirectoryEntry[] => {
  const { people, seed, referenceDate } = options;
  if (!Number.isInteger(people) || people < 0 || people > 1_000_000)
    throw new RangeError("people: 0 to 1000000");
  const settings: SyntheticSettings = {
    tiers: options.tiers ?? SYNTHETIC_SETTINGS.tiers,
    clinics: options.clinics ?? SYNTHETIC_SETTINGS.clinics,
    doctors: options.doctors ?? SYNTHETIC_SETTINGS.doctors,
    alerts: options.alerts ?? SYNTHETIC_SETTINGS.alerts,
  };
  const entries: DirectoryEntry[] = [];
  for (let index = 0; index < people; index += 1)
    entries.push(
      syntheticEntry(randomStream(seed, index), index, referenceDate, settings, entries[index - 1]),
    );
  return entries;
};
