// No bundler: the pages as they are, and the packages' scripts for pages without a build beside them.
import { cpSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageOf = (name) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));

rmSync("dist", { recursive: true, force: true });
cpSync("src", "dist", { recursive: true });
cpSync(join(packageOf("@cadre-care/portal"), "cdn"), "dist/cadre-care", { recursive: true });
cpSync(fileURLToPath(import.meta.resolve("@cadre-care/example-portal-common/portal.css")), "dist/portal.css");
