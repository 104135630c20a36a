/** A Rollup plugin, as far as it is one. */
export function minifyTemplates(): {
  readonly name: string;
  transform(code: string, id: string): Promise<{ readonly code: string } | null>;
};
