import type { TransactionBundle } from "@cadre-care/fhir";

/** One offline queue, used as its documentation says. All of them send the same bundles to the same address. */
export interface Contender {
  readonly name: string;
  /** Resolves when the queue says that the entry is kept. */
  accept(id: string, bundle: TransactionBundle, lane: string): Promise<void>;
  /** One try at sending everything that waits; resolves when the queue stops trying. */
  drain(): Promise<void>;
  waiting(): Promise<number>;
  close(): void;
}

export interface Destination {
  /** FHIR base. */
  readonly base: string;
  readonly token: string;
  /** Reference of the signed-in member of staff. */
  readonly author: string;
}

export const requestFor = ({ base, token }: Destination, bundle: TransactionBundle): Request =>
  new Request(base, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/fhir+json",
      accept: "application/fhir+json",
    },
    body: JSON.stringify(bundle),
  });
