/** What one option of a command is for. */
export interface ExplainedOption {
  /** What stands behind the option, in Vietnamese and English; nothing where it takes no value. */
  readonly value: readonly [vi: string, en: string] | undefined;
  readonly vi: string;
  readonly en: string;
}

/** One line for each option, its meaning beside it in a column. */
export const optionLines = (
  explained: Readonly<Record<string, ExplainedOption>>,
  language: "vi" | "en",
): string => {
  const rows = Object.entries(explained).map(([name, option]) => {
    const value = option.value?.[language === "vi" ? 0 : 1];
    return [`--${name}${value === undefined ? "" : ` ${value}`}`, option[language]] as const;
  });
  const width = Math.max(...rows.map(([option]) => option.length));
  return rows.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`).join("\n");
};
