import type { CareTopic, SubjectView, Unsubscribe } from "@cadre-care/domain";
import type { PageScope, Vault } from "@cadre-care/vault";
import { GuardedEndpoint, isActivity } from "@cadre-care/vault/protocol";
import { expose } from "comlink";
import type { Runtime } from "webextension-polyfill";
import type { ExtensionTopics } from "../protocol/extension-topics.ts";
import { commandTable } from "../protocol/view-commands.ts";
import {
  ALLOWED_COMMANDS,
  ALLOWED_TOPICS,
  type ExtensionCommands,
  type ViewCommand,
  type ViewContext,
} from "../protocol/view-contexts.ts";
import { viewMessage } from "../protocol/view-messages.ts";
import type { Dock } from "./dock.ts";
import type { Selection } from "./selection.ts";

type Topic = CareTopic | keyof ExtensionTopics;

/** What a view is bound to: a tab's scope, and for frames in the page which host they live in. */
export interface ViewBinding {
  readonly context: ViewContext;
  readonly scope: PageScope;
  readonly list?: string;
  /** Where it may ask for less than its context. */
  readonly allowed?: readonly ViewCommand[];
  readonly dock?: Dock;
  /** Banner and docked frame: whether their own document is the one that speaks for the patient now. */
  readonly speaksForPatient?: () => boolean;
  readonly commands: ExtensionCommands;
  readonly selection: Selection;
}

const SILENT: Pick<SubjectView, "emergency" | "about" | "warnings"> = {
  emergency: false,
  about: { state: "reading" },
  warnings: [],
};

/** Serves one view: calls through a guarded Comlink endpoint, subscriptions as plain messages. */
export class ViewPort {
  readonly #endpoint: GuardedEndpoint;
  readonly #subscriptions = new Map<number, Unsubscribe>();

  constructor(
    private readonly port: Runtime.Port,
    private readonly binding: ViewBinding,
    private readonly vault: Vault,
  ) {
    const allowed = binding.allowed ?? ALLOWED_COMMANDS[binding.context];
    this.#endpoint = new GuardedEndpoint(new Set(allowed), { send: (message) => this.#send(message) });
    expose(commandTable(allowed, binding.scope.service, binding.commands), this.#endpoint);
    port.onDisconnect.addListener(() => this.close());
  }

  /** Anything but a well-formed message of the allowed kinds ends the conversation. */
  receive(message: unknown): void {
    const parsed = viewMessage.safeParse(message);
    if (!parsed.success) {
      this.#refuse();
      return;
    }
    switch (parsed.data.kind) {
      case "call":
        if (isActivity(parsed.data.message.path[0])) this.vault.noteActivity();
        if (!this.#endpoint.deliver(parsed.data.message)) this.#refuse();
        return;
      case "subscribe":
        this.#subscribe(parsed.data.id, parsed.data.topic);
        return;
      case "unsubscribe":
        this.#subscriptions.get(parsed.data.id)?.();
        this.#subscriptions.delete(parsed.data.id);
        return;
      case "alive":
        return;
    }
  }

  close(): void {
    for (const unsubscribe of this.#subscriptions.values()) unsubscribe();
    this.#subscriptions.clear();
  }

  #subscribe(id: number, topic: Topic): void {
    if (!ALLOWED_TOPICS[this.binding.context].includes(topic)) {
      this.#refuse();
      return;
    }
    this.#subscriptions.get(id)?.();
    this.#subscriptions.set(
      id,
      this.#watch(topic, (value) => this.#send({ kind: "value", id, value })),
    );
  }

  #watch(topic: Topic, tell: (value: unknown) => void): Unsubscribe {
    const { scope, list, speaksForPatient, selection, dock } = this.binding;
    if (topic === "selection") return selection.subscribe(tell);
    if (topic === "dock") return dock?.subscribe(tell) ?? (() => undefined);
    if (topic === "marks" && list !== undefined) return scope.subscribeMarks(list, tell);
    if (topic === "subject" && speaksForPatient !== undefined)
      return scope.subscribe("subject", (view) => tell(speaksForPatient() ? view : { ...view, ...SILENT }));
    return scope.subscribe(topic, tell);
  }

  #refuse(): void {
    this.close();
    this.port.disconnect();
  }

  #send(message: unknown): void {
    try {
      this.port.postMessage(message);
    } catch {
      this.close();
    }
  }
}
