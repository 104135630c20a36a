import { randomUUID } from "node:crypto";
import { compareVersions, problemCatalogue, type Result, success } from "@cadre-care/domain";
import {
  type BoardClient,
  createByTag,
  documentLibrary,
  IDENTIFIER_SYSTEMS,
  LIBRARY_URLS,
  type Library,
  resourceOnServerSchema,
  type TransactionEntry,
  transaction,
} from "@cadre-care/fhir";
import type { SiteProfile } from "@cadre-care/his";
import { z } from "zod";

const problems = problemCatalogue({
  "profile-not-above": {
    vi: "Máy chủ đang dùng phiên bản bằng hoặc mới hơn. Tăng phiên bản của hồ sơ rồi gửi lại.",
    en: "The board has this version in use, or one above it. Raise the profile's version and send it again.",
  },
});

/** The profile of a site as the board has it in use. */
const inUse = resourceOnServerSchema.extend({ version: z.string().default("0") });

/**
 * Puts a profile into the board as the one `Library` of its site, in the place of the one before if there is one. The board
 * signs what it takes in. @returns the version that was in use before
 */
export const publishProfile = async (
  board: BoardClient,
  profile: SiteProfile,
): Promise<Result<{ readonly before?: string }>> => {
  const found = await board.search("Library", {
    url: LIBRARY_URLS.siteProfile,
    identifier: `${IDENTIFIER_SYSTEMS.site}|${profile.site}`,
    status: "active",
  });
  if (found.kind !== "success") return { ok: false, problem: found.problem };
  const [known] = (found.body.entry ?? []).map(({ resource }) => inUse.parse(resource));
  const before = known?.version;
  if (before !== undefined && compareVersions(profile.version, before) <= 0)
    return problems.refuse("profile-not-above");
  const library = documentLibrary(
    LIBRARY_URLS.siteProfile,
    { version: profile.version, site: profile.site, content: profile },
    profile.name.vi,
  );
  const written = await board.transact(
    transaction([known === undefined ? created(library) : amended(known, library)]),
  );
  if (written.kind !== "success") return { ok: false, problem: written.problem };
  return success(before === undefined ? {} : { before });
};

const created = (library: Library): TransactionEntry => {
  const entry = randomUUID();
  const meta = { tag: [{ system: IDENTIFIER_SYSTEMS.entry, code: entry }] };
  return createByTag({ ...library, meta }, entry);
};

/** What the board keeps of one `Library` from version to version, such as its entry key, stays as it is. */
const amended = (known: z.infer<typeof inUse>, { version, title, content }: Library): TransactionEntry => ({
  resource: { ...known, version, title, content },
  request: { method: "PUT", url: `Library/${known.id}`, ifMatch: `W/"${known.meta.versionId}"` },
});
