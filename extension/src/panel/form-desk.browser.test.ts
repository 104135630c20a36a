import {
  type CareTopics,
  type FormOffer,
  formProblems,
  type Result,
  type SessionView,
  success,
} from "@cadre-care/domain";
import { html, LitElement } from "lit";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ExtensionTopics } from "../protocol/extension-topics.ts";
import { FormDesk, type FormDeskService } from "./form-desk.ts";

type Topics = CareTopics & ExtensionTopics;
type Listeners = { [Topic in keyof Topics]: Set<(value: Topics[Topic]) => void> };

const exam: FormOffer = {
  questionnaire: "https://board.example/fhir/Questionnaire/exam|2026.1",
  kind: "exam",
  title: { vi: "Khám sức khỏe định kỳ", en: "Periodic exam" },
  sample: false,
};

/** A background that knows forms or not, and says what it is told to. */
class Background implements FormDeskService {
  readonly discarded: string[] = [];
  answer: Result<readonly FormOffer[]> = success([exam]);
  readonly #listeners: Listeners = {
    session: new Set(),
    subject: new Set(),
    scan: new Set(),
    marks: new Set(),
    page: new Set(),
    roster: new Set(),
    outbox: new Set(),
    connection: new Set(),
    forms: new Set(),
    selection: new Set(),
    dock: new Set(),
  };

  subscribe<Topic extends keyof Topics>(topic: Topic, listener: (value: Topics[Topic]) => void): () => void {
    this.#listeners[topic].add(listener);
    return () => this.#listeners[topic].delete(listener);
  }

  say<Topic extends keyof Topics>(topic: Topic, value: Topics[Topic]): void {
    for (const listener of this.#listeners[topic]) listener(value);
  }

  listForms = async (): Promise<Result<readonly FormOffer[]>> => this.answer;

  discardDraft = async (form: string): Promise<Result<null>> => {
    this.discarded.push(form);
    return success(null);
  };
}

class TestPanel extends LitElement {
  readonly background = new Background();
  readonly desk: FormDesk = new FormDesk(this, this.background);

  protected override willUpdate(): void {
    this.desk.follow("subject-1");
  }

  protected override render(): unknown {
    return html`<h1 tabindex="-1">Bảng</h1>${this.desk.open() ?? this.desk.lists()}`;
  }

  get text(): string {
    return this.shadowRoot?.textContent ?? "";
  }

  button(part: string): HTMLButtonElement {
    const found = this.shadowRoot?.querySelector<HTMLButtonElement>(`[part=${part}]`);
    if (!found) throw new Error(`no ${part}`);
    return found;
  }
}
customElements.define("test-panel", TestPanel);

class TestDock extends TestPanel {
  override readonly desk = new FormDesk(this, this.background, true);
}
customElements.define("test-dock", TestDock);

const doctor = (id: string): SessionView => ({
  state: "open",
  user: { id, name: "Nguyễn Văn Khám", role: "doctor" },
  minimumSecretLength: 6,
  language: "vi",
});

const panel = (made = new TestPanel()): TestPanel => {
  document.body.append(made);
  made.background.say("session", doctor("user-1"));
  made.background.say("roster", { state: "syncing" });
  return made;
};

afterEach(() => document.body.replaceChildren());

describe("the panel's forms", () => {
  it("are asked for again when the board's forms may have arrived", async () => {
    const shown = panel();
    shown.background.answer = formProblems.refuse("forms-missing");
    await vi.waitUntil(() => shown.text.includes("Chưa tải được biểu mẫu"));
    shown.background.answer = success([exam]);
    shown.background.say("roster", { state: "current", syncedAt: "2026-11-26T08:00:00Z" });
    await vi.waitUntil(() => shown.text.includes(exam.title.vi));
    expect(shown.text).not.toContain("Chưa tải được biểu mẫu");
  });

  it("are not gone on with by another user of the same name", async () => {
    const shown = panel();
    await vi.waitUntil(() => shown.text.includes(exam.title.vi));
    shown.button("open-form").click();
    await shown.updateComplete;
    expect(shown.shadowRoot?.querySelector("cadre-exam-checklist")).not.toBeNull();
    shown.background.say("session", doctor("user-1"));
    await shown.updateComplete;
    expect(shown.shadowRoot?.querySelector("cadre-exam-checklist")).not.toBeNull();
    shown.background.say("session", doctor("user-2"));
    await shown.updateComplete;
    expect(shown.shadowRoot?.querySelector("cadre-exam-checklist")).toBeNull();
  });

  it("give the focus to the heading when the form that had it is closed, and take it from nobody else", async () => {
    const shown = panel();
    const open = async (): Promise<HTMLElement> => {
      await vi.waitUntil(() => shown.text.includes(exam.title.vi));
      shown.button("open-form").click();
      await shown.updateComplete;
      const form = shown.shadowRoot?.querySelector<HTMLElement>("cadre-exam-checklist");
      if (!form) throw new Error("no form");
      return form;
    };
    const form = await open();
    form.tabIndex = -1;
    form.focus();
    form.dispatchEvent(new Event("cadre-form-close"));
    await shown.updateComplete;
    expect(shown.shadowRoot?.activeElement?.localName).toBe("h1");

    const elsewhere = document.body.appendChild(document.createElement("input"));
    const again = await open();
    elsewhere.focus();
    again.dispatchEvent(new Event("cadre-form-close"));
    await shown.updateComplete;
    expect(document.activeElement).toBe(elsewhere);
  });

  it("name a damaged draft by its code, and let it be discarded", async () => {
    const shown = panel();
    const damaged = [{ form: "0197-draft", title: exam.title, person: { name: "Người Bệnh Mẫu" } }];
    shown.background.say("forms", { drafts: [], bound: [], damaged });
    await vi.waitUntil(() => shown.text.includes("0197-draft"));
    expect(shown.text).toContain("Người Bệnh Mẫu");
    shown.button("discard-damaged").click();
    expect(shown.background.discarded).toEqual(["0197-draft"]);
  });

  it("docked in a page, name a damaged draft and where it is discarded", async () => {
    const shown = panel(new TestDock());
    shown.background.say("forms", { drafts: [], bound: [], damaged: [{ form: "0197-draft" }] });
    await vi.waitUntil(() => shown.text.includes("0197-draft"));
    expect(shown.text).toContain("Bản nháp chỉ bỏ được trong bảng chăm sóc");
    expect(shown.shadowRoot?.querySelector("[part=discard-damaged]")).toBeNull();
  });
});
