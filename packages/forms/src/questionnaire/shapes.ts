import type { AnswerValue } from "./data-types.ts";
import { aDate, aDateTime, aTime } from "./dates.ts";
import { ITEM_TYPES, OPERATORS } from "./questionnaire.ts";
import {
  aBoolean,
  aNumber,
  anInteger,
  anObject,
  arrayOf,
  aString,
  atMostDeep,
  type Check,
  oneOf,
} from "./shape.ts";

const coding = anObject({ system: aString, version: aString, code: aString, display: aString });
const quantity = anObject({
  value: aNumber,
  comparator: aString,
  unit: aString,
  system: aString,
  code: aString,
});
const reference = anObject({ reference: aString, type: aString, display: aString });
const attachment = anObject({
  contentType: aString,
  data: aString,
  url: aString,
  title: aString,
  size: aNumber,
});

/** `value[x]` as JSON has it, whatever the texts say. */
export const VALUE = {
  valueBoolean: aBoolean,
  valueDecimal: aNumber,
  valueInteger: anInteger,
  valueDate: aString,
  valueDateTime: aString,
  valueTime: aString,
  valueString: aString,
  valueUri: aString,
  valueAttachment: attachment,
  valueCoding: coding,
  valueQuantity: quantity,
  valueReference: reference,
} as const satisfies Readonly<Record<string, Check>>;

/** `value[x]` as R4 wants it: of options, initial values and answers that are given here. */
export const ANSWER_VALUE: typeof VALUE = {
  ...VALUE,
  valueInteger: (value) => ((Number(value) | 0) === value ? undefined : ""),
  valueDate: aDate,
  valueDateTime: aDateTime,
  valueTime: aTime,
};

const extension = (inner: Check): Check =>
  anObject(
    {
      url: aString,
      extension: arrayOf(inner),
      ...VALUE,
      valueCode: aString,
      valueId: aString,
      valueCodeableConcept: anObject({ coding: arrayOf(coding), text: aString }),
      valueExpression: anObject({ name: aString, language: aString, expression: aString }),
    },
    ["url"],
  );
/** Extensions nest four deep at most in what we read (FHIR's own: two). */
export const EXTENSIONS = arrayOf(atMostDeep(4, extension));
const PRIMITIVE_ELEMENT = anObject({ extension: EXTENSIONS });

const enableWhen = anObject(
  {
    question: aString,
    operator: oneOf(OPERATORS),
    answerBoolean: aBoolean,
    answerDecimal: aNumber,
    answerInteger: anInteger,
    answerDate: aDate,
    answerDateTime: aDateTime,
    answerTime: aTime,
    answerString: aString,
    answerCoding: coding,
    answerQuantity: quantity,
    answerReference: reference,
  },
  ["question", "operator"],
);

const answerOption = anObject({
  ...ANSWER_VALUE,
  initialSelected: aBoolean,
  extension: EXTENSIONS,
  _valueString: PRIMITIVE_ELEMENT,
});

/** One item without its children: these are walked, not recursed into, so that depth cannot exhaust the stack. */
export const ITEM = anObject(
  {
    linkId: aString,
    type: oneOf(ITEM_TYPES),
    text: aString,
    _text: PRIMITIVE_ELEMENT,
    prefix: aString,
    _prefix: PRIMITIVE_ELEMENT,
    definition: aString,
    code: arrayOf(coding),
    enableWhen: arrayOf(enableWhen),
    enableBehavior: oneOf(["all", "any"]),
    required: aBoolean,
    repeats: aBoolean,
    readOnly: aBoolean,
    maxLength: anInteger,
    answerValueSet: aString,
    answerOption: arrayOf(answerOption),
    initial: arrayOf(anObject(ANSWER_VALUE)),
    extension: EXTENSIONS,
  },
  ["linkId", "type"],
);

/** A Questionnaire without its items. */
export const QUESTIONNAIRE = anObject(
  {
    resourceType: oneOf(["Questionnaire"]),
    url: aString,
    version: aString,
    title: aString,
    _title: PRIMITIVE_ELEMENT,
    status: aString,
    language: aString,
    contained: arrayOf(anObject({ resourceType: aString, id: aString }, ["resourceType"])),
    extension: EXTENSIONS,
  },
  ["resourceType"],
);

const anAnswerValue = anObject(ANSWER_VALUE);
export const isAnswerValue = (value: unknown): value is AnswerValue => anAnswerValue(value) === undefined;
