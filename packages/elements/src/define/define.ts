/** Registers an element under its tag, unless another copy of it is there already (two versions on one page). */
export const define = (tag: string, element: CustomElementConstructor): void => {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
};
