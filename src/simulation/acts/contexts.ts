import type { ActContext } from "./act-facts.ts";
import type { JudgesInputs } from "./judges.ts";

/** What acts get their facts from, by stage of the procedures: first as they are at first. */
export function contextsOf(inputs: JudgesInputs): readonly ActContext[] {
  const context: ActContext = { ...inputs, dictionary: inputs.layout.dictionary };
  return [context, ...(inputs.stages ?? []).map(({ procedures }) => ({ ...context, procedures }))];
}
