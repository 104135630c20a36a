import fc from "fast-check";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import type { FormNode } from "../state/form-node.ts";
import type { FormState } from "../state/form-state.ts";
import { CODES } from "./arbitrary-items.ts";

export interface Edit {
  readonly at: number;
  readonly kind: "type" | "choose" | "clear" | "add" | "remove" | "toggle";
  readonly slot: number;
  readonly literal: number;
  readonly text: string;
}

export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat(40),
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant("choose" as const) },
      { weight: 4, arbitrary: fc.constantFrom("type", "toggle", "clear", "add", "remove" as const) },
    ),
    slot: fc.nat(3),
    literal: fc.nat(3),
    text: fc.oneof(
      fc.constantFrom(
        "1",
        "2,5",
        "31/02/2026",
        "03/2026",
        "12/03/2026 8:05",
        "8h30",
        "có",
        "abc",
        "<b>x1</b>",
        "x1",
        "",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
  }),
  { maxLength: 40, size: "max" },
);

const valueFor = ({ definition }: FormNode, literal: number): AnswerValue | undefined => {
  switch (definition.type) {
    case "boolean":
      return { valueBoolean: literal % 2 === 0 };
    case "integer":
      return { valueInteger: literal };
    case "decimal":
      return { valueDecimal: literal + 0.5 };
    case "choice":
    case "open-choice":
      return {
        valueCoding: { system: "s", code: CODES[literal % 3] ?? "a", display: CODES[literal % 3] ?? "a" },
      };
    case "quantity":
      return {
        valueQuantity: { value: literal, unit: "mmHg", system: "http://unitsofmeasure.org", code: "mm[Hg]" },
      };
    case "string":
    case "text":
      return { valueString: `x${literal}` };
    default:
      return undefined;
  }
};

const everyNode = (nodes: readonly FormNode[]): readonly FormNode[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);

/** Does to a form what a person might do; what is not possible there is nothing. */
export const edit = (form: FormState, { at, kind, slot, literal, text }: Edit): void => {
  const nodes = everyNode(form.roots);
  const node = nodes[at % nodes.length];
  if (!node) return;
  const place = slot % Math.max(1, node.answers.length);
  const value = valueFor(node, literal);
  if (kind === "type") form.typeText(node, place, text);
  else if (kind === "choose" && value) form.setAnswer(node, place, value);
  else if (kind === "toggle" && value) form.toggle(node, value);
  else if (kind === "clear") form.setAnswer(node, place, undefined);
  else if (kind === "add") node.definition.type === "group" ? form.addGroup(node) : form.addAnswer(node);
  else if (kind === "remove") {
    if (node.definition.type === "group") form.removeGroup(node);
    else form.removeAnswer(node, place);
  }
};

interface Picture {
  readonly linkId: string;
  readonly enabled: boolean;
  readonly answers: readonly unknown[];
  readonly issues: readonly string[];
  readonly children: readonly Picture[];
}

const holdsNothing = (picture: Picture): boolean =>
  picture.answers.length === 0 && picture.children.every(holdsNothing);

const repeats = (form: FormState, linkId: string): boolean =>
  form.definition.byLinkId.get(linkId)?.repeats === true;

/** All that can be seen of a form. Repeats of groups and answers with nothing in them are left out: no response has them. */
export const pictureOf = (form: FormState, nodes = form.roots): readonly Picture[] =>
  nodes
    .map((node): Picture => {
      const isGroup = node.definition.type === "group";
      const filled = node.answers.filter((slot) => {
        const isTyped = slot.value === undefined && slot.typed !== undefined && slot.typed.trim() !== "";
        return slot.value || isTyped || !pictureOf(form, slot.children).every(holdsNothing);
      });
      return {
        linkId: node.definition.linkId,
        enabled: node.enabled,
        answers: filled.map(({ value, typed, source, children }) => [
          value ?? (typed?.trim() === "" ? undefined : typed),
          source,
          pictureOf(form, children),
        ]),
        issues: node.issues.map(({ code }) => code).filter((code) => code !== "text-cleaned"),
        children: isGroup ? pictureOf(form, node.children) : [],
      };
    })
    .filter(
      (picture) =>
        !(
          form.definition.byLinkId.get(picture.linkId)?.type === "group" &&
          repeats(form, picture.linkId) &&
          holdsNothing(picture)
        ),
    );
