import { problemCatalogue } from "../result/problem-catalogue.ts";

export const examProblems = problemCatalogue({
  "blood-pressure-unreadable": {
    vi: "Không đọc được huyết áp. Ghi tâm thu/tâm trương, ví dụ 120/80.",
    en: "The blood pressure cannot be read. Write systolic/diastolic, for example 120/80.",
  },
  "blood-pressure-incredible": {
    vi: "Huyết áp ngoài khoảng đo được hoặc tâm thu không lớn hơn tâm trương. Đo hoặc ghi lại.",
    en: "The blood pressure is beyond what can be measured, or systolic is not above diastolic. Measure or write it again.",
  },
});
