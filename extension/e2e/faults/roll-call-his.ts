import { createServer } from "node:http";
import type { DirectoryEntry } from "@cadre-care/domain";
import { demoDirectory } from "@cadre-care/example-his-common";
import { listening } from "../harness/listening.ts";

/** Rows of one page; all of them are on screen at once, so that all are read. */
export const PAGE_ROWS = 40;

/** Somebody on the roster as this HIS states them. */
export interface RollPerson {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly cccd: string;
}

const two = (value: number): string => String(value).padStart(2, "0");

const stated = ({ personId, name, birthDate, identifiers }: DirectoryEntry): RollPerson[] => {
  const cccd = identifiers.find(({ kind }) => kind === "cccd")?.value;
  const { year, month, day } = birthDate;
  if (cccd === undefined || month === undefined || day === undefined) return [];
  return [{ personId, name, birthDate: `${year}-${two(month)}-${two(day)}`, cccd }];
};

/** Everybody on the roster who can be told by name and birth date alone, so that the drill knows whom a view is about. */
export const rollCall = (): readonly RollPerson[] => {
  const seen = new Set<string>();
  return demoDirectory()
    .flatMap(stated)
    .filter(({ name, birthDate }) => {
      const key = `${name} ${birthDate}`;
      return !seen.has(key) && seen.add(key);
    });
};

const row = ({ cccd, name, birthDate }: RollPerson): string =>
  `<tr><td class="cccd">${cccd}</td><td class="name">${name}</td><td class="birth">${birthDate.split("-").reverse().join("/")}</td></tr>`;

const pageOf = (people: readonly RollPerson[]): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Danh sách</title>
<style>body{margin:0;padding-left:28px;font:10px/14px sans-serif}td{padding:0 8px;height:14px}</style>
<table id="roll"><tbody>${people.map(row).join("")}</tbody></table></html>`;

/**
 * A hospital in which the whole roster comes on one day, a page at a time: the demo hospitals have 300 patients each,
 * too few for thousands of entries. Nothing of it may stay on the disk, so that a search finds only what is ours.
 */
export const startRollCallHis = async (): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const everybody = rollCall();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const from = Number(searchParams.get("trang") ?? 0) * PAGE_ROWS;
    const isList = pathname === "/danh-sach" && Number.isSafeInteger(from);
    response.writeHead(isList ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    });
    response.end(
      isList ? pageOf(everybody.slice(from, from + PAGE_ROWS)) : "<!doctype html><title>—</title>",
    );
  });
  return listening(server);
};
