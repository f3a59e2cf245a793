import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { isObject, readJson, setJson } from "../../base/index.ts";
import { UsageError } from "../world.ts";
import { writeAll } from "../write-file.ts";
import type { VariantLab } from "./variant-lab.ts";

interface WriteRequest extends Pick<VariantLab, "project" | "texts"> {
  readonly policy: string;
  readonly folder: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * The policy's folder with other parameters, everything else as its author wrote it. It takes the folder's name, so that it
 * can stand beside the one it came from. A UsageError where files are in the way.
 */
export function writePolicyWith({ project, texts, policy, folder, parameters }: WriteRequest): void {
  const target = resolve(project.world.cwd, folder);
  checkFree(target, folder);
  const name = basename(target);
  const files = (texts.policies[policy] ?? []).map(({ file, text }) => {
    const own = basename(file) === "policy.json" ? renamedTo(withParameters(text, parameters), name) : text;
    return { path: join(target, basename(file)), text: withSchema(renamed(own, policy, name), target, project.root) };
  });
  writeAll(files);
}

/** Ends the command before the work where the folder has something in it. */
export function checkFree(target: string, shown: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  throw new UsageError({ en: `\`${shown}\` is not empty; nothing was overwritten`, zh: `\`${shown}\` 不是空文件夹；未覆盖任何文件` });
}

/** The text of a policy.json with other parameters, all else as its author wrote it; none that it does not have. */
export function withParameters(text: string, parameters: Readonly<Record<string, number>>): string {
  const gone = new Set(unknownParameters(text, parameters));
  const known = Object.entries(parameters).filter(([key]) => !gone.has(key) && valueOf(text, key) !== parameters[key]);
  return known.reduce((rest, [key, value]) => setJson(rest, ["parameters", key, "value"], value) ?? rest, text);
}

/** Parameters that a policy.json does not have. */
export function unknownParameters(text: string, parameters: Readonly<Record<string, number>>): readonly string[] {
  return Object.keys(parameters).filter((key) => valueOf(text, key) === undefined);
}

/** Its own name, and a title that tells it from the one it came from. */
function renamedTo(text: string, name: string): string {
  const { value } = readJson(text, "");
  const title = isObject(value) && isObject(value["title"]) ? value["title"] : {};
  const told = Object.entries(title).flatMap(([lang, words]) => (typeof words === "string" ? [[lang, lang === "zh" ? `${words}（${name}）` : `${words} (${name})`] as const] : []));
  return told.reduce((rest, [lang, words]) => setJson(rest, ["title", lang], words) ?? rest, setJson(text, ["name"], name) ?? text);
}

function valueOf(text: string, parameter: string): unknown {
  const { value } = readJson(text, "");
  const at = isObject(value) && isObject(value["parameters"]) ? value["parameters"][parameter] : undefined;
  return isObject(at) ? at["value"] : undefined;
}

/** Decision files may say whose they are. */
function renamed(text: string, from: string, to: string): string {
  const { value } = readJson(text, "");
  return isObject(value) && value["policy"] === from ? (setJson(text, ["policy"], to) ?? text) : text;
}

/** The schema stands where it did: the way there is another one. */
function withSchema(text: string, target: string, root: string): string {
  const { value } = readJson(text, "");
  const schema = isObject(value) ? value["$schema"] : undefined;
  const file = typeof schema === "string" ? /schema\/[\w.-]+\.schema\.json$/u.exec(schema)?.[0] : undefined;
  if (file === undefined) return text;
  const way = relative(target, join(root, "rules", file)).split(sep).join("/");
  return setJson(text, ["$schema"], way) ?? text;
}
