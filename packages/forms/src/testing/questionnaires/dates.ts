import { scriptedForm } from "./scripted-form.ts";

export const dates = scriptedForm({
  name: "dates",
  idea: "Whole dates, and one taken back",
  item: [
    { linkId: "examined", type: "date", text: "Ngày khám" },
    { linkId: "leap", type: "date", text: "Ngày tiêm" },
    { linkId: "cleared", type: "date", text: "Ngày hẹn" },
  ],
  steps: [
    { linkId: "examined", give: { valueDate: "2026-07-04" } },
    { linkId: "leap", give: { valueDate: "2024-02-29" } },
    { linkId: "cleared", give: { valueDate: "2026-08-01" } },
    { linkId: "cleared", empty: true },
  ],
});

export const partialDates = scriptedForm({
  name: "partial-dates",
  idea: "Dates of which only the year, or year and month, is known",
  item: [
    { linkId: "since", type: "date", text: "Phát hiện bệnh từ" },
    { linkId: "operated", type: "date", text: "Phẫu thuật" },
  ],
  steps: [
    { linkId: "since", give: { valueDate: "2015" } },
    { linkId: "operated", give: { valueDate: "2019-03" } },
  ],
});

export const times = scriptedForm({
  name: "times",
  idea: "A time of day, and a point in time",
  item: [
    { linkId: "fasting", type: "time", text: "Ăn lần cuối lúc" },
    { linkId: "taken", type: "dateTime", text: "Lấy máu lúc" },
  ],
  steps: [
    { linkId: "fasting", give: { valueTime: "18:30:00" } },
    { linkId: "taken", give: { valueDateTime: "2026-07-04T07:45:00+07:00" } },
  ],
});
