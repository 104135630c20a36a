import { z } from "zod";
import { BoardReader, type BoardResource } from "./board-reader.ts";
import type { Workday } from "./workday.ts";

/** The board's demo engineer. */
const ENGINEER = { login: "cntt", password: "cntt-mau-2026" };

const library = z.looseObject({
  content: z.tuple([z.looseObject({ contentType: z.string(), data: z.string() })]).rest(z.unknown()),
});

/** Changes the policy at the board as its IT staff do; the board signs what it keeps. */
export const changePolicy = async (
  { demo, redirectUri }: Workday,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const writer = await BoardReader.signIn(demo.boardUrl, redirectUri, ENGINEER, "user/Library.crus");
  const found = await writer.search("Library", "_id=policy");
  const [policy] = found;
  if (policy === undefined) throw new Error("the board has no policy");
  const [{ data, ...attachment }] = library.parse(policy).content;
  const content: unknown = JSON.parse(Buffer.from(data, "base64").toString("utf8"));
  const next = { ...z.record(z.string(), z.unknown()).parse(content), ...change };
  const after: BoardResource = {
    ...policy,
    content: [{ ...attachment, data: Buffer.from(JSON.stringify(next)).toString("base64") }],
  };
  await writer.replace(after, policy);
};
