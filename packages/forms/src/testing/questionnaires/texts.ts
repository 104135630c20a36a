import { scriptedForm } from "./scripted-form.ts";

export const texts = scriptedForm({
  name: "texts",
  idea: "One line, several lines, an address, spaces around",
  item: [
    { linkId: "complaint", type: "string", text: "Lý do khám" },
    { linkId: "history", type: "text", text: "Tiền sử bệnh" },
    { linkId: "spaced", type: "string", text: "Ghi chú" },
    { linkId: "markup", type: "string", text: "Ghi chú <b>đậm</b>" },
    { linkId: "later", type: "string", text: "Bổ sung" },
  ],
  steps: [
    { linkId: "complaint", give: { valueString: "Khám sức khỏe định kỳ" } },
    { linkId: "history", give: { valueString: "Tăng huyết áp\nĐái tháo đường típ 2" } },
    { linkId: "spaced", give: { valueString: "  hai dấu cách  " } },
    { linkId: "markup", give: { valueString: "<img src=x> & 'nháy'" } },
    { linkId: "later", give: { valueString: "nháp" } },
    { linkId: "later", empty: true },
  ],
});

export const addresses = scriptedForm({
  name: "addresses",
  idea: "An item of type url",
  item: [{ linkId: "picture", type: "url", text: "Địa chỉ phim chụp" }],
  steps: [{ linkId: "picture", give: { valueUri: "https://pacs.example/phim/1" } }],
});
