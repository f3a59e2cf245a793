import type { Diagnostic, JsonDocument } from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import type { RuleFile } from "./policy.ts";
import type { RuleFileContext } from "./read-rule-file.ts";

/** What reading a decision file came to. */
export interface ReadRuleFile {
  readonly file: RuleFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** By document: what it was last held against, and what came of it. It goes with the document. */
const remembered = new WeakMap<JsonDocument, { readonly context: RuleFileContext; readonly read: ReadRuleFile }>();

/**
 * The same file object as the last time, where neither the text nor anything that it is held against is another: of what
 * policy.json declares only what the file names. Only for policies whose policy.json is whole, so that no name
 * of it is left unread.
 */
export function rememberedRuleFile(document: JsonDocument, context: RuleFileContext, read: () => ReadRuleFile): ReadRuleFile {
  const last = remembered.get(document);
  if (last !== undefined && isSame(last.context, context, document)) return last.read;
  const made = read();
  remembered.set(document, { context, read: made });
  return made;
}

function isSame(one: RuleFileContext, other: RuleFileContext, document: JsonDocument): boolean {
  // A name may be written in escapes: such a file is taken to name everything.
  const isNamed = (name: string): boolean => [document, ...other.beside].some(({ text }) => text.includes(name) || text.includes(String.raw`\u`));
  return (
    one.decision === other.decision &&
    isSameList(one.beside, other.beside) &&
    isSameList(one.factors, other.factors) &&
    isSameSet(one.reasons, other.reasons) &&
    isSameSet(one.arrangements, other.arrangements) &&
    isSameConstants(one.constants, other.constants, isNamed) &&
    isSameDictionary(one.dictionary, other.dictionary, isNamed)
  );
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function isSameSet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one === other || isSameList([...(one ?? [""])], [...(other ?? [""])]);
}

function isSameConstants(one: RuleFileContext["constants"], other: RuleFileContext["constants"], isNamed: (name: string) => boolean): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.has(name) && (other.get(name) === value || !isNamed(name)));
}

/** Facts of the dictionary are the same objects; those that policy.json declares are made anew. */
function isSameDictionary({ facts: one }: Dictionary, { facts: other }: Dictionary, isNamed: (name: string) => boolean): boolean {
  if (one.size !== other.size) return false;
  const others = other.values();
  return [...one.values()].every((fact) => {
    const { value } = others.next();
    return fact === value || (fact.name === value?.name && (!isNamed(fact.name) || JSON.stringify(fact) === JSON.stringify(value)));
  });
}
