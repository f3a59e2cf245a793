import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../bench.ts";
import { version } from "../version.ts";

/**
 * The program as it was built: pieces of the bundle are named after their content, so the two files that name them all
 * change when anything does. The version alone where nothing was built.
 */
export function buildId(packageRoot: string): string {
  const files = ["policy-bench.js", "worker.js"].map((name) => join(packageRoot, "dist", name)).filter((file) => existsSync(file));
  return sha256(JSON.stringify([version, ...files.map((file) => readFileSync(file, "utf8"))]));
}
