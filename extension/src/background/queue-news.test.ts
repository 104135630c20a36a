import type { OutboxEntryView, OutboxView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { type NewsKind, QueueNews } from "./queue-news.ts";
import { buttonFace, newsWords } from "./queue-words.ts";

const NOW = Date.parse("2026-11-22T02:30:00Z");
const HOUR = 3_600_000;
const entry = (id: string, change: Partial<OutboxEntryView>): OutboxEntryView => ({
  id,
  kind: "response",
  acceptedAt: "2026-11-22T02:00:00Z",
  state: "waiting",
  attempts: 0,
  actions: [],
  about: "Nguyễn Thị Hòa Bình",
  ...change,
});
const queue = (...entries: readonly OutboxEntryView[]): OutboxView => ({
  waiting: entries.length,
  parked: 0,
  draining: false,
  entries,
});

const machine = () => {
  const disk: { told: unknown } = { told: undefined };
  const told: NewsKind[] = [];
  let now = NOW;
  const start = (tell: (kind: NewsKind) => Promise<void> = async (kind) => void told.push(kind)) =>
    new QueueNews(
      {
        read: async () => disk.told,
        write: async (marks) => {
          disk.told = JSON.parse(JSON.stringify(marks));
        },
      },
      tell,
      () => now,
    );
  return { start, told, disk, pass: (time: number) => (now += time) };
};

describe("news of the queue", () => {
  it("tells once of an entry that needs a person, also after a restart", async () => {
    const { start, told } = machine();
    const view = queue(entry("1", { state: "parked", actions: ["resend"] }), entry("2", {}));
    const news = start();
    await Promise.all([news.look(view), news.look(view)]);
    await news.look(queue());
    await start().look(view);
    expect(told).toEqual(["needs-person"]);
    await start().look(queue(...view.entries, entry("3", { state: "quarantined" })));
    expect(told).toEqual(["needs-person", "needs-person"]);
  });

  it("tells of results when their 24 hours are about to end, and of the same entry once more when it is parked", async () => {
    const { start, told, pass } = machine();
    const dueAt = new Date(NOW + 4 * HOUR).toISOString();
    const news = start();
    await news.look(queue(entry("1", { dueAt })));
    expect(told).toEqual([]);
    pass(2 * HOUR);
    await news.look(queue(entry("1", { dueAt })));
    pass(4 * HOUR);
    await news.look(queue(entry("1", { dueAt })));
    expect(told).toEqual(["results-due"]);
    await news.look(queue(entry("1", { dueAt, state: "parked" })));
    expect(told).toEqual(["results-due", "needs-person"]);
  });

  it("is silent about what waits by itself and what is another user's", async () => {
    const { start, told } = machine();
    await start().look(
      queue(entry("1", { state: "retry" }), entry("2", { state: "parked", byAnother: true })),
    );
    expect(told).toEqual([]);
  });

  it("rather tells too little than twice", async () => {
    const { start, told } = machine();
    const view = queue(entry("1", { state: "parked" }));
    await expect(start(() => Promise.reject(new Error("died"))).look(view)).rejects.toThrow("died");
    await start().look(view);
    expect(told).toEqual([]);
  });

  it("takes a damaged memory for none", async () => {
    const { start, told, disk } = machine();
    disk.told = { broken: true };
    await start().look(queue(entry("1", { state: "parked" })));
    expect(told).toEqual(["needs-person"]);
  });
});

describe("the toolbar button", () => {
  const face = (waiting: number, parked: number) =>
    buttonFace({ waiting, parked, draining: false, entries: [] }, "vi");

  it("shows what needs a person, else what waits, else nothing", () => {
    expect(face(4, 1)).toMatchObject({ text: "1", title: "Cadre Care · 1 mục cần xử lý · 4 mục chờ gửi" });
    expect(face(4, 0)).toMatchObject({ text: "4", title: "Cadre Care · 4 mục chờ gửi" });
    expect(face(0, 0)).toMatchObject({ text: "", title: "Cadre Care" });
    expect(face(5_000, 0).text).toBe("999+");
    expect(face(4, 1).colour).not.toBe(face(4, 0).colour);
  });

  it("names nobody, and gives no number in a notification", () => {
    const view = queue(entry("1", { state: "parked" }));
    for (const language of ["vi", "en"] as const) {
      expect(buttonFace(view, language).title).not.toContain("Nguyễn");
      for (const kind of ["needs-person", "results-due"] as const) {
        const { title, message } = newsWords(kind, language);
        expect(`${title} ${message}`.replace("24", "")).not.toMatch(/\d/);
        expect(message).toBe(message.normalize("NFC"));
      }
    }
  });
});
