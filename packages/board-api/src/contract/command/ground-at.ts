import { type Policy, readPolicy } from "@cadre-care/domain";
import { type Author, type BoardKey, LIBRARY_URLS, libraryDocument, librarySchema } from "@cadre-care/fhir";
import { decodeJwt } from "jose";
import { z } from "zod";
import type { Desk } from "../calls.ts";
import { references } from "../checks/entries.ts";
import { NotAsked } from "../checks/findings.ts";
import type { Ground, SignInGround } from "../checks/ground.ts";
import { rosterOf } from "../checks/test-people.ts";
import { SuiteDesk } from "./suite-desk.ts";
import type { Traces } from "./traces.ts";

export interface Asking {
  /** Base address of the board, without a slash at the end. */
  readonly board: string;
  /** Access tokens; neither is ever printed. Where the desk has none, the board is asked without one. */
  readonly deskToken: string | undefined;
  readonly officeToken: string | undefined;
  /** Patients that nobody looks after; made by the office where there are none. */
  readonly persons: readonly string[];
  readonly documentKeys: readonly BoardKey[] | undefined;
  readonly signIn: Omit<SignInGround, "renewed">;
  readonly origins: readonly string[];
  readonly burst: number;
}

const claims = z.looseObject({ fhirUser: z.string().optional(), site: z.string().optional() });

const claimsOf = (token: string | undefined): z.infer<typeof claims> => {
  try {
    return claims.parse(token === undefined ? {} : decodeJwt(token));
  } catch {
    // An opaque token is as good as a JWT: it says nothing to us.
    return {};
  }
};

/** The policy as it is stored, signed or not; a check says whether it is signed. */
const policyAt = async (desk: Desk): Promise<Policy | undefined> => {
  const url = encodeURIComponent(LIBRARY_URLS.policy);
  const answer = await desk.get(`/Library?status=active&url=${url}`);
  if (answer.status !== 200) return undefined;
  const library = librarySchema.safeParse(answer.bundle.entry[0]?.resource);
  const document = library.success ? libraryDocument(library.data) : undefined;
  const policy = document?.ok ? readPolicy(document.value.content) : undefined;
  return policy?.ok ? policy.value : undefined;
};

const PEOPLE = 3;

/** People whom no machine shows: they carry the roster's tag, and nothing of them is active. */
const madePeople = async (desk: Desk, policy: Policy | undefined): Promise<readonly string[]> => {
  const tier = policy?.tiers[0]?.code ?? "contract";
  const entry = Array.from({ length: PEOPLE }, (_, index) => {
    const urn = `urn:uuid:00000000-0000-4000-8000-00000000000${index}`;
    const { patient, flag, episode } = rosterOf({ personId: "x", unit: policy?.unit.id, tier });
    const { id: _id, ...person } = patient;
    const post = <Resource extends { readonly resourceType: string }>(resource: Resource) => ({
      resource,
      request: { method: "POST", url: resource.resourceType },
    });
    return [
      { fullUrl: urn, ...post({ ...person, active: false }) },
      post({ ...flag, status: "inactive", subject: { reference: urn } }),
      post({ ...episode, status: "finished", patient: { reference: urn } }),
    ];
  }).flat();
  const answer = await desk.transact({ resourceType: "Bundle", type: "transaction", entry });
  if (answer.status !== 200) return [];
  return references(answer).flatMap((reference) =>
    reference.startsWith("Patient/") ? [reference.slice("Patient/".length)] : [],
  );
};

/** Whom the entries name as their author: who is signed in, else a Practitioner made for it. */
const authorAt = async (desk: Desk, token: string | undefined): Promise<Author> => {
  const name = "Kiểm tra máy chủ";
  const { fhirUser } = claimsOf(token);
  if (fhirUser?.startsWith("Practitioner/")) return { reference: fhirUser, name };
  const made = await desk.send("POST", "/Practitioner", { resourceType: "Practitioner", active: true });
  const id =
    made.status === 201 ? z.looseObject({ id: z.string() }).safeParse(made.json).data?.id : undefined;
  return { reference: `Practitioner/${id ?? "contract-suite"}`, name };
};

const DAY_MS = 86_400_000;
/** Long ago: no machine takes such a visit for one of today's. */
const FIRST_DAY = Date.UTC(2001, 0, 1);

/** Everything that checks ask a board with. */
export const groundAt = async (asking: Asking, traces: Traces): Promise<Ground> => {
  const { board, deskToken, officeToken } = asking;
  const desk = new SuiteDesk(board, deskToken, traces);
  // Where nobody signs in, everybody reads everything.
  const office =
    officeToken === undefined
      ? deskToken === undefined
        ? desk
        : undefined
      : new SuiteDesk(board, officeToken, traces);
  const policy = await policyAt(desk).catch(() => undefined);
  const author = await authorAt(desk, deskToken).catch(() => undefined);
  const persons =
    asking.persons.length > 0 ? asking.persons : await madePeople(office ?? desk, policy).catch(() => []);
  let turn = 0;
  let days = 0;
  return {
    ...asking,
    url: board,
    signIn: { ...asking.signIn, renewed: (refreshToken) => traces.signedIn(refreshToken) },
    ...{ desk, second: desk, office, nobody: new SuiteDesk(board, undefined, traces) },
    author: author ?? { reference: "Practitioner/contract-suite", name: "Kiểm tra máy chủ" },
    secondAuthor: author ?? { reference: "Practitioner/contract-suite", name: "Kiểm tra máy chủ" },
    site: claimsOf(deskToken).site ?? policy?.sites[0]?.id ?? "contract",
    process: policy?.processes[0]?.id ?? "contract",
    step: policy?.steps.find(({ effect }) => effect === "none")?.id ?? policy?.steps[0]?.id ?? "contract",
    nextPerson: () => {
      const person = persons[turn % Math.max(persons.length, 1)];
      turn += 1;
      if (person === undefined) throw new NotAsked("no-person");
      return person;
    },
    nextDay: () => {
      days += 1;
      return new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10);
    },
    at: new Date().toISOString().replace("Z", "+00:00"),
    policy,
    waits: traces.waits,
  };
};
