import type { StateTexts } from "./state.messages.ts";

export const english: StateTexts = {
  card: {
    none: "none",
    valid: "valid",
    expired: "expired",
    lost: "reported lost",
    replaced: "replaced by a new one",
  },
  book: { none: "none", valid: "in use", "to-be-replaced": "to be replaced" },
  exam: { done: "done", due: "due", overdue: "overdue", "not-yet": "round not open yet" },
  statutory: { emergency: "emergency", "age-75": "aged 75 or over" },
  shortage: {
    "no-identifier":
      "The page shows no citizen ID, insurance number or code to look up. Open the full record or scan a paper.",
    "identifier-malformed":
      "A number on the page is not well formed. Check the citizen ID or insurance number.",
    "date-format-unknown": "How this page writes birth dates is not known. Tell the IT department.",
    "weak-identifiers-only":
      "The page has only details that several people share. Scan the citizen ID or insurance card.",
  },
  conflict: {
    "identifiers-of-different-people": "Numbers on the page belong to different people.",
    "identifier-contradicts-directory": "A number on the page differs from the list.",
    "birth-date-contradicts-directory": "The birth date on the page differs from the list.",
    "name-contradicts-directory": "The name on the page differs from the list.",
    "identifier-stated-twice": "The page states two different numbers of the same kind.",
    "page-contradicts-itself": "Parts of the page say different things about this patient.",
  },
};
