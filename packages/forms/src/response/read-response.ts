import { type Problem, type Result, success } from "@cadre-care/domain/page";
import { formProblem } from "../messages/form-messages.ts";
import { anObject, arrayOf, aString, isObject, oneOf } from "../questionnaire/shape.ts";
import { EXTENSIONS, VALUE } from "../questionnaire/shapes.ts";
import type { QuestionnaireResponse } from "./response.ts";

/** As deep as the deepest Questionnaire, and some more for what another system wrote. */
const DEEPEST_LEVEL = 60;

const RESPONSE = anObject(
  {
    resourceType: oneOf(["QuestionnaireResponse"]),
    id: aString,
    questionnaire: aString,
    authored: aString,
    status: oneOf(["in-progress", "completed", "amended", "entered-in-error", "stopped"]),
  },
  ["resourceType", "status"],
);
const RESPONSE_ITEM = anObject({ linkId: aString, text: aString, answer: arrayOf(() => undefined) }, [
  "linkId",
]);
const RESPONSE_ANSWER = anObject({ ...VALUE, extension: EXTENSIONS });

interface Level {
  readonly items: unknown;
  readonly path: () => string;
  readonly depth: number;
}

const problemOf = (json: unknown): Problem | undefined => {
  const refuse = (path: string): Problem => formProblem("response-not-fhir", `QuestionnaireResponse${path}`);
  const wrong = RESPONSE(json);
  if (wrong !== undefined || !isObject(json)) return refuse(wrong ?? "");
  const levels: Level[] = [{ items: json.item, path: () => ".item", depth: 0 }];
  for (let level = levels.pop(); level; level = levels.pop()) {
    const { items, path, depth } = level;
    if (items === undefined) continue;
    if (!Array.isArray(items) || depth > DEEPEST_LEVEL) return refuse(path());
    for (const [index, item] of items.entries()) {
      const itemPath = (): string => `${path()}[${index}]`;
      const wrongPart = RESPONSE_ITEM(item);
      if (wrongPart !== undefined || !isObject(item)) return refuse(`${itemPath()}${wrongPart ?? ""}`);
      levels.push({ items: item.item, path: () => `${itemPath()}.item`, depth: depth + 1 });
      if (!Array.isArray(item.answer)) continue;
      for (const [place, answer] of item.answer.entries()) {
        const answerPath = (): string => `${itemPath()}.answer[${place}]`;
        const wrongAnswer = RESPONSE_ANSWER(answer);
        if (wrongAnswer !== undefined || !isObject(answer))
          return refuse(`${answerPath()}${wrongAnswer ?? ""}`);
        levels.push({ items: answer.item, path: () => `${answerPath()}.item`, depth: depth + 1 });
      }
    }
  }
  return undefined;
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
