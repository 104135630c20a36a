import { css } from "lit";

/** The form on A4, in black, in the order of its items. Page size and margins are the printing document's. */
export const paperStyles = css`
  @media print {
    .paper {
      font-family: "Times New Roman", "Liberation Serif", "Tinos", serif;
      font-size: 11.5pt;
      line-height: 1.3;
    }
    .paper :is(h2, h3, h4, p, ul, table) {
      margin: 0;
    }
    .paper h2 {
      margin-block: 6pt 8pt;
      font-size: 14pt;
      text-align: center;
      text-transform: uppercase;
      text-wrap: balance;
    }
    .paper h3 {
      margin-block: 7pt 2pt;
      font-size: 12pt;
      break-after: avoid;
    }
    .paper h4 {
      margin-block: 3pt 0;
      font-size: 11.5pt;
      font-style: italic;
      font-weight: 600;
      break-after: avoid;
    }
    .paper .line {
      break-inside: avoid;
    }
    .paper .line.open {
      display: flex;
      flex-wrap: wrap;
      gap: 0 4pt;
      align-items: baseline;
    }
    .paper .blank {
      flex: 1 1 6em;
      min-block-size: 1em;
      border-block-end: 1px dotted #000;
    }
    .paper .small {
      font-size: 0.9em;
      font-style: italic;
    }
    .paper .answer {
      font-weight: 600;
      white-space: pre-line;
    }
    .paper .box {
      display: inline-block;
      margin-inline-end: 6pt;
    }
    .paper .run {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11.5em, 1fr));
      gap: 0 14pt;
      break-inside: avoid;
    }
    .paper table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    .paper :is(th, td) {
      padding: 0.5pt 4pt;
      border: 0.5pt solid #000;
      text-align: start;
      font-weight: 400;
    }
    .paper tr {
      break-inside: avoid;
    }
    .paper .order {
      inline-size: 2.2em;
      white-space: nowrap;
    }
    .paper .tick {
      inline-size: 4.2em;
      white-space: nowrap;
      text-align: center;
    }
    .paper .band {
      padding: 2pt 6pt;
      border: 0.75pt dashed #000;
      font-size: 10pt;
      text-align: center;
    }
    .paper .printed {
      margin-block-start: 6pt;
      font-size: 9pt;
    }
    .paper.compact {
      font-size: 10.5pt;
      line-height: 1.2;
    }
    .paper.compact h3 {
      margin-block: 4pt 1pt;
      font-size: 11pt;
    }
    .paper.compact h4 {
      margin-block: 1pt 0;
      font-size: 10.5pt;
    }
  }
`;
