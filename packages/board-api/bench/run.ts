/** `npm run bench -w packages/board-api`: filling, starting, synchronising; `-- --load`: 500 clients at once. */
await import(process.argv.includes("--load") ? "./load.ts" : "./roster.ts");

export {};
