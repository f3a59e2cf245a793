// Every text has Chinese that is Chinese: those in the code, those in the files, the values of facts, and what the
// command line says of mistakes; and in English one customer is one customer.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actKinds } from "../../src/policy/index.ts";
import { lifeEvents, postingNames } from "../../src/simulation/index.ts";
import { entryWords } from "../../src/view/replay/words.ts";
import { commandLine, root } from "../workbench/world.ts";

const chinese = /\p{Script=Han}/u;
/** Texts that are the same in both languages: names and signs. The list may only shrink. */
const names: readonly string[] = ["policy-bench", "Node", "MC/DC", "90+"];

interface Pair {
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => ending.test(file)).map((file) => join(folder, file));
}

const pair = /\ben:\s*(["'`])((?:\\.|(?!\1)[\s\S])*)\1\s*,\s*zh:\s*(["'`])((?:\\.|(?!\3)[\s\S])*)\3/gu;

/** Texts written side by side in the code; what is filled in is left out. */
function pairsInCode(): readonly Pair[] {
  return filesBelow("src", /\.tsx?$/u).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const bare = (part: string | undefined): string => (part ?? "").replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, "").replaceAll(/\\`.*?\\`/gu, "");
    const pairs = [...text.matchAll(pair)].map((match) => ({ place: file, en: bare(match[2]), zh: bare(match[4]) }));
    // A template within a template ends the pattern early: the pieces are texts of their own.
    return pairs.filter(({ zh }) => !zh.includes("${"));
  });
}

/** Objects with `en` and `zh` in a file of rules or scenarios; one that has only one of them has an empty other. */
function pairsInFiles(): readonly Pair[] {
  const below = (value: unknown, place: string): readonly Pair[] => {
    if (typeof value !== "object" || value === null) return [];
    const own = Object.entries(value);
    const said = (lang: string): string => own.flatMap(([key, text]) => (key === lang && typeof text === "string" ? [text] : []))[0] ?? "";
    const here = said("en") === "" && said("zh") === "" ? [] : [{ place, en: said("en"), zh: said("zh") }];
    return [...here, ...own.flatMap(([key, part]) => below(part, `${place}/${key}`))];
  };
  return ["rules", "scenarios"].flatMap((folder) => filesBelow(folder, /\.json$/u).filter((file) => !file.includes("schema")).flatMap((file) => below(JSON.parse(readFileSync(join(root, file), "utf8")), file)));
}

/** Whether there are words in it, beside flags and what stands in backticks. */
const wordy = (text: string): boolean => /[A-Za-z]{2}/u.test(text.replaceAll(/--[\w-]+|`[^`]*`/gu, ""));

test("every text in the code and in the files is English beside Chinese", () => {
  const pairs = [...pairsInCode(), ...pairsInFiles()];
  expect(pairs.length).toBeGreaterThan(3000);
  const untranslated = pairs.filter(({ en, zh }) => !names.includes(en) && wordy(en) && !chinese.test(zh));
  expect(untranslated).toEqual([]);
  expect(pairs.filter(({ en, zh }) => wordy(en) && en === zh && !names.includes(en))).toEqual([]);
  expect(pairs.filter(({ en }) => chinese.test(en))).toEqual([]);
  expect(names.filter((name) => !pairs.some(({ en, zh }) => en === name && zh === name))).toEqual([]);
});

test("every value of every enumerated fact has a title, and Chinese readers meet no raw value", async () => {
  const written: unknown = JSON.parse(readFileSync(join(root, "rules/dictionary.json"), "utf8"));
  const { facts } = written as { facts: readonly { name: string; values?: readonly string[]; valueTitles?: Readonly<Record<string, unknown>> }[] };
  const enumerated = facts.filter(({ values }) => values !== undefined);
  expect(enumerated.length).toBeGreaterThan(20);
  expect(enumerated.filter(({ values = [], valueTitles = {} }) => values.join() !== Object.keys(valueTitles).join()).map(({ name }) => name)).toEqual([]);
  const { stdout } = await commandLine(["population", "baseline", "--describe", "--customers", "200", "--lang", "zh"]);
  const values = enumerated.filter(({ name }) => name.startsWith("customer.")).flatMap(({ values: own = [] }) => own);
  expect(values.filter((value) => stdout.includes(` ${value} `))).toEqual([]);
  expect(stdout).toContain("企业职员");
  const raw = await commandLine(["population", "baseline", "--describe", "--customers", "200", "--lang", "zh", "--json"]);
  expect(raw.stdout).toContain('"employee"');
});

test.each([
  [["run"], "缺少参数“情景”；--help 可查看用法"],
  [["run", "baseline", "--customrs", "3"], "没有选项 `--customrs`；是否指 `--customers`？"],
  [["run", "baseline", "--customers"], "选项 `--customers <n>` 缺少值"],
  [["run", "a", "b"], "run 只接受 1 个参数，实际给出 2 个；选项以 -- 开头"],
  [["laws", "x"], "laws 不接受参数，实际给出 1 个；选项以 -- 开头"],
  [["rn", "baseline"], "没有命令 `rn`；是否指 `run`？"],
  [["help", "runn"], "没有命令 `runn`；是否指 `run`？"],
  [["--nope"], "没有选项 `--nope`；--help 可列出全部选项"],
] as const)("the command line says in Chinese what is wrong with %j", async (args, message) => {
  const said = await commandLine(args, { LANG: "zh_CN.UTF-8" });
  expect([said.code, said.stderr]).toEqual([2, `policy-bench: ${message}\n`]);
});

test("one customer is one customer", async () => {
  const one = await commandLine(["run", "baseline", "--customers", "1", "--months", "1", "--policy", "invited", "--quiet", "-o", `json=${join(root, "reports", "local", "one.json")}`]);
  expect(one.stdout).toMatch(/^1 customer, 1 month from 2026-11-01/mu);
  expect((await commandLine(["population", "baseline", "--customers", "1"])).stdout).toMatch(/^1 synthetic customer$/mu);
});

test("every event, movement of money and act of a life has words of its own", () => {
  const known = [...lifeEvents, ...postingNames, ...actKinds.filter((kind) => kind !== "month-end")];
  expect(known.length).toBeGreaterThan(45);
  expect(known.filter((name) => !Object.hasOwn(entryWords, name))).toEqual([]);
});
