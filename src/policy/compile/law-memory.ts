import type { FactDefinition, FactLayout, FactName } from "../../facts/index.ts";
import type { CompiledLaw, KnownFacts } from "../compiled.ts";
import { isList, isObject } from "../json.ts";
import type { ActKind, LawPack } from "../law.ts";
import type { SignPlaces } from "./sign.ts";

/** What the rules of packs are compiled from. */
export interface LawInput {
  readonly packs: readonly LawPack[];
  readonly act: ActKind;
  readonly date: string;
  readonly layout: FactLayout;
  readonly known: KnownFacts;
  readonly also?: KnownFacts | undefined;
  /** Where the facts of a sign are; in the row that is judged, unless it says so. */
  readonly signPlaces?: SignPlaces;
}

/** Compiled laws that are kept for packs that stay: four policies have a few hundred. */
const keptMost = 600;

/**
 * The compiled form of the same packs with all else that their code rests on the same: that of another policy, of the
 * same one before an edit, of another replication. Nothing of a judgement stays in it.
 */
export function rememberedLaw(input: LawInput, compile: (input: LawInput) => CompiledLaw): CompiledLaw {
  const [first] = input.packs;
  if (first === undefined) return compile(input);
  const kept = laws.get(first) ?? new Map<string, CompiledLaw>();
  laws.set(first, kept);
  const key = keyOf(input);
  const law = kept.get(key) ?? compile(input);
  kept.delete(key);
  kept.set(key, law);
  if (kept.size > keptMost) kept.delete(kept.keys().next().value ?? "");
  return law;
}

const laws = new WeakMap<LawPack, Map<string, CompiledLaw>>();

/** Every fact that the rules of a pack for a kind of act name, themselves or by a named condition. */
export function factsOfActs(pack: LawPack, act: ActKind): ReadonlySet<FactName> {
  const ofPack = named.get(pack) ?? new Map<ActKind, ReadonlySet<FactName>>();
  named.set(pack, ofPack);
  const known = ofPack.get(act);
  if (known !== undefined) return known;
  const facts = new Set<FactName>();
  const seen = new Set<string>();
  const add = (value: unknown): void => {
    if (isList(value)) value.forEach(add);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "fact" && typeof inner === "string") facts.add(inner);
      if (key === "condition" && typeof inner === "string" && !seen.has(inner)) {
        seen.add(inner);
        add(pack.conditions[inner]);
      } else add(inner);
    }
  };
  for (const rule of pack.rules) if (rule.trigger === act) add(rule.conditions);
  ofPack.set(act, facts);
  return facts;
}

const named = new WeakMap<LawPack, Map<ActKind, ReadonlySet<FactName>>>();

function keyOf({ packs, act, date, layout, known, also, signPlaces }: LawInput): string {
  const facts = [...new Set(packs.flatMap((pack) => [...factsOfActs(pack, act)]))].map((name) => {
    const definition = layout.dictionary.facts.get(name);
    if (definition === undefined) return "";
    const codes = also === undefined ? `${known.get(name)}` : `${known.get(name)},${also.get(name)}`;
    return `${formOf(definition)}=${codes}@${layout.slot(name)},${signPlaces?.slot(name)}`;
  });
  return [packs.map(numberOf).join(), act, date, layout.size, signPlaces?.size, also === undefined, ...facts].join(" ");
}

/** What the code of a comparison with the fact rests on. */
export function formOf(definition: FactDefinition): string {
  return `${definition.type}${definition.nullable}${definition.type === "enum" ? definition.values.join("|") : ""}`;
}

let numbered = 0;
const numbers = new WeakMap<LawPack, number>();

function numberOf(pack: LawPack): number {
  const number = numbers.get(pack) ?? numbered++;
  numbers.set(pack, number);
  return number;
}
