/** Attributes by whose values elements are named; selectors of a profile may use them. */
export const NAMING =
  /^(?:class|id|name|for|aria-(?:label|labelledby|describedby)|title|placeholder|data-(?:field|testid|label)|col-id|formcontrolname|ng-model|v-model)$/u;

const FLAGS = /^(?:checked|selected|disabled|multiple|open|hidden)$/u;

/** Attributes that make an element what it is, with all the values in which they say nothing else. */
const MAKING: Readonly<Record<string, RegExp>> = {
  type: /^(?:text|search|tel|url|email|password|number|date|month|week|time|datetime-local|checkbox|radio|hidden|button|submit|reset|range|color|file)$/iu,
  role: /^(?:table|grid|treegrid|row|rowgroup|cell|gridcell|columnheader|rowheader|list|listitem|listbox|option|menu|menuitem|tab|tablist|tabpanel|tree|treeitem|dialog|alertdialog|form|group|region|main|navigation|search|banner|article|heading|button|link|checkbox|radio|textbox|searchbox|combobox|status|alert|presentation|none)$/u,
  scope: /^(?:row|col|rowgroup|colgroup)$/u,
  colspan: /^\d{1,3}$/u,
  rowspan: /^\d{1,3}$/u,
  tabindex: /^-?\d{1,2}$/u,
  "aria-colindex": /^\d{1,3}$/u,
  "aria-rowindex": /^\d{1,4}$/u,
  "aria-hidden": /^(?:true|false)$/u,
};

/** The value of an attribute that stays as it is, since it says nothing of anybody; undefined for all others. */
export const plainValue = (name: string, value: string): string | undefined => {
  if (FLAGS.test(name)) return "";
  return MAKING[name]?.test(value) ? value : undefined;
};
