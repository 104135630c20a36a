const hl7 = "http://hl7.org/fhir/StructureDefinition";
const sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition";
const own = "https://cadre-care.example/fhir/StructureDefinition";

/** Every extension that the engine reads or writes. */
export const URLS = {
  itemControl: `${hl7}/questionnaire-itemControl`,
  hidden: `${hl7}/questionnaire-hidden`,
  minValue: `${hl7}/minValue`,
  maxValue: `${hl7}/maxValue`,
  minLength: `${hl7}/minLength`,
  regex: `${hl7}/regex`,
  entryFormat: `${hl7}/entryFormat`,
  maxDecimalPlaces: `${hl7}/maxDecimalPlaces`,
  unit: `${hl7}/questionnaire-unit`,
  unitOption: `${hl7}/questionnaire-unitOption`,
  minOccurs: `${hl7}/questionnaire-minOccurs`,
  maxOccurs: `${hl7}/questionnaire-maxOccurs`,
  optionExclusive: `${hl7}/questionnaire-optionExclusive`,
  optionPrefix: `${hl7}/questionnaire-optionPrefix`,
  ordinalValue: `${hl7}/ordinalValue`,
  itemWeight: `${hl7}/itemWeight`,
  choiceOrientation: `${hl7}/questionnaire-choiceOrientation`,
  sliderStep: `${hl7}/questionnaire-sliderStepValue`,
  constraint: `${hl7}/questionnaire-constraint`,
  translation: `${hl7}/translation`,
  variable: `${hl7}/variable`,
  targetConstraint: `${hl7}/targetConstraint`,
  maxSize: `${hl7}/maxSize`,
  mimeType: `${hl7}/mimeType`,
  minQuantity: `${sdc}/sdc-questionnaire-minQuantity`,
  maxQuantity: `${sdc}/sdc-questionnaire-maxQuantity`,
  shortText: `${sdc}/sdc-questionnaire-shortText`,
  calculatedExpression: `${sdc}/sdc-questionnaire-calculatedExpression`,
  initialExpression: `${sdc}/sdc-questionnaire-initialExpression`,
  enableWhenExpression: `${sdc}/sdc-questionnaire-enableWhenExpression`,
  answerExpression: `${sdc}/sdc-questionnaire-answerExpression`,
  launchContext: `${sdc}/sdc-questionnaire-launchContext`,
  observationExtract: `${sdc}/sdc-questionnaire-observationExtract`,
  observationExtractCategory: `${sdc}/sdc-questionnaire-observation-extract-category`,
  /** In drafts only: what was typed and could not be read yet (valueString). */
  typedText: `${own}/typed-text`,
  /** In drafts only: where an answer that nobody confirmed yet came from (valueCode). */
  answerSource: `${own}/answer-source`,
} as const;
