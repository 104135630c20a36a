import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CODE_SYSTEMS } from "@cadre-care/fhir";
import { type Desk, REDIRECT_URI, signedIn } from "../src/contract/desk.ts";
import { checkIn } from "../src/contract/samples.ts";
import { startBoard } from "../src/start-board.ts";

/** `npm run bench -w packages/board-api -- --people 1500 --people 9000`: filling, starting, one client's full sync. */
const { values } = parseArgs({
  options: { people: { type: "string", multiple: true, default: ["1500", "9000"] } },
});

const figure = (name: string, value: number, unit: string): void =>
  console.log(`figure ${name} ${value.toFixed(1)} ${unit}`);

const timed = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
  const start = performance.now();
  const value = await work();
  figure(name, (performance.now() - start) / 1000, "s");
  return value;
};

const databaseUrl = process.env.DATABASE_URL;
for (const people of values.people.map(Number)) {
  const data = mkdtempSync(join(tmpdir(), "board-bench-"));
  const options = {
    port: 0,
    seed: 7,
    people,
    redirectUris: [REDIRECT_URI],
    requestsPerMinute: 1_000_000,
    ...(databaseUrl ? { databaseUrl } : { data }),
  };
  const first = await timed(`board-fill/${people}`, () => startBoard(options));
  await first.stop();
  const board = await timed(`board-start/${people}`, () => startBoard(options));
  const desk: Desk = await signedIn(board.url, "letan");
  const roster = encodeURIComponent(`${CODE_SYSTEMS.tag}|roster`);
  await timed(`board-full-sync/${people}`, async () => {
    await desk.all(`/Flag?_tag=${roster}&_include=Flag:subject&_sort=_lastUpdated&_count=500`);
    await desk.all(`/EpisodeOfCare?_tag=${roster}&_sort=_lastUpdated&_count=500`);
  });
  const since = new Date(Date.now() + 60_000).toISOString();
  await timed(`board-incremental-sync/${people}`, () =>
    desk.all(`/Flag?_tag=${roster}&_lastUpdated=gt${since}&_include=Flag:subject&_count=500`),
  );
  const start = performance.now();
  for (let count = 0; count < 50; count += 1) await desk.transact(checkIn().bundle);
  figure(`board-check-in/${people}`, (performance.now() - start) / 50, "ms");
  await board.stop();
  rmSync(data, { recursive: true, force: true });
}
