// The module `policy-bench/vitest`: rule files as vitest tests, and matchers of decisions.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type * as Door from "./door.d.ts";
import { decideIn } from "./decide.ts";
import { decisionMatchers } from "./matchers.ts";
import { defineSuite } from "./suite.ts";
import type { World } from "../world.ts";

expect.extend(decisionMatchers);

export const policySuite: typeof Door.policySuite = (folder = ".", options = {}) => {
  defineSuite(worldAt(resolve(folder)), resolve(folder), options);
};

export const decide: typeof Door.decide = async (question) => await decideIn(worldAt(resolve(question.folder ?? ".")), question);

/** The world of a folder. Bundled, this file stands in dist/; as a source, three folders below the package. */
function worldAt(cwd: string): World {
  const here = dirname(fileURLToPath(import.meta.url));
  const packageRoot = here.endsWith("dist") ? join(here, "..") : join(here, "..", "..", "..");
  return { cwd, packageRoot, env: process.env, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };
}
