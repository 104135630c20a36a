import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Mounting } from "./mounting.ts";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("mounting a host", () => {
  let list: HTMLElement;
  let element: HTMLElement;
  let givenUp: number;
  let mounting: Mounting;

  beforeEach(() => {
    list = document.createElement("div");
    list.innerHTML = "<p>a</p><p>b</p>";
    document.body.append(list);
    element = document.createElement("div");
    givenUp = 0;
    mounting = new Mounting(
      { token: "t", element, sentinel: [], place: () => undefined, settle: () => undefined },
      () => {
        givenUp += 1;
      },
    );
  });
  afterEach(() => {
    mounting.remove();
    list.remove();
  });

  it("stands where it is put, once, however often it is told", () => {
    mounting.at(list, "first-child");
    mounting.at(list, "first-child");
    expect(list.firstElementChild).toBe(element);
    expect(list.childElementCount).toBe(3);
    mounting.at(list, "before");
    expect(list.previousElementSibling).toBe(element);
    expect(list.childElementCount).toBe(2);
  });

  it("returns when the page redraws what is around it", async () => {
    mounting.at(list, "first-child");
    list.innerHTML = "<p>c</p>";
    await settled();
    expect(list.firstElementChild).toBe(element);
    expect(mounting.stopped).toBe(false);
  });

  it("gives up against a page that fights, and stays away", async () => {
    mounting.at(list, "first-child");
    for (let turn = 0; turn < 20; turn += 1) {
      element.remove();
      await settled();
    }
    expect(givenUp).toBe(1);
    expect(mounting.stopped).toBe(true);
    expect(element.isConnected).toBe(false);
    mounting.at(list, "first-child");
    expect(element.isConnected).toBe(false);
  });

  it("does not return after it was taken away on purpose", async () => {
    mounting.at(list, "first-child");
    mounting.remove();
    list.append(document.createElement("p"));
    await settled();
    expect(element.isConnected).toBe(false);
  });

  it("stays inside where it is, whatever the page puts before and after it", async () => {
    mounting.at(list, "inside");
    let moves = 0;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records)
        for (const node of [...addedNodes, ...removedNodes]) if (node === element) moves += 1;
    });
    observer.observe(list, { childList: true });
    for (let turn = 0; turn < 20; turn += 1) {
      list.prepend(document.createElement("p"));
      list.append(document.createElement("p"));
      await settled();
      mounting.at(list, "inside");
    }
    observer.disconnect();
    expect(moves).toBe(0);
    expect(mounting.stopped).toBe(false);
    list.innerHTML = "<p>c</p>";
    await settled();
    expect(element.parentElement).toBe(list);
  });
});
