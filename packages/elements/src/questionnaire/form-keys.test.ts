import { describe, expect, it } from "vitest";
import { type FocusKind, formKey, lettered, type PressedKey } from "./form-keys.ts";

const press = (key: string, also: Partial<PressedKey> = {}): PressedKey => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...also,
});

describe("keys of a form", () => {
  it("Enter goes on, also from a long text; Shift+Enter goes back, or is a new line there", () => {
    for (const focus of ["choice", "line", "long", "select"] satisfies FocusKind[])
      expect(formKey(press("Enter"), focus)).toEqual({ act: "next" });
    expect(formKey(press("Enter", { shiftKey: true }), "line")).toEqual({ act: "previous" });
    expect(formKey(press("Enter", { shiftKey: true }), "long")).toBeUndefined();
  });

  it("leaves Enter to buttons and to controls with keys of their own", () => {
    expect(formKey(press("Enter"), "button")).toBeUndefined();
    expect(formKey(press("Enter"), "own")).toBeUndefined();
  });

  it("takes digits, letters and Delete in a choice only", () => {
    expect(formKey(press("3"), "choice")).toEqual({ act: "choose", index: 2 });
    expect(formKey(press("k"), "choice")).toEqual({ act: "letter", letter: "k" });
    expect(formKey(press("Delete"), "choice")).toEqual({ act: "clear" });
    expect(formKey(press("0"), "choice")).toBeUndefined();
    for (const key of ["3", "k", "Delete"]) expect(formKey(press(key), "line")).toBeUndefined();
  });

  it("answers once for a key that is held down, and leaves Backspace to input methods", () => {
    for (const key of ["1", "c", "Delete"])
      expect(formKey(press(key, { repeat: true }), "choice")).toBeUndefined();
    expect(formKey(press("Backspace"), "choice")).toBeUndefined();
  });

  it("goes between sections with Alt and an arrow, confirms with F2, looks for what is left with F8", () => {
    expect(formKey(press("ArrowDown", { altKey: true }), "long")).toEqual({ act: "section", by: 1 });
    expect(formKey(press("ArrowUp", { altKey: true }), "choice")).toEqual({ act: "section", by: -1 });
    expect(formKey(press("F2"), "line")).toEqual({ act: "confirm" });
    expect(formKey(press("F8"), "own")).toEqual({ act: "to-do" });
  });

  it("never takes a key of an input method or of the browser", () => {
    expect(formKey(press("Enter", { isComposing: true }), "line")).toBeUndefined();
    expect(formKey(press("3", { isComposing: true }), "choice")).toBeUndefined();
    expect(formKey(press("c", { ctrlKey: true }), "choice")).toBeUndefined();
    expect(formKey(press("c", { metaKey: true }), "choice")).toBeUndefined();
    expect(formKey(press("d", { altKey: true }), "choice")).toBeUndefined();
  });
});

it("a letter means the options that begin with it, without marks", () => {
  expect(lettered(["Có", "Không"], "c")).toEqual([0]);
  expect(lettered(["Có", "Không"], "K")).toEqual([1]);
  expect(lettered(["Đạt", "Dương", "Âm"], "d")).toEqual([0, 1]);
  expect(lettered(["Đạt", "Âm"], "a")).toEqual([1]);
  expect(lettered(["Có", ""], "x")).toEqual([]);
});
