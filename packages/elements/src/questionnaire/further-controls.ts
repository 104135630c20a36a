/** Loaded as one, before a form that needs any of it opens. */
export { attachmentControl as attachment } from "./controls/attachment.ts";
export { autocompleteControl as autocomplete } from "./controls/autocomplete.ts";
export { earlierLine } from "./earlier-value.ts";
export { furtherStyles } from "./further-controls.styles.ts";
