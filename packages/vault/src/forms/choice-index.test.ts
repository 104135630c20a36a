import { expect, it } from "vitest";
import { ChoiceIndex } from "./choice-index.ts";

it("finds by code before words, and folds each name once however much is asked", () => {
  let folded = 0;
  const concept = (code: string, display: string) => ({
    system: "s",
    code,
    get display() {
      folded += 1;
      return display;
    },
  });
  const choices = new ChoiceIndex([concept("a", "Hưu trí"), concept("b", "Giáo viên"), concept("c", "b")]);
  expect(choices.find("b", "hưu trí")?.code).toBe("b");
  expect(folded).toBe(0);
  for (const text of ["GIAO VIEN", "hưu trí", "nông dân"]) choices.find(text, text);
  expect(choices.find("x", "huu tri")?.code).toBe("a");
  expect(choices.find("x", "nông dân")).toBeUndefined();
  expect(folded).toBe(3);
});
