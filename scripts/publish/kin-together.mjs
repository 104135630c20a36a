import { basename, extname } from "node:path";

const PREFIX = "\0kin-together:";

/**
 * In the order in which they are put, before what is of no kind: what has to run before any library is used, what others
 * wrote, what is below the elements, texts, styles.
 */
const KINDS = [
  /\/without-eval\.[jt]s$/,
  /\/node_modules\//,
  /\/packages\/(?:domain|forms)\//,
  /\.messages\.[jt]s$/,
  /\.styles\.[jt]s$/,
];

/**
 * Rollup plugin: puts modules of one kind beside each other in the script of an entry. gzip looks 32 kB back for what is
 * repeated, and a script is several times as long. The entry is as before; modules run in another order that their
 * imports allow too, so that one imported only for what it does needs a kind of its own in front.
 */
export const kinTogether = (entry, kinds = KINDS) => {
  const id = `${PREFIX}${entry}`;
  return {
    name: "kin-together",
    input: { [basename(entry, extname(entry))]: id },
    resolveId: (source) => (source === id ? id : null),
    async load(wanted) {
      if (wanted !== id) return null;
      const found = new Set([entry]);
      for (const module of found) {
        const { importedIds } = await this.load({ id: module, resolveDependencies: true });
        for (const imported of importedIds) found.add(imported);
      }
      const first = kinds.flatMap((kind) => [...found].filter((module) => kind.test(module)));
      return [
        ...first.map((module) => `import ${JSON.stringify(module)};`),
        `export * from ${JSON.stringify(entry)};`,
      ].join("\n");
    },
  };
};
