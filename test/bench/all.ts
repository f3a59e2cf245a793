// Every bench, one after the other: `npm run bench [name…]`. Numbers are ratios or per CPU-second, never a pass or fail.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && file !== "all.ts");
for (const file of files.toSorted()) {
  const name = file.replace(/\.ts$/u, "");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const done = spawnSync(process.execPath, ["--expose-gc", join(import.meta.dirname, file)], { stdio: "inherit" });
  if (done.status !== 0) process.exitCode = 1;
}
