import { catalogue } from "../language/catalogue.ts";

export const examMessages = catalogue(
  {
    overall: "Phân loại chung",
    overallNone: "chưa xếp loại được",
    overallMissing: (count: number) => `còn ${count} chuyên khoa chưa phân loại`,
    overallRule: "theo chuyên khoa có loại thấp nhất",
  },
  {
    overall: "Overall class",
    overallNone: "cannot be given yet",
    overallMissing: (count: number) =>
      count === 1 ? "1 specialty has no class yet" : `${count} specialties have no class yet`,
    overallRule: "by the specialty with the worst class",
  },
  "exam",
);
