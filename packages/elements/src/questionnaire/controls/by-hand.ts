import { nothing } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

/** Keeps an element as it should be now. Called at every drawing. */
type Keep = (element: Element) => void;

class ByHand extends Directive {
  render(_keep: Keep): typeof nothing {
    return nothing;
  }

  override update({ element }: ElementPart, [keep]: [Keep]): typeof nothing {
    keep(element);
    return nothing;
  }
}

/**
 * An element that is kept by hand, in one part: a long form has thousands of fields and options, and a part for each of
 * their attributes, a template for each option, made up much of the time until it was complete.
 */
export const byHand = directive(ByHand);
