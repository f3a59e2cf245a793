import type { Lang } from "../../base/index.ts";
import type { SearchInputs } from "../../verdict/index.ts";
import { counted } from "../text/counted.ts";
import type { ComparePart } from "./part.ts";

/** What a result rests on, as every report of a comparison or search has it. */
export type Repeatable = Omit<SearchInputs, "scenario" | "flags" | "digest"> & { readonly flags?: readonly string[] | undefined };

/** The command that gives the same bytes again. */
export function repeatCommand(words: readonly string[], flags: readonly string[] = []): string {
  return ["policy-bench", ...words.map(quoted), ...flags.map(quotedFlag)].join(" ");
}

/** How to get the same again, and of which files: their hashes in Markdown, their number on a terminal. */
export function repeatPart(inputs: Repeatable, words: readonly string[], lang: Lang, hashes: "listed" | "counted"): ComparePart {
  const { customers, months, seed, replications, assumptions, version } = inputs;
  const command = repeatCommand(words, inputs.flags);
  const size = [counted(customers, "customer", lang), counted(months, "month", lang)];
  const en = `${size.join(" × ")}, seed ${seed}, ${replications} ${replications === 1 ? "replication" : "replications"}, assumption set ${assumptions}; policy-bench ${version}. The same again: ${command}`;
  const zh = `${size.join(" × ")}，种子 ${seed}，重复 ${replications} 次，假设集 ${assumptions}；policy-bench ${version}。重现命令：${command}`;
  return { title: lang === "en" ? "To repeat it" : "如何重现", depth: 2, ...hashesOf(inputs.hashes, lang, hashes), sentences: [lang === "en" ? en : zh, ...(hashes === "listed" ? [] : [countSentence(inputs.hashes, lang)])] };
}

/** Input files with their hashes, as a table. */
export function hashesOf(hashes: Repeatable["hashes"], lang: Lang, shown: "listed" | "counted"): Pick<ComparePart, "points" | "table"> {
  if (shown === "counted") return { points: [] };
  return { points: [], table: { head: [lang === "en" ? "input file" : "输入文件", "SHA-256"], rows: Object.entries(hashes), words: new Set([0, 1]) } };
}

/** That the hashes are to be had, where they are not listed. */
export function countSentence(hashes: Repeatable["hashes"], lang: Lang): string {
  const count = Object.keys(hashes).length;
  return lang === "en" ? `The hashes of its ${count} input files are in the Markdown and the JSON.` : `${count} 个输入文件的哈希值见 Markdown 与 JSON。`;
}

/** `--require a<b` with what a shell would act on in quotes. */
function quotedFlag(flag: string): string {
  const at = flag.indexOf(" ");
  return at < 0 ? flag : `${flag.slice(0, at)} ${quoted(flag.slice(at + 1))}`;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
