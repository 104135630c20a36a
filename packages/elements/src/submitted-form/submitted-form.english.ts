import type { SubmittedFormTexts } from "./submitted-form.messages.ts";

export const english: SubmittedFormTexts = {
  opening: "Opening the submitted form…",
  locked: "Locked",
  lockedHow: "The form is hidden. Unlock to look at it again.",
  failed: "The form cannot be shown",
  retry: "Try again",
  close: "Close",
  print: "Print the form",
  readOnly: "Submitted form – to look at, not to change",
  source: {
    queue: "As it waits on this machine.",
    board: "As the managing unit's server has it.",
  },
  born: "Born",
};
