import { scriptedForm } from "./scripted-form.ts";

export const booleans = scriptedForm({
  name: "booleans",
  idea: "Yes, no, not answered, and an answer taken back",
  version: "3",
  item: [
    { linkId: "smokes", type: "boolean", text: "Hút thuốc lá" },
    { linkId: "drinks", type: "boolean", text: "Uống rượu bia" },
    { linkId: "allergic", type: "boolean", text: "Dị ứng thuốc" },
    { linkId: "operated", type: "boolean", text: "Đã từng phẫu thuật" },
  ],
  steps: [
    { linkId: "smokes", give: { valueBoolean: true } },
    { linkId: "drinks", give: { valueBoolean: false } },
    { linkId: "operated", give: { valueBoolean: true } },
    { linkId: "operated", empty: true },
  ],
});
