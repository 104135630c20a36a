import { AIMS, type Aim } from "./aims.ts";
import type { Figures, Run } from "./figures-file.ts";

type Found = { readonly run: Run; readonly value: number; readonly unit: string };

/** Of several runs the worst. */
const find = ({ runs }: Figures, { kind, name }: Aim): Found | undefined =>
  runs
    .flatMap((run) =>
      run.measured
        .filter((measured) => measured.kind === kind && measured.name === name)
        .map(({ value, unit }) => ({ run, value, unit })),
    )
    .sort((one, other) => one.value - other.value)
    .at(-1);

const verdict = (aim: Aim, found: Found | undefined): string => {
  if (found === undefined) return "không có trong các lần chạy này · not among these runs";
  return found.value <= aim.most ? "đạt · met" : "**chưa đạt · missed**";
};

const aimRow = (figures: Figures, aim: Aim): string => {
  const found = find(figures, aim);
  const value = found === undefined ? "" : `${found.value}${found.unit ? ` ${found.unit}` : ""}`;
  return `| ${aim.says.vi} · ${aim.says.en} | \`${aim.name}\` | ${aim.most} | ${value} | ${verdict(aim, found)} | ${found?.run.date ?? ""} |`;
};

const runSection = ({ command, date, machine, measured }: Run): string[] => [
  `### \`${command}\``,
  "",
  `${date}; ${machine}.`,
  "",
  "| Loại · Kind | Tên · Name | Giá trị · Value |",
  "| --- | --- | --- |",
  ...measured.map(
    ({ kind, name, value, unit }) => `| ${kind} | \`${name}\` | ${value}${unit ? ` ${unit}` : ""} |`,
  ),
  "",
];

/** The part of docs/benchmarks.md that comes out of docs/figures.json. */
export const figuresMarkdown = (figures: Figures): string =>
  [
    "## Mục tiêu và kết quả · Aims and results",
    "",
    "| Điều gì · What | Tên · Name | Mục tiêu, nhiều nhất · Aim, at most | Đo được · Measured | Kết quả · Result | Ngày · Date |",
    "| --- | --- | --- | --- | --- | --- |",
    ...AIMS.map((aim) => aimRow(figures, aim)),
    "",
    "## Mọi số đo · Every figure",
    "",
    ...figures.runs.flatMap(runSection),
  ].join("\n");
