import { defineConfig } from "rolldown";

// One bundle with lazy chunks: `--help` loads neither Ink nor the simulation.
const commands = defineConfig({
  input: { "policy-bench": "src/workbench/main.ts", worker: "src/workbench/worker.ts", vitest: "src/workbench/vitest/index.ts" },
  platform: "node",
  // piscina starts its own worker file from beside itself; devtools is an optional part of Ink.
  external: ["piscina", "react-devtools-core", "vitest"],
  resolve: { mainFields: ["module", "main"] },
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    chunkFileNames: "chunks/[name]-[hash].js",
    banner: (chunk) => (chunk.name === "policy-bench" ? "#!/usr/bin/env node" : ""),
    minify: false,
  },
});

// The script inside an HTML report: one file, for browsers.
const page = defineConfig({
  input: { "report-page": "src/view/html/client/main.ts" },
  platform: "browser",
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  output: { dir: "dist", format: "iife", minify: true },
});

export default [commands, page];
