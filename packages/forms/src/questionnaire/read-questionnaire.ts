import { type Problem, type Result, success } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { isObject, type JsonObject } from "./shape.ts";
import { ITEM, QUESTIONNAIRE } from "./shapes.ts";

/** Deeper nesting than any real form has; an object that contains itself reaches it at once. */
export const DEEPEST = 40;
/** Ten times the largest form we promise to be quick with. */
export const MOST_ITEMS = 50_000;

interface Level {
  readonly holder: JsonObject;
  readonly path: string;
  readonly depth: number;
}

const problemOf = (json: unknown): Problem | undefined => {
  let problem: Problem | undefined;
  const fail = (path: string): void => {
    problem ??= formProblem("questionnaire-not-fhir", path);
  };
  if (!QUESTIONNAIRE(json, "Questionnaire", fail) || !isObject(json)) return problem;
  const linkIds = new Set<unknown>();
  const seen = new Set<unknown>();
  const levels: Level[] = [{ holder: json, path: "Questionnaire", depth: 0 }];
  for (let level = levels.pop(); level; level = levels.pop()) {
    const { holder, path, depth } = level;
    const items = holder.item;
    if (items === undefined) continue;
    if (!Array.isArray(items)) return formProblem("questionnaire-not-fhir", `${path}.item`);
    if (depth >= DEEPEST) return formProblem("questionnaire-too-deep", DEEPEST);
    for (let index = 0; index < items.length; index++) {
      const item: unknown = items[index];
      const itemPath = `${path}.item[${index}]`;
      if (!ITEM(item, itemPath, fail) || !isObject(item)) return problem;
      if (item.linkId === "") return formProblem("questionnaire-link-id-empty", itemPath);
      if (seen.has(item)) return formProblem("questionnaire-too-deep", DEEPEST);
      if (linkIds.has(item.linkId)) return formProblem("questionnaire-link-id-repeated", String(item.linkId));
      seen.add(item);
      linkIds.add(item.linkId);
      if (linkIds.size > MOST_ITEMS) return formProblem("questionnaire-too-large", MOST_ITEMS);
      if (item.item !== undefined) levels.push({ holder: item, path: itemPath, depth: depth + 1 });
    }
  }
  return problem;
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
