import { type Policy, policySchema } from "../policy/policy.ts";

const both = (text: string) => ({ vi: text, en: `${text} (en)` });

/** A small policy for tests: two processes, one with its own step for the result clock. */
export const samplePolicyJson = {
  schemaVersion: 1,
  version: "1",
  unit: { id: "board", name: both("Đơn vị mẫu"), contact: both("0200") },
  sites: [
    { id: "site-a", name: both("Bệnh viện A"), clinic: "clinic-a" },
    { id: "site-b", name: both("Bệnh viện B"), clinic: "clinic-b" },
  ],
  tiers: [
    { code: "tier-1", label: both("Nhóm 1"), process: "process-a" },
    { code: "tier-2", label: both("Nhóm 2"), process: "process-b" },
  ],
  refusedTiers: ["central-secret"],
  processes: [
    {
      id: "process-a",
      label: both("Quy trình A"),
      room: "room-1",
      escort: true,
      instruction: both("Mời đến phòng 1"),
      nextStep: both("Tiếp nhận"),
      steps: ["received", "escorted", "examined", "work-finished", "results", "closed"],
    },
    {
      id: "process-b",
      label: both("Quy trình B"),
      room: "room-2",
      escort: false,
      instruction: both("Mời đến phòng 2"),
      nextStep: both("Tiếp nhận"),
      steps: ["received", "examined", "results", "closed"],
    },
  ],
  rooms: [
    { id: "room-1", label: both("Phòng 1"), directions: both("Tầng 1") },
    { id: "room-2", label: both("Phòng 2") },
  ],
  steps: [
    { id: "received", label: both("Đã tiếp nhận"), effect: "arrives" },
    {
      id: "escorted",
      label: both("Đã đưa đến"),
      effect: "none",
      rooms: ["room-1", "room-2"],
      repeatable: true,
    },
    { id: "examined", label: both("Đã khám"), effect: "examines" },
    { id: "work-finished", label: both("Đã xong"), effect: "starts-result-clock" },
    { id: "results", label: both("Đã trả kết quả"), effect: "returns-results" },
    { id: "closed", label: both("Đã kết thúc"), effect: "closes" },
    { id: "elsewhere", label: both("Bước khác"), effect: "none" },
  ],
  alerts: [{ code: "interpreter", label: both("Cần phiên dịch") }],
  resultHours: 24,
  statutoryAge: 75,
  session: {
    idleLockMinutes: 10,
    minimumSecretLength: 6,
    rosterStaleHours: 24,
    distinctIdentifiersPerPage: 1000,
  },
};

export const samplePolicy: Policy = policySchema.parse(samplePolicyJson);
