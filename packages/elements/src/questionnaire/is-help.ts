/** Whether an item explains others, and is no question or text of its own. */
export const isHelp = (type: string, hint: string | undefined): boolean =>
  type === "display" && hint === "help";
