import { expect, it } from "vitest";
import { englishComing, inBoth, vietnameseFirst } from "./catalogue.ts";

it("has English once it was fetched, and fetches again what the network did not give", async () => {
  const english = { hello: "Hello" };
  const answers = [Promise.reject(new Error("offline")), Promise.resolve({ english })];
  let asked = 0;
  const texts = vietnameseFirst({ hello: "Xin chào" }, async () => {
    const answer = await answers[asked++];
    if (answer === undefined) throw new Error("asked too often");
    return answer;
  });
  const hello = inBoth(texts, "hello");
  expect([texts.vi.hello, texts.en, hello.en]).toEqual(["Xin chào", undefined, "Xin chào"]);

  expect(await englishComing()).toBe(false);
  expect(texts.en).toBeUndefined();

  const both = Promise.all([englishComing(), englishComing()]);
  expect(await both).toEqual([true, true]);
  expect([asked, texts.en, hello]).toEqual([2, english, { vi: "Xin chào", en: "Hello" }]);
  expect(englishComing()).toBeUndefined();
});
