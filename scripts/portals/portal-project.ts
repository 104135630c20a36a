import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { ROOT } from "../demo/child-service.ts";
import { ScratchProject } from "../publish/scratch-project.ts";

const run = promisify(execFile);

export const PORTALS = ["html", "react", "vue", "angular"] as const;
export type PortalName = (typeof PORTALS)[number];

/** What the board's operator hands to the portal's team, as `board.json` beside their sources. */
export interface BoardOfPortal {
  readonly board: string;
  /** JWK set of the keys with which the board signs. */
  readonly boardKeys: unknown;
  readonly site: string;
  readonly redirectUri: string;
}

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
const binSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]).default({}) });
const OURS = "@cadre-care/";

/** A portal of `examples/` outside the repository: its own files, our packages as they are packed, and what its manifest names. */
export class PortalProject {
  readonly directory: string;
  readonly #example: string;

  /** `scratch`: where `withPackages` unpacked them, one for all portals. */
  constructor(scratch: ScratchProject, name: PortalName) {
    this.#example = join(ROOT, "examples", `portal-${name}`);
    this.directory = scratch.path(`portal-${name}`);
    cpSync(this.#example, this.directory, {
      recursive: true,
      filter: (path) => !/[/\\](node_modules|dist|\.angular)$/.test(path),
    });
    this.#install(scratch.path("node_modules"));
  }

  /** A folder outside the repository with everything of ours that a portal names, packed and unpacked. */
  static async withPackages(): Promise<ScratchProject> {
    const scratch = await ScratchProject.create();
    await scratch.install(join(ROOT, "examples", "portal-common"), "example-portal-common");
    return scratch;
  }

  /**
   * The packages of others are those that the repository has installed for this portal; the registry is not asked again. They stand
   * beside our packages too, where those look for a framework.
   */
  #install(shared: string): void {
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(join(this.directory, "package.json"), "utf8")),
    );
    mkdirSync(join(this.directory, "node_modules"));
    symlinkSync(join(shared, "@cadre-care"), join(this.directory, "node_modules", "@cadre-care"));
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      if (name.startsWith(OURS)) continue;
      const own = join(this.#example, "node_modules", name);
      const installed = existsSync(own) ? own : join(ROOT, "node_modules", name);
      for (const folder of [join(this.directory, "node_modules"), shared]) {
        const link = join(folder, name);
        mkdirSync(dirname(link), { recursive: true });
        if (!existsSync(link)) symlinkSync(installed, link);
      }
      this.#linkCommands(name);
    }
  }

  /** `node_modules/.bin`, as npm makes it. */
  #linkCommands(name: string): void {
    const installed = join(this.directory, "node_modules", name);
    const { bin } = binSchema.parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")));
    const commands = typeof bin === "string" ? { [basename(name)]: bin } : bin;
    const folder = join(this.directory, "node_modules", ".bin");
    mkdirSync(folder, { recursive: true });
    for (const [command, file] of Object.entries(commands))
      symlinkSync(join(installed, file), join(folder, command));
  }

  read(file: string): string {
    return readFileSync(join(this.directory, file), "utf8");
  }

  write(file: string, content: string): void {
    writeFileSync(join(this.directory, file), content);
  }

  /** Builds it by its own command. @returns the folder that is to be served. @throws Error with what the build says */
  async build(board: BoardOfPortal): Promise<string> {
    this.write("src/board.json", JSON.stringify(board));
    const failure = await this.failure();
    if (failure !== "") throw new Error(failure);
    return join(this.directory, "dist");
  }

  /** What its own build says is wrong; empty when it builds. */
  failure(): Promise<string> {
    return run("npm", ["run", "--silent", "build"], {
      cwd: this.directory,
      env: { ...process.env, NODE_ENV: "production" },
      maxBuffer: 50_000_000,
    }).then(
      () => "",
      (error: { readonly stdout?: string; readonly stderr?: string }) =>
        `${error.stdout ?? ""}${error.stderr ?? String(error)}`,
    );
  }
}
