import { success } from "@cadre-care/domain";
import { expect, it } from "vitest";
import { testBoardKeys } from "../testing/board-signature.ts";
import { connectVault } from "./connect-vault.ts";

const PAGE = new URL("../testing/strict-page.ts", import.meta.url).href;

/** What a page in a frame says, that is under this policy. */
const underPolicy = async (policy: string, kind: "shared" | "dedicated"): Promise<unknown> => {
  const databaseName = `strict-${crypto.randomUUID()}`;
  const frame = document.createElement("iframe");
  frame.name = `${kind} ${databaseName}`;
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><script type="module" src="${PAGE}"></script>`;
  const said = new Promise((resolve) =>
    addEventListener("message", function listener({ data }: MessageEvent<{ databaseName?: unknown }>) {
      if (data.databaseName !== databaseName) return;
      removeEventListener("message", listener);
      resolve(data);
    }),
  );
  document.body.append(frame);
  try {
    return await said;
  } finally {
    frame.remove();
  }
};

const STRICT = "require-trusted-types-for 'script'";

it.each(["shared", "dedicated"] as const)(
  "a page under Trusted Types that names the policy starts its %s worker, and again later",
  async (kind) => {
    expect(await underPolicy(`${STRICT}; trusted-types lit-html cadre-care-worker`, kind)).toMatchObject({
      plainly: false,
      first: success(null),
      second: success(null),
    });
  },
);

it("one that names no policies does so too", async () => {
  expect(await underPolicy(STRICT, "shared")).toMatchObject({ plainly: false, first: success(null) });
});

it("one that does not name it hears why nothing starts", async () => {
  const failed = { ok: false, problem: { code: "portal-worker-failed" } };
  expect(await underPolicy(`${STRICT}; trusted-types lit-html`, "shared")).toMatchObject({ first: failed });
});

it("one that names others and asks for none starts it", async () => {
  expect(await underPolicy("trusted-types lit-html", "shared")).toMatchObject({
    plainly: true,
    first: success(null),
  });
});

it("two portals of one origin, each with a database of its own, have a worker each", async () => {
  const boardKeys = await testBoardKeys();
  const portals = ["a", "b"].map((name) =>
    connectVault({
      board: `https://${name}.example`,
      boardKeys,
      redirectUri: "https://portal.example/back",
      site: "bv-tinh",
      databaseName: `${name}-${crypto.randomUUID()}`,
    }),
  );
  expect(await Promise.all(portals.map(({ ready }) => ready))).toEqual([success(null), success(null)]);
  for (const portal of portals) portal.close();
});
