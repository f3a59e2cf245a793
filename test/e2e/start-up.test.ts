// What each command loads: help and version answer without the simulation, lint without Ink and React.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { policyBench, requireBuild, root } from "./bin.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-start-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const hook = join(scratch, "hook.mjs");
beforeAll(() => {
  requireBuild();
  writeFileSync(
    hook,
    `import { registerHooks } from "node:module";
import { appendFileSync } from "node:fs";
registerHooks({ load(url, context, next) { if (url.startsWith("file:")) appendFileSync(process.env.LOADED, url + "\\n"); return next(url, context); } });`,
  );
});

/** The sources of every file that a command loads, one text, and how many there were. */
async function loadedBy(name: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly files: readonly string[]; readonly text: string }> {
  const list = join(scratch, `${name}.txt`);
  const { code } = await policyBench(args, { cwd: root, node: ["--import", hook], env: { LOADED: list } });
  const files = readFileSync(list, "utf8").trim().split("\n").map((url) => new URL(url).pathname);
  return { code, files, text: files.map((file) => readFileSync(file, "utf8")).join("\n") };
}

/** Texts that stand in the built code of a part, and nowhere else. */
const signs = {
  simulation: "missedByForgetting",
  ink: "react-reconciler",
  react: "react.transitional.element",
  engine: "ERR_UNDEFINED_FACT|UndefinedFactError",
  names: "zh_CN",
  commander: "commander.unknownOption",
} as const;

const holds = (text: string, part: keyof typeof signs): boolean => new RegExp(signs[part], "u").test(text);

test("help and version load the command line and nothing else", async () => {
  for (const args of [["--help"], ["--version"], ["run", "--help"], ["help", "lint", "--lang", "zh"]]) {
    const { code, files, text } = await loadedBy("help", args);
    expect(code).toBe(0);
    expect(holds(text, "commander")).toBe(true);
    for (const part of ["simulation", "ink", "react", "engine", "names"] as const) expect(holds(text, part), `${args.join(" ")} loads ${part}`).toBe(false);
    expect(text.length).toBeLessThan(400_000);
    expect(files.some((file) => file.includes("node_modules"))).toBe(false);
    rmSync(join(scratch, "help.txt"));
  }
});

test("lint loads neither the screen nor the engine nor names of people", async () => {
  const { code, text } = await loadedBy("lint", ["lint", "rules/policies/invited"]);
  expect(code).toBe(0);
  for (const part of ["ink", "react", "engine", "names"] as const) expect(holds(text, part), `lint loads ${part}`).toBe(false);
});

test("a run without a terminal loads the simulation, and neither the screen nor the engine nor names", async () => {
  const args = ["baseline", "--customers", "20", "--months", "1", "--policy", "consent-first", "-o", `json=${join(scratch, "r.json")}`];
  const { code, text } = await loadedBy("run", ["run", ...args]);
  expect(code).toBe(0);
  expect(holds(text, "simulation")).toBe(true);
  for (const part of ["ink", "react", "engine", "names"] as const) expect(holds(text, part), `run loads ${part}`).toBe(false);
});

test("each sign is found where its part is used, so that the tests above can fail", async () => {
  const { text: explaining } = await loadedBy("explain", ["explain", "consent-first", "limit"]);
  expect(holds(explaining, "engine")).toBe(true);
  const { text: showing } = await loadedBy("sample", ["population", "--customers", "5", "--sample", "1"]);
  expect(holds(showing, "names")).toBe(true);
  const built = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  const everything = built.map((file) => readFileSync(join(root, "dist", file), "utf8")).join("\n");
  for (const part of ["ink", "react", "simulation", "commander"] as const) expect(holds(everything, part), part).toBe(true);
});
