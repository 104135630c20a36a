import { fixture, html } from "@open-wc/testing";
import { afterEach, describe, expect, it } from "vitest";
import { CadreElement } from "../care/cadre-element.ts";
import { englishComing, vietnameseFirst } from "./catalogue.ts";

interface Texts {
  readonly hello: string;
}
const english: Texts = { hello: "Hello" };

/** Texts whose translation comes, or fails to come, when the test says so. */
const onTheirWay = () => {
  let here = false;
  let answer = (): void => undefined;
  let refuse = (): void => undefined;
  const texts = vietnameseFirst<Texts>({ hello: "Xin chào" }, () =>
    here
      ? Promise.resolve({ english })
      : new Promise((resolve, reject) => {
          answer = () => resolve({ english });
          refuse = () => reject(new Error("offline"));
        }),
  );
  const arrive = (): void => {
    here = true;
    answer();
  };
  return { texts, arrive, fail: () => refuse() };
};
let under = onTheirWay();
const asked = (): Promise<unknown> => new Promise(requestAnimationFrame);

class Greeting extends CadreElement {
  drawn: string[] = [];
  patient = "A";
  get shown() {
    return this.words.current;
  }
  protected override render() {
    const said = `${this.words.of(under.texts).hello} ${this.patient}`;
    this.drawn.push(said);
    return html`${said}`;
  }
}
customElements.define("test-greeting", Greeting);

afterEach(async () => {
  under.arrive();
  await englishComing();
  under = onTheirWay();
});

describe("an element in English", () => {
  it("waits with its first drawing until the texts are here", async () => {
    const made = fixture<Greeting>(html`<test-greeting language="en"></test-greeting>`);
    await asked();
    under.arrive();
    const greeting = await made;
    await greeting.updateComplete;
    expect(new Set(greeting.drawn)).toEqual(new Set(["Hello A"]));
  });

  it("is drawn in Vietnamese where the texts cannot be fetched", async () => {
    const made = fixture<Greeting>(html`<test-greeting language="en"></test-greeting>`);
    await asked();
    under.fail();
    expect((await made).shadowRoot?.textContent).toContain("Xin chào");
  });

  it("shows another patient at once, whatever is on its way", async () => {
    const greeting = await fixture<Greeting>(html`<test-greeting></test-greeting>`);
    greeting.language = "en";
    greeting.patient = "B";
    await asked();
    expect(greeting.shadowRoot?.textContent).toContain("Xin chào B");
    under.arrive();
    await greeting.updateComplete;
    expect(greeting.shadowRoot?.textContent).toContain("Hello B");
  });

  it("is in the language of its last drawing until it is drawn again, whatever came meanwhile", async () => {
    const drawing = fixture<Greeting>(html`<test-greeting language="en"></test-greeting>`);
    await asked();
    under.fail();
    const greeting = await drawing;
    expect(greeting.shown).toBe("vi");
    // Another element fetches the texts, and this one is not told.
    under.arrive();
    expect(await englishComing()).toBe(true);
    expect(greeting.shown).toBe("vi");
    greeting.requestUpdate();
    await greeting.updateComplete;
    expect(greeting.shown).toBe("en");
  });
});
