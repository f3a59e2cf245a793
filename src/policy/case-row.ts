import { encodeFact, typicalRow } from "../facts/index.ts";
import type { FactLayout, FactName } from "../facts/index.ts";
import type { Row } from "./compiled.ts";
import type { Constant, Moment } from "./policy.ts";
import { withOwnScore, type Scorecard } from "./scorecard/index.ts";

/** Facts that depart from the typical applicant at one moment; null is a missing fact. */
export interface CaseFacts {
  readonly moment: Moment;
  readonly facts: Readonly<Record<FactName, Constant | null>>;
}

/**
 * The typical applicant with these facts, as a row. Names the layout does not have are passed over. A scorecard in
 * force gives the score, unless the facts name one.
 */
export function caseRow({ moment, facts }: CaseFacts, layout: FactLayout, scorecard?: Scorecard): Row {
  const row = typicalRow(layout);
  for (const [name, value] of Object.entries({ ...facts, "request.moment": moment })) {
    const definition = layout.dictionary.facts.get(name);
    if (definition !== undefined) row[layout.slot(name)] = encodeFact(definition, value);
  }
  return withOwnScore(row, facts, layout, scorecard);
}
