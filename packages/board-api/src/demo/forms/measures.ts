import type { Measure } from "./measure.ts";

/**
 * What our forms measure. Codes: LOINC 2.7x; units: UCUM. The ranges are wide plausibility limits of typing, neither
 * reference ranges nor advice.
 */
const measure = (
  category: Measure["category"],
  loinc: string,
  name: string,
  [ucum, unit]: readonly [string, string],
  [least, most, decimals]: readonly [number, number, number],
): Measure => ({ category, loinc, name, ucum, unit, least, most, decimals });

const vital = "vital-signs";
const lab = "laboratory";
const MMOL = ["mmol/L", "mmol/L"] as const;
const UMOL = ["umol/L", "µmol/L"] as const;
const UNITS = ["U/L", "U/L"] as const;

export const MEASURES = {
  height: measure(vital, "8302-2", "Body height", ["cm", "cm"], [50, 250, 1]),
  weight: measure(vital, "29463-7", "Body weight", ["kg", "kg"], [10, 350, 1]),
  bmi: measure(vital, "39156-5", "Body mass index (BMI) [Ratio]", ["kg/m2", "kg/m²"], [5, 150, 1]),
  waist: measure(
    vital,
    "8280-0",
    "Waist Circumference at umbilicus by Tape measure",
    ["cm", "cm"],
    [30, 250, 1],
  ),
  pulse: measure(vital, "8867-4", "Heart rate", ["/min", "lần/phút"], [20, 250, 0]),
  respiration: measure(vital, "9279-1", "Respiratory rate", ["/min", "lần/phút"], [4, 80, 0]),
  systolic: measure(vital, "8480-6", "Systolic blood pressure", ["mm[Hg]", "mmHg"], [40, 300, 0]),
  diastolic: measure(vital, "8462-4", "Diastolic blood pressure", ["mm[Hg]", "mmHg"], [20, 200, 0]),
  oxygen: measure(
    vital,
    "59408-5",
    "Oxygen saturation in Arterial blood by Pulse oximetry",
    ["%", "%"],
    [30, 100, 0],
  ),
  red: measure(
    lab,
    "789-8",
    "Erythrocytes [#/volume] in Blood by Automated count",
    ["10*12/L", "T/L"],
    [0.5, 12, 2],
  ),
  white: measure(
    lab,
    "6690-2",
    "Leukocytes [#/volume] in Blood by Automated count",
    ["10*9/L", "G/L"],
    [0.1, 500, 2],
  ),
  platelets: measure(
    lab,
    "777-3",
    "Platelets [#/volume] in Blood by Automated count",
    ["10*9/L", "G/L"],
    [1, 3000, 0],
  ),
  hemoglobin: measure(lab, "718-7", "Hemoglobin [Mass/volume] in Blood", ["g/L", "g/L"], [20, 260, 0]),
  glucose: measure(lab, "14749-6", "Glucose [Moles/volume] in Serum or Plasma", MMOL, [0.5, 80, 2]),
  hba1c: measure(lab, "4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", ["%", "%"], [2, 25, 1]),
  urea: measure(lab, "22664-7", "Urea [Moles/volume] in Serum or Plasma", MMOL, [0.2, 100, 2]),
  creatinine: measure(lab, "14682-9", "Creatinine [Moles/volume] in Serum or Plasma", UMOL, [10, 3000, 0]),
  urate: measure(lab, "14933-6", "Urate [Moles/volume] in Serum or Plasma", UMOL, [20, 2000, 0]),
  ast: measure(
    lab,
    "1920-8",
    "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma",
    UNITS,
    [1, 20_000, 0],
  ),
  alt: measure(
    lab,
    "1742-6",
    "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma",
    UNITS,
    [1, 20_000, 0],
  ),
  ggt: measure(
    lab,
    "2324-2",
    "Gamma glutamyl transferase [Enzymatic activity/volume] in Serum or Plasma",
    UNITS,
    [1, 20_000, 0],
  ),
  cholesterol: measure(lab, "14647-2", "Cholesterol [Moles/volume] in Serum or Plasma", MMOL, [0.5, 40, 2]),
  triglyceride: measure(
    lab,
    "14927-8",
    "Triglyceride [Moles/volume] in Serum or Plasma",
    MMOL,
    [0.1, 120, 2],
  ),
  hdl: measure(lab, "14646-4", "Cholesterol in HDL [Moles/volume] in Serum or Plasma", MMOL, [0.05, 10, 2]),
  ldl: measure(lab, "22748-8", "Cholesterol in LDL [Moles/volume] in Serum or Plasma", MMOL, [0.05, 30, 2]),
  sodium: measure(lab, "2951-2", "Sodium [Moles/volume] in Serum or Plasma", MMOL, [80, 220, 0]),
  potassium: measure(lab, "2823-3", "Potassium [Moles/volume] in Serum or Plasma", MMOL, [1, 12, 1]),
  chloride: measure(lab, "2075-0", "Chloride [Moles/volume] in Serum or Plasma", MMOL, [50, 160, 0]),
  fev1Ratio: measure("exam", "19926-5", "FEV1/FVC", ["%", "%"], [5, 100, 0]),
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof MEASURES;
