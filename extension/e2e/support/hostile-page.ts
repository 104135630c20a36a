import type { Page } from "puppeteer-core";

/** Takes our hosts out whenever it sees them, until the page is left; counts how often. */
export const removeHostsForever = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isHost = (element: Element) =>
      element.localName === "div" && element.getAttributeNames().some((name) => /^[a-z]{12}$/.test(name));
    const take = () => {
      for (const element of document.querySelectorAll("div"))
        if (isHost(element)) {
          element.remove();
          document.documentElement.dataset.taken = String(
            Number(document.documentElement.dataset.taken ?? "0") + 1,
          );
        }
    };
    new MutationObserver(take).observe(document, { subtree: true, childList: true });
    take();
  });

export const timesTaken = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset.taken ?? "0"));

/** From the next document on, each counts the hosts of ours that were ever put into it. */
export const countHosts = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(() => {
    let count = 0;
    Object.defineProperty(window, "__hostsSeen", { get: () => count });
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (
          node instanceof HTMLDivElement &&
          node.getAttributeNames().some((name) => /^[a-z]{12}$/.test(name))
        )
          count += 1;
    }).observe(document, { subtree: true, childList: true });
  });
};

export const hostsSeen = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, "__hostsSeen"));

/** The page's script puts these addresses into frames of its own, and waits until each came to an end. */
export const embed = (page: Page, addresses: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    for (const address of all) {
      const frame = document.createElement("iframe");
      const settled = new Promise((resolve) => {
        frame.addEventListener("load", resolve);
        frame.addEventListener("error", resolve);
        // A browser that refuses a frame need not say so.
        setTimeout(resolve, 2_000);
      });
      frame.src = address;
      document.body.append(frame);
      await settled;
    }
  }, addresses);

/** Serves the page's documents without their Content-Security-Policy: a HIS that protects nobody. */
export const withoutPolicy = async (page: Page): Promise<void> => {
  await page.setRequestInterception(true);
  page.on("request", async (request) => {
    if (request.resourceType() !== "document" || !request.url().startsWith("http")) return request.continue();
    const answer = await fetch(request.url());
    await request.respond({
      status: answer.status,
      contentType: answer.headers.get("content-type") ?? "text/html",
      body: await answer.text(),
    });
  });
};

/** Whether page script can fetch, as text, what an address of the extension holds. */
export const canFetch = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(
    (target) =>
      fetch(target).then(
        (answer) => answer.ok,
        () => false,
      ),
    address,
  );

/** Patches what page script can patch before the extension comes: nothing of ours may go through it. */
export const plantTraps = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(() => {
    const caught: string[] = [];
    Object.defineProperty(window, "__probeCaught", { value: caught });
    const trap = (owner: object, name: string) => {
      const original: unknown = Reflect.get(owner, name);
      if (typeof original !== "function") return;
      Object.defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value: function (this: unknown, ...given: unknown[]) {
          caught.push(`${name}(${given.map(String).join(",").slice(0, 80)})`);
          return Reflect.apply(original, this, given);
        },
      });
    };
    trap(Element.prototype, "attachShadow");
    trap(CustomElementRegistry.prototype, "define");
    trap(window, "postMessage");
    trap(Storage.prototype, "setItem");
    trap(history, "pushState");
  });
};

export const caughtByTraps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const caught: unknown = Reflect.get(window, "__probeCaught");
    return Array.isArray(caught) ? caught.map(String) : ["the traps are gone"];
  });
