import type { FhirJson, PreviousValue, Problem } from "@cadre-care/domain";
import { CHANGE, type FormNode, type FormState, type ResponseStatus } from "@cadre-care/forms/on-demand";
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { firstPaint } from "../care/first-paint.ts";
import { CadreFormChangeEvent } from "../events/form-events.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { iconBroken } from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import { FormBody } from "./form-body.ts";
import type { CodeLookup, FormContext } from "./form-context.ts";
import { formWarnings, keyMap } from "./form-hints.ts";
import { FormNavigation } from "./form-navigation.ts";
import { formOutline } from "./form-outline.ts";
import { FormPrinter } from "./form-printer.ts";
import { FormTally, type SectionTally } from "./form-tally.ts";
import { type FormSource, openForm } from "./open-form.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import { sectionOf } from "./section-of.ts";
import { toDoList } from "./to-do.ts";
import { type ToDoPlace, toDoPlaces, unconfirmedSections } from "./to-do-places.ts";

/** Opening takes long enough to be told after this many milliseconds. */
const LONG = 500;

type ViewHost = ReactiveControllerHost & HTMLElement;

/** What surrounds a shown form. */
export interface FormSurroundings {
  readonly previous?: readonly PreviousValue[];
  readonly lookup?: CodeLookup | undefined;
  readonly sample?: boolean;
}

/** A form on the screen of one element: outline, items, what is left to do, paper. The element decides what surrounds it. */
export class FormView implements FormContext {
  readonly words: LanguageController;
  previous: ReadonlyMap<string, PreviousValue> = new Map();
  lookup: CodeLookup | undefined;
  tried = false;
  problem: Problem | undefined;
  readonly printer: FormPrinter;
  /** What follows the last item: the element's submit button. */
  atEnd: () => void = () => undefined;
  readonly #host: ViewHost;
  readonly #navigation = new FormNavigation(this);
  #form: FormState | undefined;
  #body: FormBody | undefined;
  #tally: FormTally | undefined;
  #roots: readonly FormNode[] = [];
  #ids = 0;
  #sample = false;
  #outlineOpen = false;
  #toDoOpen = false;
  #here: FormNode | undefined;
  #takesLong = false;
  #longTimer: ReturnType<typeof setTimeout> | undefined;
  #drawn = (): void => undefined;

  constructor(host: ViewHost, words: LanguageController) {
    this.#host = host;
    this.words = words;
    this.printer = new FormPrinter(host, () => this.#form, words);
  }

  /** The form that is open. */
  get form(): FormState {
    if (this.#form === undefined) throw new Error("no form is open");
    return this.#form;
  }

  get body(): FormBody {
    if (this.#body === undefined) throw new Error("no form is open");
    return this.#body;
  }

  get isOpen(): boolean {
    return this.#form !== undefined;
  }

  /** Every item is drawn. */
  get isComplete(): boolean {
    return this.#body?.pending === false;
  }

  /** Shows a form in place of the one before. */
  open(source: FormSource, { previous = [], lookup, sample = false }: FormSurroundings): void {
    this.close();
    const isDrawn = new Promise<void>((resolve) => {
      this.#drawn = resolve;
    });
    const opened = openForm({ ...source, computeAfter: isDrawn.then(firstPaint) });
    this.problem = opened.ok ? undefined : opened.problem;
    this.#host.requestUpdate();
    if (!opened.ok) return;
    this.#form = opened.value;
    this.#sample = sample;
    this.previous = new Map(previous.map((value) => [value.code, value]));
    this.lookup = lookup;
    this.#roots = [...opened.value.roots];
    this.#tally = new FormTally(opened.value);
    this.#body = new FormBody(this);
    this.#longTimer = setTimeout(() => {
      this.#takesLong = true;
      this.#host.requestUpdate();
    }, LONG);
    this.#body.start(() => {
      clearTimeout(this.#longTimer);
      this.#drawn();
      this.#host.requestUpdate();
    });
    opened.value.subscribe((changed) => this.#changed(changed));
    // Expressions that cannot be computed are known once they were tried.
    void opened.value.ready.then(() => this.#host.requestUpdate());
    void firstPaint().then(() => this.printer.prepare());
  }

  /** Nothing of the form stays. */
  close(): void {
    this.#body?.stop();
    this.#form?.dispose();
    // Who waits for what is calculated waits no longer.
    this.#drawn();
    clearTimeout(this.#longTimer);
    this.#takesLong = false;
    this.#body = undefined;
    this.#form = undefined;
    this.#tally = undefined;
    this.problem = undefined;
    this.tried = false;
    this.#toDoOpen = false;
    this.#here = undefined;
    this.printer.clear();
  }

  /** Settles when everything that is calculated is. */
  get ready(): Promise<void> {
    return this.#form?.ready ?? Promise.resolve();
  }

  response(status: ResponseStatus): FhirJson {
    return { ...this.form.toResponse(status) };
  }

  newId(): string {
    this.#ids += 1;
    return `i${this.#ids}`;
  }

  tally(section: FormNode): SectionTally {
    if (this.#tally === undefined) throw new Error("no form is open");
    return this.#tally.of(section);
  }

  confirm(section: FormNode): void {
    const { form } = this;
    const confirm = (node: FormNode): void => {
      form.confirm(node);
      for (const child of node.children) confirm(child);
    };
    form.batch(() => confirm(section));
  }

  advance(from: FormNode): void {
    this.#navigation.step(from, 1);
  }

  leaveAtEnd(): void {
    this.atEnd();
  }

  /** Things that keep the form from being submitted: problems of items, and sections that nobody confirmed. */
  get toDoCount(): number {
    if (this.#tally === undefined) return 0;
    return this.#tally.whole.blocking + unconfirmedSections(this.form, this.#tally).length;
  }

  /** Puts the focus on the first item that can be filled in. */
  focusFirst(): void {
    this.#navigation.step(undefined, 1);
  }

  /** A submission met things to do: all of them are shown, and the first has the focus. */
  showAllProblems(): void {
    this.tried = true;
    this.#toDoOpen = true;
    this.body.finish();
    this.body.redraw();
    this.#host.requestUpdate();
    this.nextToDo(undefined);
    // The list of them makes the foot grow over what has the focus.
    void this.#host.updateComplete.then(() => this.#hereInSight());
  }

  nextToDo(after: FormNode | undefined): void {
    const places = this.#toDoPlaces();
    // Repeats of a group have the same items: the one that has the focus is found first, and left behind.
    const here = places.findIndex(({ node }) => node === after);
    const index = after?.definition.index ?? -1;
    const next = here >= 0 ? places[here + 1] : places.find(({ node }) => node.definition.index > index);
    (next ?? places[0])?.go();
  }

  /** A key somewhere in the form. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !this.isOpen) return;
    const [from] = event.composedPath();
    if (this.#navigation.key(event, from instanceof Element ? from : null)) event.preventDefault();
  };

  readonly onFocus = (event: FocusEvent): void => {
    const [at] = event.composedPath();
    const node = at instanceof Element ? this.#body?.viewAt(at)?.node : undefined;
    const section = node && sectionOf(node);
    if (section === undefined || section === this.#here) return;
    this.#here = section;
    this.#host.requestUpdate();
  };

  /** Everything above the foot. */
  content(extra: TemplateResult | typeof nothing = nothing): TemplateResult {
    const text = this.words.of(questionnaireMessages);
    const { problem } = this;
    if (problem !== undefined)
      return html`${notice("urgent", iconBroken(), text.broken, html`<p>${text.brokenHow}</p><p class="soft">${this.words.explain(problem)}</p>`)}`;
    if (this.#form === undefined) return notice("plain", iconInfo(), text.empty);
    const { form } = this;
    form.language = this.words.current;
    return html`
      ${this.#sample ? html`<p class="sample" part="sample">${text.sample} – ${text.sampleHow}</p>` : nothing}
      ${form.title === "" ? nothing : html`<h2 class="title">${form.title}</h2>`}
      ${extra}
      ${formWarnings(this.form, this.words)}
      ${form.roots.length === 0 ? notice("plain", iconInfo(), text.hollow) : nothing}
      ${keyMap(this.words)}
      ${this.#outline()}
      ${this.body.element}
      ${this.#takesLong && this.body.pending ? html`<p class="soft" role="status">${text.slow}</p>` : nothing}
    `;
  }

  toDo(): TemplateResult | typeof nothing {
    if (this.#form === undefined) return nothing;
    const toggle = (): void => {
      this.#toDoOpen = !this.#toDoOpen;
      this.#host.requestUpdate();
    };
    return toDoList(this.words, this.toDoCount, () => this.#toDoPlaces(), this.#toDoOpen, toggle);
  }

  #changed(changed: ReadonlyMap<FormNode, number>): void {
    const tally = this.#tally;
    const body = this.#body;
    if (tally === undefined || body === undefined) return;
    const sections = new Set<FormNode>();
    const structure = this.#isRestructured(changed);
    let answered: FormNode | undefined;
    let several = false;
    for (const [node, changes] of changed) {
      if ((changes & (CHANGE.answers | CHANGE.children)) !== 0) {
        several = answered !== undefined;
        answered = node;
      }
      const section = tally.refresh(node);
      if (section !== undefined) sections.add(section);
    }
    if (structure) {
      tally.rebuild();
      body.restructure();
    }
    body.changed(changed);
    for (const section of sections) body.view(section)?.update();
    this.#host.requestUpdate();
    if (!structure && answered === undefined) return;
    const linkId = several || structure ? undefined : answered?.definition.linkId;
    this.#host.dispatchEvent(new CadreFormChangeEvent(linkId, () => this.response("in-progress")));
  }

  /** Whether repeats came or went, with items of their own. */
  #isRestructured(changed: ReadonlyMap<FormNode, number>): boolean {
    const { roots } = this.form;
    const before = this.#roots;
    this.#roots = [...roots];
    if (roots.length !== before.length || roots.some((node, place) => node !== before[place])) return true;
    return [...changed].some(
      ([{ definition }, changes]) =>
        (changes & CHANGE.children) !== 0 && (!definition.isQuestion || definition.children.length > 0),
    );
  }

  #outline(): TemplateResult | typeof nothing {
    const { form } = this;
    const entries = form.roots
      .filter(
        ({ definition, enabled }) =>
          definition.type === "group" && enabled && definition.hints.hidden !== true,
      )
      .map((node) => ({
        title: [form.prefix(node), form.text(node)].filter(Boolean).join(" "),
        tally: this.tally(node),
        here: node === this.#here,
        jump: () => {
          this.#outlineOpen = false;
          this.#navigation.enter(node);
          this.#host.requestUpdate();
        },
      }));
    const whole = this.#tally?.whole;
    if (whole === undefined) return nothing;
    return formOutline(this.words, whole, entries, this.#outlineOpen, () => {
      this.#outlineOpen = !this.#outlineOpen;
      this.#host.requestUpdate();
    });
  }

  #hereInSight(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    if (focused) this.#body?.viewAt(focused)?.scrollIntoSight();
  }

  #toDoPlaces(): readonly ToDoPlace[] {
    const tally = this.#tally;
    const { unconfirmed } = this.words.of(questionnaireMessages);
    return tally === undefined ? [] : toDoPlaces(this.form, tally, this.body, unconfirmed);
  }
}
