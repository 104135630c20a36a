import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildOnce } from "./build-once.ts";
import { angularCompiler } from "./typings/compile-angular.mjs";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PACKED = ["domain", "forms", "elements", "portal"];
/** What the packages depend on; the registry is not asked for it again. */
const DEPENDENCIES = ["lit", "lit-html", "lit-element", "@lit", "zod", "fhirpath"];

/** A project of somebody else, with our packages in it as they are packed, and none of our sources. */
export class ScratchProject {
  readonly directory: string;
  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Builds and packs the packages, and unpacks them as `npm install` of the tarballs would. */
  static async create(): Promise<ScratchProject> {
    await buildOnce();
    const project = new ScratchProject(mkdtempSync(join(tmpdir(), "cadre-portal-")));
    for (const name of PACKED) await project.install(join(ROOT, "packages", name, "dist"), name);
    for (const name of DEPENDENCIES)
      symlinkSync(join(ROOT, "node_modules", name), project.path("node_modules", name));
    return project;
  }

  /** Packs a folder and unpacks it as `@cadre-care/NAME`. */
  async install(folder: string, name: string): Promise<void> {
    const packed = await run("npm", ["pack", "--json", "--pack-destination", this.directory], {
      cwd: folder,
    });
    const target = this.path("node_modules", "@cadre-care", name);
    mkdirSync(target, { recursive: true });
    const tarball = `cadre-care-${name}-0.1.0.tgz`;
    if (!packed.stdout.includes(tarball)) throw new Error(`not packed: ${tarball}`);
    await run("tar", ["-xzf", this.path(tarball), "-C", target, "--strip-components=1"]);
  }

  path(...names: readonly string[]): string {
    return join(this.directory, ...names);
  }

  write(name: string, content: string): void {
    writeFileSync(this.path(name), content);
  }

  /** Puts a package that the repository has installed where an import of the project finds it. */
  link(name: string): void {
    const target = this.path("node_modules", name);
    mkdirSync(join(target, ".."), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), target);
  }

  /**
   * What the compiler says about a source of the project in its strictest settings, declarations of others included.
   * `file`: what it is called; `.tsx` is JSX as React's compiler setting has it.
   */
  async typeErrors(source: string, file = "portal.ts"): Promise<string> {
    this.write(file, source);
    const settings = {
      compilerOptions: {
        target: "ES2022",
        module: "NodeNext",
        moduleResolution: "NodeNext",
        lib: ["ES2023", "DOM", "DOM.Iterable"],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
        ...(file.endsWith(".tsx") ? { jsx: "react-jsx" } : {}),
      },
      files: [file],
    };
    this.write("package.json", JSON.stringify({ name: "portal", private: true, type: "module" }));
    this.write("tsconfig.json", JSON.stringify(settings));
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    return run(process.execPath, [compiler, "-p", "."], { cwd: this.directory }).then(
      () => "",
      (error: { readonly stdout?: string }) => error.stdout ?? String(error),
    );
  }

  /** What Angular's compiler says about a source of the project, templates included, in its strict settings. */
  async angularErrors(source: string): Promise<string> {
    this.write("portal.ts", source);
    const settings = {
      compilerOptions: {
        target: "ES2022",
        module: "ESNext",
        moduleResolution: "bundler",
        lib: ["ES2023", "DOM", "DOM.Iterable"],
        strict: true,
        experimentalDecorators: true,
        noEmit: true,
        types: [],
      },
      angularCompilerOptions: { strictTemplates: true },
      files: ["portal.ts"],
    };
    this.write("tsconfig.json", JSON.stringify(settings));
    return run(process.execPath, [angularCompiler, "-p", "."], { cwd: this.directory }).then(
      () => "",
      (error: { readonly stderr?: string }) => error.stderr || String(error),
    );
  }

  /** What "Are the types wrong" says about a packed package; empty when nothing is. */
  async wrongTypes(name: string): Promise<string> {
    const command = join(ROOT, "node_modules/.bin/attw");
    const tarball = this.path(`cadre-care-${name}-0.1.0.tgz`);
    return run(command, [tarball, "--profile", "esm-only", "--no-color"]).then(
      () => "",
      (error: { readonly stdout?: string }) => error.stdout ?? String(error),
    );
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
