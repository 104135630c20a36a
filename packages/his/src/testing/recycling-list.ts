import type { Person } from "./profiles.ts";

const ROW = 30;
const POOL = 16;

/** A virtual list as grids build them: a few row nodes for any number of people, given to others at every scroll. */
export class RecyclingList {
  readonly element: HTMLElement;
  readonly #spacer: HTMLElement;
  readonly #nodes: HTMLElement[] = [];
  #people: readonly Person[];

  constructor(people: readonly Person[], hostDocument: Document = document) {
    this.#people = people;
    const root = hostDocument.createElement("div");
    root.id = "grid";
    root.innerHTML = `<div role="row"><b role="columnheader">Ưu tiên</b><b role="columnheader">Họ tên</b><b role="columnheader">Ngày sinh</b><b role="columnheader">CCCD</b></div>
      <div id="viewport" style="height:240px;overflow:auto;position:relative"><div style="position:relative"></div></div>`;
    this.element = root.querySelector<HTMLElement>("#viewport") ?? root;
    this.#spacer = root.querySelector<HTMLElement>("#viewport > div") ?? root;
    for (let index = 0; index < POOL; index += 1) {
      const node = hostDocument.createElement("div");
      node.setAttribute("role", "row");
      node.style.cssText = `position:absolute;left:0;width:600px;height:${ROW}px;display:flex`;
      node.innerHTML = '<i role="gridcell" style="width:30px"></i>'.repeat(4);
      this.#nodes.push(node);
      this.#spacer.append(node);
    }
    hostDocument.body.append(root);
    this.element.addEventListener("scroll", () => this.draw());
    this.draw();
  }

  show(people: readonly Person[]): void {
    this.#people = people;
    this.draw();
  }

  draw(): void {
    this.#spacer.style.height = `${this.#people.length * ROW}px`;
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - 3);
    for (let index = first; index < first + POOL; index += 1) {
      const node = this.#nodes[index % POOL];
      const person = this.#people[index];
      if (node === undefined) continue;
      node.style.display = person === undefined ? "none" : "flex";
      node.style.transform = `translateY(${index * ROW}px)`;
      const texts = ["", person?.name ?? "", person?.born ?? "", person?.cccd ?? ""];
      for (const [at, text] of texts.entries()) {
        const cell = node.children[at];
        if (cell && cell.textContent !== text) cell.textContent = text;
      }
    }
  }
}
