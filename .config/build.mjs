// Bundles the commands into dist/ and makes the bin executable.
import { chmodSync } from "node:fs";
import { rolldown } from "rolldown";
import config from "./rolldown.config.mjs";

const { output, ...input } = config;
const bundle = await rolldown(input);
await bundle.write(output);
await bundle.close();
chmodSync("dist/policy-bench.js", 0o755);
