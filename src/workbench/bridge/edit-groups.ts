import type { Diagnostic, Text } from "../../base/index.ts";
import { decisionNames } from "../../policy/index.ts";
import type { BridgeReport } from "../../verdict/index.ts";
import type { Source } from "../read-file.ts";
import { sourcesOf, type PolicyDocuments, type PolicyEdit } from "./policy-edits.ts";

/** Edits that are made together. */
export interface EditGroup {
  readonly name: string;
  readonly edits: readonly PolicyEdit[];
}

/** Groups that a waterfall shows at most, and up to which every order is tried. */
const most = 8;
const everyOrder = 6;

/** Edits one by one where they are few; else by decision file, procedure block and section; else by what decides together. */
export function groupEdits(edits: readonly PolicyEdit[]): readonly EditGroup[] {
  const ways: readonly ((edit: PolicyEdit) => string)[] = [
    ({ part, name }) => `${part}.${name}`,
    ({ part, name }) => (part === "procedures" ? `procedures.${name}` : part),
    ({ part }) => part,
    ({ part }) => ({ derived: "parameters", arrangements: "pricing", policy: "procedures" })[part] ?? part,
  ];
  const grouped = ways.map((nameOf) => grouping(edits, nameOf));
  return grouped.find((groups) => groups.length <= most) ?? grouping(edits, ({ part }) => (decisionNames.some((name) => name === part) ? part : "procedures"));
}

function grouping(edits: readonly PolicyEdit[], nameOf: (edit: PolicyEdit) => string): readonly EditGroup[] {
  const names = [...new Set(edits.map(nameOf))];
  return names.map((name) => ({ name, edits: edits.filter((edit) => nameOf(edit) === name) }));
}

export const attributionOf = (groups: readonly EditGroup[]): BridgeReport["attribution"] => (groups.length <= everyOrder ? "shapley" : "sequence");

/** The files of the policy with a set of groups applied. */
export function filesWith(base: PolicyDocuments, groups: readonly EditGroup[], set: number): readonly Source[] {
  const applied = groups.filter((_, at) => Math.floor(set / 2 ** at) % 2 === 1).flatMap(({ edits }) => edits);
  return sourcesOf(applied.reduce((documents, edit) => edit.apply(documents), base));
}

/** Groups that can stand apart: those between which no policy can be read are one. */
export interface Separable {
  readonly groups: readonly EditGroup[];
  readonly merged: BridgeReport["merged"];
}

/** Merges a group with its neighbour for as long as some policy on the way cannot be read. `sets`: those that are run. */
export function separate(groups: readonly EditGroup[], { sets, errorsOf }: { readonly sets: (groups: readonly EditGroup[]) => readonly number[]; readonly errorsOf: (groups: readonly EditGroup[], set: number) => readonly Diagnostic[] }): Separable {
  const merged: BridgeReport["merged"][number][] = [];
  let own = groups;
  for (;;) {
    const all = 2 ** own.length - 1;
    const failing = sets(own).filter((set) => set !== 0 && set !== all).map((set) => ({ set, errors: errorsOf(own, set) })).find(({ errors }) => errors.length > 0);
    if (failing === undefined || own.length < 2) return { groups: own, merged };
    const [first, second] = neighbours(own, failing.set);
    const [a, b] = [own[first], own[second]];
    if (a === undefined || b === undefined) return { groups: own, merged };
    const joint: EditGroup = { name: `${a.name} + ${b.name}`, edits: [...a.edits, ...b.edits] };
    merged.push({ names: [a.name, b.name], why: failing.errors[0]?.message ?? unreadable });
    own = own.flatMap((group, at) => (at === first ? [joint] : at === second ? [] : [group]));
  }
}

const unreadable: Text = { en: "the policy between them cannot be read", zh: "其间的政策无法读取" };

/** The last group in the set and the next that is not; both in order. */
function neighbours(groups: readonly EditGroup[], set: number): readonly [number, number] {
  const within = groups.map((_, at) => Math.floor(set / 2 ** at) % 2 === 1);
  const last = within.lastIndexOf(true);
  const after = within.findIndex((inside, at) => !inside && at > last);
  const other = after >= 0 ? after : within.lastIndexOf(false);
  return last < other ? [last, other] : [other, last];
}
