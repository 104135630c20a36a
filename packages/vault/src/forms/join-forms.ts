import type { DamagedFormView } from "@cadre-care/domain";
import type { BoardClient } from "@cadre-care/fhir";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { openDraftsSealer } from "../keys/key-ring.ts";
import type { Sealer } from "../keys/sealer.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { BoardDocuments } from "../service/documents.ts";
import type { Topic } from "../service/topic.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { Visits } from "../visits/visits.ts";
import { EarlierValues } from "./earlier-values.ts";
import { FormKeeping } from "./form-keeping.ts";
import { FormOpening } from "./form-opening.ts";
import { FormViewing } from "./form-viewing.ts";
import { KeptLibrary } from "./kept-library.ts";
import { type OpenFormRow, UserForms } from "./user-forms.ts";

export interface FormsSurroundings {
  readonly database: VaultDatabase;
  readonly outbox: Outbox;
  readonly visits: Visits;
  readonly client: BoardClient;
  readonly documents: BoardDocuments;
  readonly keys: () => OutboxKeys | null;
  /** The raw key of this user's drafts, while the session is open. */
  readonly draftsKey: () => string | undefined;
  readonly online: () => boolean;
  /** Epoch milliseconds, corrected by the board's clock. */
  readonly now: () => number;
}

export interface VaultForms {
  readonly opening: FormOpening;
  readonly keeping: FormKeeping;
  readonly viewing: FormViewing;
  readonly library: KeptLibrary;
  readonly open: Topic<readonly OpenFormRow[]>;
  readonly damaged: Topic<readonly DamagedFormView[]>;
  /** Keys were opened or closed. */
  refresh(): Promise<void>;
}

/** The sealer of the key that is open now; importing a key is done once. */
const sealerOf = (draftsKey: () => string | undefined): (() => Promise<Sealer | undefined>) => {
  let known: { readonly raw: string; readonly sealer: Promise<Sealer> } | undefined;
  return async () => {
    const raw = draftsKey();
    if (raw === undefined) {
      known = undefined;
      return undefined;
    }
    if (known?.raw !== raw) known = { raw, sealer: openDraftsSealer(raw) };
    return known.sealer;
  };
};

export const joinForms = (around: FormsSurroundings): VaultForms => {
  const { database, outbox, visits, client, documents, keys, draftsKey, online, now } = around;
  const library = new KeptLibrary(documents, keys);
  const forms = new UserForms({ database, outbox, keys, drafts: sealerOf(draftsKey) });
  const earlier = new EarlierValues(forms, client, online);
  return {
    opening: new FormOpening({ forms, outbox, visits, library, earlier, now }),
    viewing: new FormViewing({ forms, outbox, visits, library: library.read, client, online }),
    keeping: new FormKeeping({ forms, outbox, library, now }),
    library,
    open: forms.open,
    damaged: forms.damaged,
    refresh: () => forms.refresh(),
  };
};
