import { type Problem, type Result, success } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { isObject } from "./shape.ts";
import { ITEM, QUESTIONNAIRE } from "./shapes.ts";

/** Deeper nesting than any real form has; an object that contains itself reaches it at once. */
export const DEEPEST = 40;
/** Ten times the largest form we promise to be quick with. */
export const MOST_ITEMS = 50_000;

interface Level {
  readonly items: unknown;
  /** Where they stand, written out only if something is wrong. */
  readonly path: () => string;
  readonly depth: number;
}

const problemOf = (json: unknown): Problem | undefined => {
  const wrong = QUESTIONNAIRE(json);
  if (wrong !== undefined || !isObject(json)) {
    return formProblem("questionnaire-not-fhir", `Questionnaire${wrong ?? ""}`);
  }
  const linkIds = new Set<unknown>();
  const seen = new Set<unknown>();
  const levels: Level[] = [{ items: json.item, path: () => "Questionnaire.item", depth: 0 }];
  for (let level = levels.pop(); level; level = levels.pop()) {
    const { items, path, depth } = level;
    if (items === undefined) continue;
    if (!Array.isArray(items)) return formProblem("questionnaire-not-fhir", path());
    if (depth >= DEEPEST) return formProblem("questionnaire-too-deep", DEEPEST);
    for (let index = 0; index < items.length; index++) {
      const item: unknown = items[index];
      const wrongPart = ITEM(item);
      const itemPath = (): string => `${path()}[${index}]`;
      if (wrongPart !== undefined || !isObject(item)) {
        return formProblem("questionnaire-not-fhir", `${itemPath()}${wrongPart ?? ""}`);
      }
      if (item.linkId === "") return formProblem("questionnaire-link-id-empty", itemPath());
      if (seen.has(item)) return formProblem("questionnaire-too-deep", DEEPEST);
      if (linkIds.has(item.linkId)) return formProblem("questionnaire-link-id-repeated", String(item.linkId));
      seen.add(item);
      linkIds.add(item.linkId);
      if (linkIds.size > MOST_ITEMS) return formProblem("questionnaire-too-large", MOST_ITEMS);
      if (item.item !== undefined) {
        levels.push({ items: item.item, path: () => `${itemPath()}.item`, depth: depth + 1 });
      }
    }
  }
  return undefined;
};

/**
 * Reads a Questionnaire of FHIR R4. Unknown extensions and elements pass through; nothing is copied. What is wrong is
 * named by path or linkId.
 */
export const readQuestionnaire = (json: unknown): Result<Questionnaire> => {
  let problem: Problem | undefined;
  const isQuestionnaire = (candidate: unknown): candidate is Questionnaire => {
    problem = problemOf(candidate);
    return problem === undefined;
  };
  if (isQuestionnaire(json)) return success(json);
  return { ok: false, problem: problem ?? formProblem("questionnaire-not-fhir", "Questionnaire") };
};
