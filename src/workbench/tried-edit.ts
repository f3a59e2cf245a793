import type { TriedEdit } from "../view/index.ts";
import type { JudgedEdit } from "./mutation/edit-judge.ts";

/** An edit and what became of it, with its line in the file. */
export function triedEdit(judged: JudgedEdit, line: number): TriedEdit {
  const { mutant, status } = judged;
  const { rule, named, kind, pointer, edit } = mutant;
  const common = { rule, named, kind, pointer, line, edit, status };
  if (status === "survived") {
    const { moment, departures, before, after } = judged.witness;
    return { ...common, witness: { moment, departures, before: said(before), after: said(after) } };
  }
  if (status === "undecided") return { ...common, why: judged.why };
  if (status === "equivalent") return common;
  return "killedBy" in judged ? { ...common, killedBy: judged.killedBy } : { ...common, killedByClaim: judged.killedByClaim, sentence: judged.sentence };
}

function said({ type, params }: { readonly type: string; readonly params: Readonly<Record<string, unknown>> }): { readonly type: string; readonly params: Readonly<Record<string, unknown>> } {
  return { type, params };
}
