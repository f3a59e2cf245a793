// Bundles the commands and the door for vitest into dist/, and makes the bin executable.
import { chmodSync, copyFileSync } from "node:fs";
import { rolldown } from "rolldown";
import config from "./rolldown.config.mjs";

for (const { output, ...input } of config) {
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}
chmodSync("dist/policy-bench.js", 0o755);
copyFileSync("src/workbench/vitest/door.d.ts", "dist/vitest.d.ts");
