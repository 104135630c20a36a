import { describe, expect, it, vi } from "vitest";
import { Dock } from "./dock.ts";
import { DocumentStyles } from "./user-styles.ts";

interface Injection {
  readonly css: string;
}

/** The style sheets of one document. Each call takes a while, an insertion longer than what comes after it. */
const sheets = vi.hoisted((): string[] => []);
vi.mock("../browser.ts", () => {
  const after = (turns: number, act: () => void) =>
    new Promise<void>((resolve) => {
      setTimeout(() => {
        act();
        resolve();
      }, turns);
    });
  return {
    browser: {
      scripting: {
        insertCSS: ({ css }: Injection) => after(20, () => sheets.push(css)),
        removeCSS: async ({ css }: Injection) => {
          await after(0, () => undefined);
          const at = sheets.lastIndexOf(css);
          if (at < 0) throw new Error("no such sheet");
          sheets.splice(at, 1);
        },
      },
    },
  };
});

const ON_SCREEN = "position: fixed";
const isOpen = () => sheets.some((css) => css.includes(ON_SCREEN));
const begun = () => {
  const styles = new DocumentStyles(1, 0, "hosts");
  styles.begin();
  return { styles, dock: new Dock(styles) };
};

describe("the docked frame's style sheet", () => {
  it("ends where the dock does, however fast it is opened and closed", async () => {
    sheets.length = 0;
    const { styles, dock } = begun();
    dock.show(true);
    dock.show(false);
    await styles.done();
    expect(isOpen()).toBe(false);
    dock.show(true);
    dock.show(false);
    dock.show(true);
    await styles.done();
    expect(isOpen()).toBe(true);
    expect(sheets).toHaveLength(2);
  });

  it("is taken away when the document greets a background that knows nothing of it", async () => {
    sheets.length = 0;
    const before = begun();
    before.dock.show(true);
    await before.styles.done();
    const { styles } = begun();
    await styles.done();
    expect(isOpen()).toBe(false);
    expect(sheets).not.toEqual([]);
  });
});
