import { normaliseIdentifier, type StatedIdentity } from "@cadre-care/domain";
import {
  type DocumentDraft,
  draftPages,
  type FieldRole,
  type PageDraft,
  readPatient,
  readRows,
} from "@cadre-care/his/draft";
import {
  openShadowRootsWith,
  type ProfilePage,
  recognisePages,
  type SiteProfile,
} from "@cadre-care/his/page";
import { wordsOnPage } from "../guess/words-on-page.ts";

/** How one field of the hand-made profile fared in the draft. `wrong`: the draft says something else of the same person. */
export type Verdict = "right" | "asked" | "missed" | "wrong";

export interface FieldVerdict {
  readonly page: string;
  readonly role: FieldRole;
  readonly verdict: Verdict;
  /** Whether the draft asks nobody about it. */
  readonly sure: boolean;
}

/** What one element says by one page, or nothing. */
interface Said {
  readonly identity: StatedIdentity;
  readonly emergency: boolean;
}

const rolesOf = ({ fields, emergency }: ProfilePage): readonly FieldRole[] => [
  ...fields.identifiers.map(({ kind }) => kind),
  ...(fields.name === undefined ? [] : ["name" as const]),
  ...(fields.birthDate === undefined ? [] : ["birth-date" as const]),
  ...(fields.sex === undefined ? [] : ["sex" as const]),
  ...(emergency.length === 0 ? [] : ["emergency" as const]),
];

const statedValue = ({ identity, emergency }: Said, role: FieldRole): string | undefined => {
  if (role === "name") return identity.name;
  if (role === "birth-date")
    return identity.birthDate && JSON.stringify(Object.entries(identity.birthDate).sort());
  if (role === "sex") return identity.sex;
  if (role === "emergency") return String(emergency);
  const stated = identity.identifiers.find(({ kind }) => kind === role);
  if (stated === undefined) return undefined;
  const normal = normaliseIdentifier(stated);
  return normal.ok ? `${normal.value.kind} ${normal.value.value}` : stated.value;
};

/** Who is said to stand where, by element of the page. */
const saidBy = (page: ProfilePage, root: Element): ReadonlyMap<Element, Said> => {
  if (page.kind === "list")
    return new Map(
      readRows(root, page).rows.map(({ row, identity, urgency }) => [
        row,
        { identity, emergency: urgency.emergency },
      ]),
    );
  const { identity, urgency } = readPatient(root, page);
  return new Map(
    identity === null
      ? []
      : [[document.documentElement, { identity, emergency: urgency.emergency }] as const],
  );
};

const draftOf = (
  draft: DocumentDraft,
  page: ProfilePage,
): PageDraft<ProfilePage & { kind: "list" }> | PageDraft<ProfilePage & { kind: "patient" }> | undefined =>
  page.kind === "list" ? draft.list : draft.patient;

/** The root that the draft's page finds by itself, as the product would. */
const drafted = (page: ProfilePage | undefined, profile: SiteProfile): ReadonlyMap<Element, Said> => {
  if (page === undefined) return new Map();
  const [shown] = recognisePages(document, { ...profile, pages: [page] }).shown;
  return shown === undefined ? new Map() : saidBy(page, shown.root);
};

/** Drafts what this document shows, and judges it by the profile that was made by hand. Pages not shown are left out. */
const judge = (profile: SiteProfile): readonly FieldVerdict[] => {
  const draft = draftPages(document);
  return recognisePages(document, profile).shown.flatMap(({ page, root }) => {
    const truth = saidBy(page, root);
    const own = draftOf(draft, page);
    const guess = drafted(own?.page, profile);
    return rolesOf(page).flatMap((role): readonly FieldVerdict[] => {
      const stated = [...truth].flatMap(([element, said]) => {
        const value = statedValue(said, role);
        return value === undefined ? [] : [{ value, guessed: guess.get(element) }];
      });
      // A field that says nothing about anybody shown proves nothing either way.
      if (stated.length === 0 || (role === "emergency" && stated.every(({ value }) => value === "false")))
        return [];
      const field = own?.fields.find((one) => one.role === role);
      const asked = own?.questions.some((question) => question.role === role) ?? false;
      const answers = stated.map(({ value, guessed }) => {
        const said = guessed && statedValue(guessed, role);
        return said === undefined ? "silent" : said === value ? "right" : "wrong";
      });
      const wrong = field !== undefined && answers.includes("wrong");
      const right = field !== undefined && answers.every((answer) => answer === "right");
      return [
        {
          page: page.id,
          role,
          verdict: wrong ? "wrong" : right ? "right" : asked ? "asked" : "missed",
          sure: field?.sure ?? false,
        },
      ];
    });
  });
};

/** Closed shadow roots, kept aside by the test before the page's scripts ran: what an extension sees too. */
const closedRoots = (): WeakMap<Element, ShadowRoot> | undefined => {
  const kept: unknown = Reflect.get(globalThis, "cadreClosedRoots");
  return kept instanceof WeakMap ? kept : undefined;
};

const closedRoot = (host: Element): ShadowRoot | null => closedRoots()?.get(host) ?? null;

openShadowRootsWith(closedRoot);
Reflect.set(globalThis, "cadreWords", () =>
  JSON.stringify(wordsOnPage(document, (host) => host.shadowRoot ?? closedRoot(host))),
);
Reflect.set(globalThis, "cadreJudge", (profile: SiteProfile) => JSON.stringify(judge(profile)));
