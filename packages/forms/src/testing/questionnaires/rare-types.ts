import { scriptedForm } from "./scripted-form.ts";

export const attachments = scriptedForm({
  name: "attachments",
  idea: "A file",
  item: [{ linkId: "ecg", type: "attachment", text: "Điện tâm đồ" }],
  steps: [
    {
      linkId: "ecg",
      give: { valueAttachment: { contentType: "text/plain", data: "xJFpw6p1", title: "ecg.txt" } },
    },
  ],
});

export const references = scriptedForm({
  name: "references",
  idea: "An item of type reference",
  item: [{ linkId: "doctor", type: "reference", text: "Bác sĩ kết luận" }],
  steps: [{ linkId: "doctor", give: { valueReference: { display: "Bác sĩ A" } } }],
});
