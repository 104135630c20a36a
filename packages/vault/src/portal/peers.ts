import type { SessionView } from "@cadre-care/domain";
import { z } from "zod";
import type { Vault } from "../service/vault.ts";
import { languageTag } from "../session/language-tag.ts";

const news = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("outbox") }),
  z.strictObject({ kind: z.literal("forms") }),
  z.strictObject({ kind: z.literal("locked") }),
  z.strictObject({ kind: z.literal("signed-out") }),
  z.strictObject({ kind: z.literal("opened") }),
  z.strictObject({ kind: z.literal("rotated") }),
  z.strictObject({ kind: z.literal("activity") }),
  z.strictObject({ kind: z.literal("language"), language: languageTag }),
]);
type News = z.infer<typeof news>;

/** Changes of the queue and of forms that come close together are looked at once. */
const TOGETHER_MS = 150;

/** What others must hear when a session goes from one view to the next. */
const newsOf = (before: SessionView, after: SessionView): readonly News[] => {
  const all: News[] = [];
  if (before.state === "open" && after.state === "locked") all.push({ kind: "locked" });
  if (before.state !== "new" && after.state === "new") all.push({ kind: "signed-out" });
  if (before.state !== "open" && after.state === "open") all.push({ kind: "opened" });
  const { chosenLanguage } = after;
  if (chosenLanguage !== undefined && before.chosenLanguage !== chosenLanguage)
    all.push({ kind: "language", language: chosenLanguage });
  return all;
};

export interface Peers {
  /** Somebody works with this one: the others do not lock for idleness. */
  activity(): void;
  end(): void;
}

/**
 * Keeps the vaults of several workers on one database in step. Only hints travel, never data or keys: whoever hears one
 * reads the disk that all share. `stale` is called when this vault knows of no user, and another has one by now.
 */
export const keepInStep = (vault: Vault, name: string, stale: () => void): Peers => {
  const channel = new BroadcastChannel(name);
  const tell = (message: News): void => channel.postMessage(message);
  let session = vault.session.view();
  let soon: ReturnType<typeof setTimeout> | undefined;

  const endings = [
    vault.session.subscribe((after) => {
      const before = session;
      session = after;
      for (const message of newsOf(before, after)) tell(message);
    }),
  ];
  for (const kind of ["outbox", "forms"] as const) {
    let first = true;
    endings.push(
      vault.scope("peers").subscribe(kind, () => {
        if (!first) tell({ kind });
        first = false;
      }),
    );
  }

  endings.push(
    vault.rotations((count) => {
      if (count > 0) tell({ kind: "rotated" });
    }),
  );

  const hear = (message: News): void => {
    const { state, chosenLanguage } = vault.session.view();
    switch (message.kind) {
      case "outbox":
      case "forms":
        clearTimeout(soon);
        soon = setTimeout(() => void vault.wake(), TOGETHER_MS);
        return;
      case "rotated":
        void vault.wake();
        return;
      case "locked":
        if (state === "open") void vault.session.lock();
        return;
      case "signed-out":
        if (state !== "new") void vault.session.signOut();
        return;
      case "opened":
        if (state === "new" || state === "needs-secret") stale();
        return;
      case "activity":
        vault.noteActivity();
        return;
      case "language":
        if (chosenLanguage !== message.language) void vault.session.setLanguage(message.language);
        return;
    }
  };
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const parsed = news.safeParse(event.data);
    if (parsed.success) hear(parsed.data);
  });
  return {
    activity: () => tell({ kind: "activity" }),
    end: () => {
      clearTimeout(soon);
      for (const end of endings) end();
      channel.close();
    },
  };
};
