import type { ListReading } from "@cadre-care/his/page";

/** A statement and the place in the viewport that it is about, in CSS pixels. */
export interface Standing {
  readonly said: string;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn for one list: all that its current generation has said. */
export class StandingRows {
  #reading: ListReading | undefined;
  #rows = new Map<number, { readonly height: number; readonly said: string }>();

  take(reading: ListReading): void {
    if (reading.generation !== this.#reading?.generation) this.#rows.clear();
    this.#reading = reading;
    for (const { identity, urgency, top, height } of reading.rows)
      this.#rows.set(top, { height, said: JSON.stringify({ identity, emergency: urgency.emergency }) });
  }

  gone(): void {
    this.#reading = undefined;
    this.#rows.clear();
  }

  get problems(): readonly string[] {
    return this.#reading?.faults.map(({ place, code }) => `${place} ${code}`) ?? [];
  }

  /** Statements whose place is wholly on screen now, and the part of the viewport that counts as the screen. */
  onScreen(): { readonly standing: Standing[]; readonly top: number; readonly bottom: number } {
    const container = this.#reading?.place.container;
    if (container === undefined || !container.isConnected) return { standing: [], top: 0, bottom: 0 };
    const box = container.getBoundingClientRect();
    const scrolls = container !== document.body;
    const edge =
      box.top +
      container.clientTop +
      Number.parseFloat(getComputedStyle(container).paddingTop) -
      (scrolls ? container.scrollTop : 0);
    const top = scrolls ? Math.max(0, box.top) : 0;
    const bottom = scrolls ? Math.min(innerHeight, box.bottom) : innerHeight;
    const standing = [...this.#rows]
      .map(([at, { height, said }]) => ({ said, top: edge + at, bottom: edge + at + height }))
      .filter((row) => row.top >= top && row.bottom <= bottom);
    return { standing, top, bottom };
  }
}
