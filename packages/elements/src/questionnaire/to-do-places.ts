import type { FormNode, FormState } from "@cadre-care/forms/on-demand";
import type { FormBody } from "./form-body.ts";
import type { FormTally } from "./form-tally.ts";
import { GroupView } from "./group-view.ts";
import type { ToDo } from "./to-do.ts";

/** A thing to do with its place in the form. */
export interface ToDoPlace extends ToDo {
  readonly node: FormNode;
}

/** Sections with something prefilled that nobody has confirmed. */
export const unconfirmedSections = (form: FormState, tally: FormTally): readonly FormNode[] =>
  form.roots.filter((node) => tally.of(node).unconfirmed > 0);

/** Everything that keeps a form from being submitted, in the order of the form, each with the way there. */
export const toDoPlaces = (
  form: FormState,
  tally: FormTally,
  body: FormBody,
  unconfirmed: string,
): readonly ToDoPlace[] => {
  const titled = (node: FormNode): string => form.text(node) || node.definition.linkId;
  const viewOf = (node: FormNode) => {
    if (body.view(node) === undefined) body.finish();
    return body.view(node);
  };
  const problems = tally.blocking.map((node) => ({
    node,
    words: node.parent?.parent === undefined ? titled(node) : `${titled(node.parent)} – ${titled(node)}`,
    go: () => viewOf(node)?.focus(),
  }));
  const sections = unconfirmedSections(form, tally).map((node) => ({
    node,
    words: `${titled(node)}: ${unconfirmed}`,
    go: () => {
      const view = viewOf(node);
      if (view instanceof GroupView) view.focusConfirm();
      else view?.focus();
    },
  }));
  return [...problems, ...sections].sort(
    (one, other) => one.node.definition.index - other.node.definition.index,
  );
};
