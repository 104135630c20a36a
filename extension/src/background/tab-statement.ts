import type { Problem, SiteProblem } from "@cadre-care/domain";
import { siteProblemKey } from "@cadre-care/domain";
import type { PageScope, StatedPageKind } from "@cadre-care/vault";

/** What one document says of itself: what it is under its profile, and what does not fit. */
export interface DocumentStatement {
  readonly site: string | null;
  /** `other`: the profile has no page for its address, as for the frames around a list. */
  readonly kind: StatedPageKind;
  readonly problem?: Problem | undefined;
  readonly misfits: readonly SiteProblem[];
  /** Told when none of the tab's documents turned out to be a page that is known. */
  readonly unknown?: (() => void) | undefined;
}

/** How many misfits of one tab are told. */
const MOST = 10;
/** Frames of one page are not built at once: only after so long it counts that none of them is known. */
const GRACE_MS = 2_000;

/** What all documents of a tab say together: the one that spoke last is the page, what does not fit in any is told. */
export class TabStatement {
  readonly #documents = new Map<object, DocumentStatement>();
  #unknown: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly scope: Pick<PageScope, "statePage">) {}

  say(document: object, statement: DocumentStatement): void {
    this.#documents.delete(document);
    this.#documents.set(document, statement);
    this.#tell();
  }

  /**
   * The document is gone, or nothing is known of it. What it was stays the page until another speaks, as one frame gives
   * way to the next; what was wrong with it does not.
   */
  withdraw(document: object): void {
    const said = this.#documents.get(document);
    this.#documents.delete(document);
    if (said !== undefined && (said.misfits.length > 0 || said.kind === "off")) this.#tell();
  }

  end(): void {
    clearTimeout(this.#unknown);
    this.#documents.clear();
  }

  #tell(): void {
    clearTimeout(this.#unknown);
    const all = [...this.#documents.values()];
    const page =
      all.filter(({ kind }) => kind !== "other" && kind !== "off").at(-1) ??
      all.filter(({ kind }) => kind === "off").at(-1);
    const misfits = new Map(
      all.flatMap((one) => one.misfits).map((misfit) => [siteProblemKey(misfit), misfit]),
    );
    const told = [...misfits.values()].sort((one, other) => Number(other.off) - Number(one.off));
    if (page !== undefined) this.scope.statePage(page.site, page.kind, page.problem, told.slice(0, MOST));
    else this.#unknown = setTimeout(() => this.#sayUnknown(), GRACE_MS);
  }

  /** Every document is of the site, and none a page that the profile knows. */
  #sayUnknown(): void {
    const last = [...this.#documents.values()].at(-1);
    if (last === undefined) return;
    this.scope.statePage(last.site, "unknown");
    last.unknown?.();
  }
}
