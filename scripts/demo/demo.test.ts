import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { accountIn } from "./board-service.ts";
import { browserCommand, hasDisplay } from "./browser-window.ts";
import { startService } from "./child-service.ts";
import { introduction } from "./introduction.ts";
import { freePort, portOrFree } from "./ports.ts";
import { movedProfile } from "./site-build.ts";

const dirs = { chromium: "/site/chromium", firefox: "/site/firefox" };

describe("portOrFree", () => {
  it("keeps a free port, and finds another for a busy one", async () => {
    const port = await freePort();
    expect(await portOrFree(port)).toBe(port);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, resolve));
    try {
      expect(await portOrFree(port)).not.toBe(port);
    } finally {
      server.close();
    }
  });
});

describe("startService", () => {
  const service = (script: string) =>
    startService({
      name: "sample",
      entry: "--eval",
      args: [script],
      ready: /^ready (http\S+)/,
    });

  it("waits until the service says that it is ready, stops it, kills it, and starts it again", async () => {
    const sample = await service("console.log('ready http://localhost:1/'); setInterval(() => {}, 1000)");
    expect(sample.url).toBe("http://localhost:1");
    expect(sample.running).toBe(true);
    await sample.stop();
    expect(sample.running).toBe(false);
    await sample.start();
    expect(sample.running).toBe(true);
    await sample.kill();
    expect(sample.running).toBe(false);
  }, 60_000);

  it("gives the last words of a service that ends instead", async () => {
    await expect(service("console.error('thư mục bị khóa'); process.exit(4)")).rejects.toThrow(
      "thư mục bị khóa",
    );
  }, 60_000);
});

describe("browserCommand", () => {
  it("loads the extension into Chromium, in a profile inside the checkout", () => {
    const found = browserCommand(dirs, ["http://localhost:8091"], {
      chromium: "/usr/bin/chromium",
      firefox: "/usr/bin/firefox",
    });
    expect(found?.command).toBe("/usr/bin/chromium");
    expect(found?.args).toContain("--load-extension=/site/chromium");
    expect(found?.profileDir).toMatch(/\.data[/\\]chromium$/);
  });

  it("takes Firefox where Chrome would not take an unpacked extension", () => {
    const found = browserCommand(dirs, [], {
      chromium: "/usr/bin/google-chrome",
      firefox: "/usr/bin/firefox",
    });
    expect(found?.command).toMatch(/web-ext$/);
    expect(found?.args).toContain("--source-dir=/site/firefox");
  });

  it("gives nothing where there is no browser", () => {
    expect(browserCommand(dirs, [], { chromium: undefined, firefox: undefined })).toBeUndefined();
  });
});

describe("what a person is told", () => {
  it("sees a screen only where there is one", () => {
    expect(hasDisplay({}, "linux")).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
    expect(hasDisplay({}, "darwin")).toBe(true);
  });

  it("names addresses, and how to load the extension when no browser opened", () => {
    const demo = {
      boardUrl: "http://localhost:1",
      hisUrls: { jqgrid: "http://localhost:2", react: "http://localhost:3" },
      extensionDirs: dirs,
      board: {
        accounts: [{ login: "le.tan", password: "mat-khau-mau", role: "receptionist", desk: "Quầy 1" }],
      },
    };
    expect(introduction(demo, true)).toContain("http://localhost:3");
    expect(introduction(demo, true)).toMatch(/le\.tan +mat-khau-mau +receptionist +Quầy 1/);
    expect(introduction(demo, true)).not.toContain("/site/chromium");
    expect(introduction(demo, false)).toContain("/site/chromium");
  });

  it("reads the accounts that the board prints", () => {
    expect(accountIn("account le.tan mat-khau receptionist (Quầy tiếp đón)")).toEqual({
      login: "le.tan",
      password: "mat-khau",
      role: "receptionist",
      desk: "Quầy tiếp đón",
    });
    expect(accountIn("board ready http://localhost:1")).toBeUndefined();
  });

  it("moves a profile to the address where the HIS runs now", () => {
    const text = '{ "origins": ["http://127.0.0.1:8091", "http://localhost:8091"] }';
    expect(movedProfile(text, "http://127.0.0.1:41000")).toBe(
      '{ "origins": ["http://127.0.0.1:41000", "http://127.0.0.1:41000"] }',
    );
  });
});
