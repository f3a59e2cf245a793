import { availableParallelism } from "node:os";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { below, readJson, type Lang, type Place, type Text } from "../base/index.ts";
import { flag, textFlag, type Call } from "./call.ts";
import { checkSettingsSchema } from "./check-settings.ts";
import { readDictionary } from "../facts/index.ts";
import { factWords, type FactWords } from "../view/index.ts";
import { openProject, readProjectFile } from "./project.ts";
import { UsageError, type Setting, type Settings, type World } from "./world.ts";

/** Settings of a project, in `.policy-bench.json` beside its `rules/`. */
const settingsFileSchema = z.strictObject({
  lang: z.enum(["en", "zh"]).optional(),
  color: z.boolean().optional(),
  ascii: z.boolean().optional(),
  threads: z.int().min(1).max(256).optional(),
  /** Levels of lint rules by code; lint itself says which codes there are. */
  lint: z.record(z.string(), z.enum(["off", "warning", "error"])).optional(),
  check: checkSettingsSchema.optional(),
});
type SettingsFile = z.infer<typeof settingsFileSchema>;

interface Flags {
  readonly lang: string | undefined;
  readonly threads: string | undefined;
  readonly noColor: boolean;
  readonly ascii: boolean;
}

/** Flags > environment > file > default. Throws a UsageError for a value that is none. */
export function readSettings(call: Call): Settings {
  const { world } = call;
  const flags: Flags = {
    lang: textFlag(call, "lang"),
    threads: textFlag(call, "threads"),
    noColor: call.flags["color"] === false,
    ascii: flag(call, "ascii"),
  };
  const file = readSettingsFile(world);
  const lang = langOf(flags, world, file);
  return {
    lang,
    ...(lang.value === "zh" ? { facts: wordsOfProject(world) } : {}),
    color: colorOf(flags, world, file),
    ascii: asciiOf(flags, world, file),
    threads: threadsOf(flags, world, file),
    quiet: flag(call, "quiet"),
    lint: file.lint ?? {},
    check: file.check ?? {},
    width: Math.max(60, Math.min(200, world.stdout.isTTY ? world.stdout.columns || 100 : 100)),
  };
}

/** What the project's dictionary calls facts and their values, as far as it can be read. */
function wordsOfProject(world: World): FactWords {
  const { source } = readProjectFile(openProject(world), "rules/dictionary.json");
  return source === undefined ? new Map() : factWords(readDictionary(source).dictionary);
}

const settingsName = ".policy-bench.json";

/** The file in the working directory, else the one beside the project's `rules/`. */
function readSettingsFile(world: World): SettingsFile {
  const text = [world.cwd, openProject(world).root].map((folder) => textIn(folder)).find((found) => found !== undefined);
  if (text === undefined) return {};
  const document = readJson(text, settingsName);
  const [broken] = document.diagnostics;
  if (broken !== undefined) throw atPlace(broken.place, broken.message);
  const parsed = settingsFileSchema.safeParse(document.value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]));
  const places = wrong.map((path) => ({ name: path.join("."), place: document.place(below("", ...path.map((part) => (typeof part === "number" ? part : String(part)))), "key") }));
  const names = places.map(({ name, place }) => ({ en: name === "" ? "the whole of it" : `\`${name}\` (line ${place.line})`, zh: name === "" ? "整个文件" : `\`${name}\`（第 ${place.line} 行）` }));
  throw atPlace(places[0]?.place, {
    en: `${names.map(({ en }) => en).join(", ")} ${names.length === 1 ? "does" : "do"} not fit; it may hold lang (en, zh), color and ascii (true, false), threads (1 to 256), lint (levels by code: off, warning, error) and check (coverage: min, minMcdc; mutation: min, limit; proofs; each with a level)`,
    zh: `${names.map(({ zh }) => zh).join("、")}不符合要求；可写 lang（en、zh）、color 和 ascii（true、false）、threads（1 到 256）、lint（按代码设置级别：off、warning、error）以及 check（coverage：min、minMcdc；mutation：min、limit；proofs；各自可设 level）`,
  });
}

function atPlace(place: Place | undefined, { en, zh }: Text): UsageError {
  const where = place === undefined ? settingsName : `${settingsName}:${place.line}:${place.column}`;
  return new UsageError({ en: `${where}: ${en}`, zh: `${where}：${zh}` });
}

function textIn(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, settingsName), "utf8");
  } catch {
    return undefined;
  }
}

function langOf(flags: Flags, world: World, file: SettingsFile): Setting<Lang> {
  if (flags.lang !== undefined) return { value: asLang(flags.lang, "--lang"), origin: "flag" };
  const named = world.env["POLICY_BENCH_LANG"];
  if (named !== undefined && named !== "") return { value: asLang(named, "POLICY_BENCH_LANG"), origin: "environment" };
  if (file.lang !== undefined) return { value: file.lang, origin: "file" };
  const locale = [world.env["LC_ALL"], world.env["LC_MESSAGES"], world.env["LANG"]].find((word) => word !== undefined && word !== "") ?? "";
  if (/^zh/iu.test(locale)) return { value: "zh", origin: "environment" };
  return { value: "en", origin: "default" };
}

function asLang(word: string, from: string): Lang {
  if (word === "en" || word === "zh") return word;
  throw new UsageError({
    en: `${from} is \`${word}\`; the languages are en and zh`,
    zh: `${from} 的值为 \`${word}\`；可用语言为 en 和 zh`,
  });
}

function colorOf(flags: Flags, world: World, file: SettingsFile): Setting<boolean> {
  if (flags.noColor) return { value: false, origin: "flag" };
  const no = world.env["NO_COLOR"];
  if (no !== undefined && no !== "") return { value: false, origin: "environment" };
  const force = world.env["FORCE_COLOR"];
  if (force !== undefined) return { value: force !== "0", origin: "environment" };
  if (file.color !== undefined) return { value: file.color, origin: "file" };
  // A stream that is no terminal has no isTTY at all.
  return { value: Boolean(world.stdout.isTTY) && world.env["TERM"] !== "dumb", origin: "default" };
}

function asciiOf(flags: Flags, world: World, file: SettingsFile): Setting<boolean> {
  if (flags.ascii) return { value: true, origin: "flag" };
  if (world.env["POLICY_BENCH_ASCII"] === "1") return { value: true, origin: "environment" };
  if (file.ascii !== undefined) return { value: file.ascii, origin: "file" };
  return { value: false, origin: "default" };
}

function threadsOf(flags: Flags, world: World, file: SettingsFile): Setting<number> {
  if (flags.threads !== undefined) return { value: asThreads(flags.threads, "--threads"), origin: "flag" };
  const named = world.env["POLICY_BENCH_THREADS"];
  if (named !== undefined && named !== "")
    return { value: asThreads(named, "POLICY_BENCH_THREADS"), origin: "environment" };
  if (file.threads !== undefined) return { value: file.threads, origin: "file" };
  return { value: Math.max(1, Math.min(16, availableParallelism())), origin: "default" };
}

function asThreads(word: string, from: string): number {
  const count = Number(word);
  if (Number.isInteger(count) && count >= 1 && count <= 256) return count;
  throw new UsageError({
    en: `${from} is \`${word}\`; use a whole number from 1 to 256`,
    zh: `${from} 的值为 \`${word}\`；请用 1 到 256 的整数`,
  });
}
