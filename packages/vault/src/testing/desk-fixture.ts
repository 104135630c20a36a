import { readPolicy } from "@cadre-care/domain";
import type { Desk } from "../visits/desk.ts";

const text = (vi: string) => ({ vi, en: vi });

const policy = readPolicy({
  schemaVersion: 1,
  version: "1",
  unit: { id: "don-vi", name: text("Đơn vị quản lý (mẫu)"), contact: text("—") },
  sites: [{ id: "bv-tinh", name: text("Bệnh viện tỉnh (mẫu)"), clinic: "bv-tinh" }],
  tiers: [{ code: "nhom-1", label: text("Nhóm 1"), process: "quy-trinh-a" }],
  refusedTiers: ["mat"],
  processes: [
    {
      id: "quy-trinh-a",
      label: text("Quy trình A"),
      room: "phong-1",
      escort: true,
      instruction: text("Mời đến phòng 1"),
      nextStep: text("Đón tiếp"),
      steps: ["don-tiep", "dua-don", "kham", "ket-thuc"],
    },
  ],
  rooms: [{ id: "phong-1", label: text("Phòng 1") }],
  steps: [
    { id: "don-tiep", label: text("Đón tiếp"), effect: "arrives" },
    { id: "dua-don", label: text("Đưa đón"), effect: "none", rooms: ["phong-1"], repeatable: true },
    { id: "kham", label: text("Khám"), effect: "examines" },
    { id: "ket-thuc", label: text("Kết thúc"), effect: "closes" },
  ],
  alerts: [],
  resultHours: 24,
  statutoryAge: 75,
  session: {
    idleLockMinutes: 10,
    minimumSecretLength: 6,
    rosterStaleHours: 24,
    distinctIdentifiersPerPage: 500,
  },
});
if (!policy.ok) throw new Error(policy.problem.message.en);

export const TEST_POLICY = policy.value;

export const deskOf = (name: string): Desk => ({
  site: "bv-tinh",
  policy: TEST_POLICY,
  author: { reference: `Practitioner/${name}`, name: `Nhân viên ${name}` },
  role: "receptionist",
  device: `may-${name}`,
});
