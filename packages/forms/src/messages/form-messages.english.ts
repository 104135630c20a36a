import type { FormTexts } from "./form-messages.ts";

export const english: FormTexts = {
  "questionnaire-not-fhir":
    "This is no valid FHIR R4 Questionnaire (wrong at {0}). Tell the unit that issued the form.",
  "questionnaire-link-id-repeated":
    'The form has two items with the linkId "{0}". Tell the unit that issued the form.',
  "questionnaire-link-id-empty":
    "The form has an item without linkId (at {0}). Tell the unit that issued the form.",
  "questionnaire-too-deep":
    "The items of the form are nested more than {0} levels deep, or in a circle. Tell the unit that issued the form.",
  "questionnaire-too-large": "The form has more than {0} items. Tell the unit that issued the form.",
  "too-many-repeats":
    'The form asks for too many repeats of "{0}"; only {1} are there to start with. Tell the unit that issued the form.',
  "response-not-fhir": "The response is no valid FHIR R4 QuestionnaireResponse (wrong at {0}).",
  "response-items-unknown":
    "The response has items that are not in this form: {0}. They are kept, not shown.",
  "answer-type-wrong": "The answer is not of the type that the question asks for. Enter it again.",
  "item-read-only": "This item is read only.",
  "item-has-no-answers": "This item takes no answer.",
  "answer-not-there": "There is no answer at this place.",
  required: "This question needs an answer.",
  "too-few": "At least {0} answers are needed.",
  "too-many": "At most {0} answers are allowed.",
  "too-long": "Longer than {0} characters (it has {1}).",
  "too-short": "At least {0} characters are needed (it has {1}).",
  "below-minimum": "The lowest value allowed is {0}.",
  "above-maximum": "The highest value allowed is {0}.",
  "too-many-decimals": "At most {0} digits after the decimal point.",
  "pattern-mismatch": "The value is not in the form asked for{0}.",
  "pattern-unusable":
    'The form has an unusable pattern (regex) at "{0}"; the value is not checked against it.',
  "patterns-unavailable":
    "The check of patterns could not be loaded. Look yourself at the items that ask for a certain form.",
  "not-an-option": "The value is not among the options.",
  "option-exclusive": '"{0}" cannot be chosen together with another option.',
  "options-unavailable":
    "The list of options is not on this machine. Write it in words; the list comes with the connection.",
  "not-a-number": "This is no number. Write it like 36,5 or 36.5.",
  "number-ambiguous": "It is not clear which mark is the decimal one. Write it without thousands separators.",
  "number-too-long": "The number has too many digits to be kept exactly.",
  "not-a-whole-number": "A whole number is needed.",
  "not-a-date": "The date cannot be read. Write day/month/year, month/year, or year.",
  "date-not-in-calendar": "There is no such day in the calendar. Check it.",
  "not-a-date-time": "The date and time cannot be read. Write day/month/year hour:minute.",
  "not-a-time": "The time cannot be read. Write hour:minute.",
  "not-a-boolean": "Answer yes or no.",
  "not-a-url": "This is no address (URL).",
  "not-typed": "This item is not answered by typing.",
  "text-cleaned": "Hidden control characters in the pasted text were removed. Read it again.",
  "attachment-too-large": "The file is larger than {0} MB.",
  "attachment-type": "Only files of type {0} are taken.",
  "unit-unknown": "The unit is not among those offered.",
  "calculation-cycle":
    "Calculated items depend on one another: {0}. They must be entered by hand. Tell the unit that issued the form.",
  "condition-question-unknown":
    'The condition of item "{0}" names a question that the form does not have: {1}. That condition counts as unmet.',
  "expression-failed":
    'An expression of item "{0}" cannot be computed. Enter the value by hand and tell the unit that issued the form.',
  "expressions-unavailable":
    "The calculations of the form could not be loaded. Calculated items must be entered by hand.",
  "expression-language-unsupported":
    'An expression of item "{0}" is in a language that is not supported: {1}.',
  "constraint-failed":
    'A rule of "{0}" cannot be computed, so it is not checked. Tell the unit that issued the form.',
  "constraint-unmet": "The answer breaks a rule of the form.",
};
