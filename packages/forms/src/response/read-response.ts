import { type Problem, type Result, success } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import { anObject, arrayOf, aString, isObject, oneOf } from "../questionnaire/shape.ts";
import { ANSWER_VALUE, EXTENSIONS } from "../questionnaire/shapes.ts";
import type { QuestionnaireResponse } from "./response.ts";

/** An answer nests the next level, so a level of items is two of holders. */
const DEEPEST_HOLDER = 100;

const RESPONSE = anObject(
  {
    resourceType: oneOf(["QuestionnaireResponse"]),
    questionnaire: aString,
    status: oneOf(["in-progress", "completed", "amended", "entered-in-error", "stopped"]),
  },
  ["resourceType", "status"],
);
const RESPONSE_ITEM = anObject({ linkId: aString, text: aString, answer: arrayOf(isAnything) }, ["linkId"]);
const RESPONSE_ANSWER = anObject({ ...ANSWER_VALUE, extension: EXTENSIONS });

function isAnything(): boolean {
  return true;
}

const problemOf = (json: unknown): Problem | undefined => {
  let problem: Problem | undefined;
  const fail = (path: string): void => {
    problem ??= formProblem("response-not-fhir", path);
  };
  if (!RESPONSE(json, "QuestionnaireResponse", fail) || !isObject(json)) return problem;
  const holders = [{ holder: json, path: "QuestionnaireResponse", depth: 0 }];
  for (let level = holders.pop(); level; level = holders.pop()) {
    const { holder, path, depth } = level;
    if (holder.item === undefined) continue;
    if (!Array.isArray(holder.item) || depth > DEEPEST_HOLDER) {
      return formProblem("response-not-fhir", `${path}.item`);
    }
    for (const [index, item] of holder.item.entries()) {
      const itemPath = `${path}.item[${index}]`;
      if (!RESPONSE_ITEM(item, itemPath, fail) || !isObject(item)) return problem;
      holders.push({ holder: item, path: itemPath, depth: depth + 1 });
      if (!Array.isArray(item.answer)) continue;
      for (const [place, answer] of item.answer.entries()) {
        const answerPath = `${itemPath}.answer[${place}]`;
        if (!RESPONSE_ANSWER(answer, answerPath, fail) || !isObject(answer)) return problem;
        holders.push({ holder: answer, path: answerPath, depth: depth + 1 });
      }
    }
  }
  return problem;
};

/** Reads a QuestionnaireResponse of R4: a draft, or what another system filled in. Nothing is copied or dropped. */
export const readResponse = (json: unknown): Result<QuestionnaireResponse> => {
  let problem: Problem | undefined;
  const isResponse = (candidate: unknown): candidate is QuestionnaireResponse => {
    problem = problemOf(candidate);
    return problem === undefined;
  };
  if (isResponse(json)) return success(json);
  return { ok: false, problem: problem ?? formProblem("response-not-fhir", "QuestionnaireResponse") };
};
