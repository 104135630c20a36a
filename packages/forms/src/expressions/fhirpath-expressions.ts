import type { LocalizedText } from "@cadre-care/domain/page";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import { expressionReads, type VariableReads } from "../definition/expression-reads.ts";
import type { ConstraintDefinition, ItemDefinition } from "../definition/item-definition.ts";
import { formProblem } from "../messages/form-messages.ts";
import type { AnswerValue, Expression } from "../questionnaire/data-types.ts";
import { isObject } from "../questionnaire/shape.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import type { Expressions } from "../state/expressions.ts";
import type { FormCore } from "../state/form-core.ts";
import type { FormIssue } from "../state/form-node.ts";
import type { OptionList } from "../state/options.ts";
import type { StateNode } from "../state/state-node.ts";
import { formatValue } from "../text/format-value.ts";
import { itemOf, type KnownItems, partOfResponse, type Reach, withAllAbove } from "./part-of-response.ts";
import { toAnswer, toOption } from "./to-answers.ts";

type Environment = Record<string, unknown>;
type Evaluate = (focus: object, environment: Environment) => unknown[];

const { score, ...rest } = r4;
const MODEL = score ? { ...rest, score } : rest;

const MENTIONED = /%([A-Za-z_]\w*)/g;

/** What one expression sees of the response: made when it is needed, again after a change in it. */
interface Part {
  readonly reach: Reach;
  resource: QuestionnaireResponse | undefined;
}

/** FHIRPath over the state of a form. */
export class FhirPathExpressions implements Expressions {
  readonly #core: FormCore;
  readonly #context: Environment;
  readonly #compiled = new Map<string, Evaluate>();
  readonly #parts = new Map<string, Part>();
  /** The parts that an item is in. */
  readonly #partsOf = new Map<ItemDefinition, Part[]>();
  readonly #variableReads: VariableReads = new Map();
  readonly #failed = new WeakMap<StateNode, Set<string>>();
  readonly #known: KnownItems = new WeakMap();
  #whole: QuestionnaireResponse | undefined;
  /** Of variables, by where they stand, until something changes; none while they are computed. */
  readonly #values = new Map<string, unknown[] | undefined>();

  constructor(core: FormCore, launchContext: Readonly<Record<string, unknown>>) {
    this.#core = core;
    // A name that is declared and not given is empty, so that an expression about it is empty too.
    const declared = (core.form.hints.contextNames ?? []).map((name): [string, unknown] => [name, []]);
    // FHIRPath marks what it walks through; what the caller holds stays as it was.
    const given = Object.entries(launchContext).map(([name, resource]): [string, unknown] => [
      name,
      structuredClone(resource),
    ]);
    this.#context = Object.fromEntries([...declared, ...given]);
  }

  forget(node: StateNode): void {
    this.#values.clear();
    this.#whole = undefined;
    for (let at: StateNode | undefined = node; at; at = at.parent) this.#known.delete(at);
    for (const part of this.#partsOf.get(node.definition) ?? []) part.resource = undefined;
  }

  isWanted(node: StateNode): boolean {
    const expression = node.definition.hints.enableWhenExpression;
    if (expression?.expression === undefined) return true;
    const results = this.#results(node, expression);
    return results === undefined || results[0] === true;
  }

  calculated(node: StateNode): readonly AnswerValue[] | undefined {
    const { calculated } = node.definition.hints;
    return calculated && this.#answers(node, calculated);
  }

  initial(node: StateNode): readonly AnswerValue[] {
    const { initialExpression } = node.definition.hints;
    return (initialExpression && this.#answers(node, initialExpression)) ?? [];
  }

  optionsOf(node: StateNode): OptionList | undefined {
    const { answerExpression } = node.definition.hints;
    if (!answerExpression) return undefined;
    const values = this.#results(node, answerExpression)?.flatMap((result) => toOption(result) ?? []);
    const options = (values ?? []).map((value) => ({
      value,
      label: formatValue(value, this.#core.language),
      prefix: undefined,
      exclusive: false,
      score: undefined,
    }));
    const unavailable = values === undefined;
    return { options, open: unavailable || node.definition.type === "open-choice", unavailable };
  }

  issuesOf(node: StateNode): readonly FormIssue[] {
    const issues: FormIssue[] = [];
    for (const constraint of node.definition.hints.constraints ?? []) {
      const results = this.#evaluate(node, constraint.expression, constraint.target);
      if (results && results[0] === false) issues.push(this.#unmet(constraint));
    }
    const { linkId, item, hints } = node.definition;
    const isRule = (expression: string): boolean =>
      hints.constraints?.some((constraint) => constraint.expression === expression) === true;
    const codes = [...(this.#failed.get(node) ?? [])].map((expression) =>
      isRule(expression) ? "constraint-failed" : "expression-failed",
    );
    for (const code of new Set(codes)) {
      issues.push({ ...formProblem(code, item.text ?? linkId), severity: "advisory" });
    }
    return issues;
  }

  /** Constraints of the Questionnaire itself that do not hold, or fail. */
  formIssues(): readonly FormIssue[] {
    const { hints, questionnaire } = this.#core.form;
    return (hints.constraints ?? []).flatMap((constraint): readonly FormIssue[] => {
      const results = this.#evaluate(undefined, constraint.expression, true);
      if (results) return results[0] === false ? [this.#unmet(constraint)] : [];
      return [{ ...formProblem("constraint-failed", questionnaire.title ?? ""), severity: "advisory" }];
    });
  }

  #unmet({ human, severity }: ConstraintDefinition): FormIssue {
    const { code, message } = formProblem("constraint-unmet");
    const said: LocalizedText = human === "" ? message : { vi: human, en: human };
    return { code, message: said, severity: severity === "error" ? "blocking" : "advisory" };
  }

  #answers(node: StateNode, expression: Expression): readonly AnswerValue[] | undefined {
    const results = this.#results(node, expression);
    if (!results) return undefined;
    const { definition } = node;
    const isChoice = definition.type === "choice" || definition.type === "open-choice";
    const options = isChoice ? this.#core.options(node).options : [];
    return results.flatMap((result) => toAnswer(result, definition, options) ?? []);
  }

  #results(node: StateNode, { language, expression }: Expression): unknown[] | undefined {
    if (expression === undefined || (language !== undefined && language !== "text/fhirpath"))
      return undefined;
    return this.#evaluate(node, expression, false);
  }

  /** Undefined where the expression fails, which becomes an issue of the item. */
  #evaluate(node: StateNode | undefined, expression: string, isOfResponse: boolean): unknown[] | undefined {
    const failed = (node && this.#failed.get(node)) ?? new Set();
    if (node) this.#failed.set(node, failed);
    try {
      const results = this.#run(node, expression, isOfResponse, true);
      failed.delete(expression);
      return results;
    } catch {
      failed.add(expression);
      return undefined;
    }
  }

  #run(node: StateNode | undefined, expression: string, isOfResponse: boolean, isPlain: boolean): unknown[] {
    const part = this.#partOf(node?.definition, expression);
    const resource = this.#resource(part);
    const names = new Set(Array.from(expression.matchAll(MENTIONED), ([, name = ""]) => name));
    const variables = [...names].flatMap((name): [string, unknown[]][] => {
      const variable = this.#variable(name, node);
      return variable ? [[name, variable()]] : [];
    });
    const environment: Environment = {
      ...this.#context,
      resource,
      rootResource: resource,
      questionnaire: this.#core.form.questionnaire,
      ...(node && { qitem: node.definition.item }),
      ...Object.fromEntries(variables),
    };
    const isOfItem = node !== undefined && !isOfResponse;
    const evaluate = this.#compile(expression, isOfItem, isPlain);
    return evaluate(isOfItem ? itemOf(node, part.reach) : resource, environment);
  }

  /** A variable in reach of a node: its own, that of what it stands in, or the form's. */
  #variable(name: string, node: StateNode | undefined): (() => unknown[]) | undefined {
    for (let at = node; at; at = at.parent) {
      const own = at.definition.hints.variables?.find((candidate) => candidate.name === name);
      if (own) return () => this.#variableValue(own, at);
    }
    const own = this.#core.form.hints.variables?.find((candidate) => candidate.name === name);
    return own && (() => this.#variableValue(own, undefined));
  }

  #variableValue({ name, expression, language }: Expression, at: StateNode | undefined): unknown[] {
    // A query to a server is not asked from here: the engine has no network.
    if (expression === undefined || (language !== undefined && language !== "text/fhirpath")) return [];
    const key = `${at?.key ?? ""} ${at === undefined} ${name}`;
    const known = this.#values.get(key);
    if (known) return known;
    if (this.#values.has(key)) throw new Error(`${name} reads itself`);
    this.#values.set(key, undefined);
    try {
      const value = this.#run(at, expression, false, false);
      this.#values.set(key, value);
      return value;
    } catch (error) {
      this.#values.delete(key);
      throw error;
    }
  }

  #resource(part: Part): QuestionnaireResponse {
    const { roots } = this.#core;
    if (part.reach) {
      part.resource ??= partOfResponse(roots, part.reach);
      return part.resource;
    }
    this.#whole ??= partOfResponse(roots, undefined, this.#known);
    return this.#whole;
  }

  #partOf(scope: ItemDefinition | undefined, expression: string): Part {
    const key = `${scope?.linkId ?? ""} ${scope === undefined} ${expression}`;
    const known = this.#parts.get(key);
    if (known) return known;
    const { byLinkId, hints } = this.#core.form;
    const reads = expressionReads(expression, scope, byLinkId, hints, this.#variableReads);
    const part: Part = { reach: reads.anything ? undefined : withAllAbove(reads.items), resource: undefined };
    this.#parts.set(key, part);
    for (const item of part.reach ?? []) {
      const parts = this.#partsOf.get(item) ?? [];
      parts.push(part);
      this.#partsOf.set(item, parts);
    }
    return part;
  }

  #compile(expression: string, isOfItem: boolean, isPlain: boolean): Evaluate {
    const key = `${isOfItem} ${isPlain} ${expression}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const path = isOfItem ? { base: "QuestionnaireResponse.item", expression } : expression;
    const compiled = fhirpath.compile(path, MODEL, { async: false, resolveInternalTypes: isPlain });
    const evaluate: Evaluate = (focus, environment) => {
      const results: unknown = compiled(focus, environment);
      const list = Array.isArray(results) ? results : [results];
      return isPlain ? list.map(asJson) : list;
    };
    this.#compiled.set(key, evaluate);
    return evaluate;
  }
}

/** Results are JSON: without what FHIRPath hung on them, and a Quantity of FHIRPath as FHIR has it. */
const asJson = (result: unknown): unknown => {
  if (!isObject(result)) return result;
  return JSON.parse(JSON.stringify(result));
};
