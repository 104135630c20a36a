import { randomUUID } from "node:crypto";
import { compareVersions, failure, problemCatalogue, type Result, success } from "@cadre-care/domain";
import {
  type BoardClient,
  createByTag,
  documentLibrary,
  IDENTIFIER_SYSTEMS,
  LIBRARY_URLS,
  type Library,
  libraryDocument,
  librarySchema,
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

/** The id in a profile that the board has in use, whichever version of the product it is for. */
const named = z.looseObject({ id: z.string() });
/** What stands for the id of a profile that cannot be read. */
const UNREADABLE = "unreadable";

const idIn = (library: unknown): string => {
  const read = librarySchema.safeParse(library);
  const document = read.success ? libraryDocument(read.data) : undefined;
  const content = named.safeParse(document?.ok === true ? document.value.content : undefined);
  return content.success ? content.data.id : UNREADABLE;
};

const ofAnotherId = (site: string, known: string, sent: string): Result<never> =>
  failure("profile-of-another-id", {
    vi: `Cơ sở ${site} đang dùng hồ sơ khác trên máy chủ: ${known}. Gửi ${sent} sẽ thay hồ sơ đó. Nếu đúng ý, chạy lại lệnh với --replace ${known}; nếu không, sửa mã hồ sơ hoặc mã cơ sở. Chưa có gì thay đổi.`,
    en: `Site ${site} has another profile in use on the board: ${known}. Sending ${sent} would replace it. If that is meant, run the command again with --replace ${known}; if not, correct the profile's code or its site. Nothing was changed.`,
  });

/** The profile of a site as the board has it in use. */
const inUse = resourceOnServerSchema.extend({ version: z.string().default("0") });

/**
 * Puts a profile into the board as the one `Library` of its site, in the place of the one before if there is one. The board
 * signs what it takes in. One of another id is replaced only when `replace` names it: a wrong site code would else take the
 * profile of another hospital away. @returns the version that was in use before
 */
export const publishProfile = async (
  board: BoardClient,
  profile: SiteProfile,
  replace?: string,
): Promise<Result<{ readonly before?: string }>> => {
  const found = await board.search("Library", {
    url: LIBRARY_URLS.siteProfile,
    identifier: `${IDENTIFIER_SYSTEMS.site}|${profile.site}`,
    status: "active",
  });
  if (found.kind !== "success") return { ok: false, problem: found.problem };
  const [resource] = (found.body.entry ?? []).map((entry) => entry.resource);
  const known = resource === undefined ? undefined : inUse.parse(resource);
  const before = known?.version;
  const knownId = known === undefined ? profile.id : idIn(resource);
  if (knownId !== profile.id && knownId !== replace) return ofAnotherId(profile.site, knownId, profile.id);
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
