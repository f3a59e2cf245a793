import { encodeFact } from "../../facts/index.ts";
import { compileDecision, knownFacts, type CompiledDecision, type Moment, type Outcome } from "../../policy/index.ts";
import { notAsked, standings, type DecidedMoment, type DecidedPolicy, type LackingPart, type RestsPart } from "../../verdict/index.ts";
import type { GivenFacts } from "../read-facts.ts";
import { openBlame, type Blame } from "./blame.ts";
import type { RowGround, RowPair } from "./row-source.ts";

/** What a policy said to every row, and what it lacked. */
export interface DecidedRows {
  readonly decided: DecidedPolicy;
  readonly lacking: readonly LackingPart[];
  readonly synthetic: readonly RestsPart[];
}

/** How rows are put to a policy. */
export interface DecideOptions {
  readonly name: string;
  readonly moments: readonly Moment[];
  readonly situation: GivenFacts;
  /** Facts that the file lacks stay missing. */
  readonly fileOnly: boolean;
  readonly count: number;
  /** Told every few thousand rows. */
  readonly progress?: (done: number) => void;
}

/** Enrolment at each moment asked, then the limit at booking of whoever is enrolled at one of them. An invitation is no enrolment. */
export function decideRows(ground: RowGround, options: DecideOptions): DecidedRows {
  const enrolment = options.moments.map((moment) => openStation(ground, "enrolment", moment, options));
  const limit = openStation(ground, "limit", "booking", options);
  const limitFen = new Float64Array(options.count).fill(Number.NaN);
  const standing = new Uint8Array(options.count);
  const onSynthetic = new Uint8Array(options.count);
  for (const pair of ground.rows(options.situation)) {
    const { at } = pair;
    if (at % 4096 === 0) options.progress?.(at);
    const said = enrolment.map((station) => station.decide(pair));
    const isAsked = said.includes("enrol");
    const granted = isAsked && limit.decide(pair) === "grant";
    if (granted) limitFen[at] = limit.amount();
    const asked = isAsked ? [limit] : enrolment;
    const open = asked.some(({ decided }) => decided.undecided[at] === 1);
    standing[at] = standings.indexOf(open ? "undecided" : granted ? "approved" : !isAsked && said.includes("review") ? "review" : "declined");
    onSynthetic[at] = [...enrolment, limit].some(({ decided }) => decided.onSynthetic[at] === 1) ? 1 : 0;
  }
  const all = [...enrolment, limit];
  return {
    decided: { policy: options.name, enrolment: enrolment.map(({ decided }) => decided), limit: limit.decided, limitFen, standing, onSynthetic },
    lacking: all.flatMap(({ words, lacks }) => lacks.found().map(({ rules, ...one }) => ({ ...words, ...one, rules: [...rules] }))),
    synthetic: all.flatMap(({ words, rests }) => rests.found().map(({ fact, rows }) => ({ ...words, fact, rows }))),
  };
}

/** One decision at one moment, through which rows pass. */
interface Station {
  readonly words: Pick<LackingPart, "policy" | "decision" | "moment">;
  readonly decided: DecidedMoment;
  readonly lacks: Blame;
  readonly rests: Blame;
  /** Decides a row and gives the outcome's type. */
  readonly decide: (pair: RowPair) => string;
  /** The limit of the row decided last. */
  readonly amount: () => number;
}

function openStation({ policy, layout }: RowGround, decision: "enrolment" | "limit", moment: Moment, { name, fileOnly, count }: DecideOptions): Station {
  const code = compileDecision({ policy, decision, moment, layout, known: knownFacts(policy) });
  const [said, alone] = [code.newOutcome(), code.newOutcome()];
  const [lacks, rests] = [openBlame(policy, decision, layout), openBlame(policy, decision, layout)];
  const decided = emptyMoment(code, count);
  const place = code.ranks.map((rule) => decided.rules.indexOf(rule));
  const enter = entering(layout, moment);
  const limitFen = code.params.indexOf("limitFen");
  return {
    words: { policy: name, decision, moment },
    decided,
    lacks,
    rests,
    decide({ at, filled, bare }) {
      const row = fileOnly ? bare : filled;
      enter(filled);
      enter(bare);
      code.decide(row, said);
      decided.code[at] = said.code;
      decided.rule[at] = place[firstRank(said)] ?? decided.rules.length - 1;
      if (said.undecided) {
        decided.undecided[at] = 1;
        lacks.add(row);
      }
      if (!fileOnly) code.decide(bare, alone);
      if (!fileOnly && !isSame(said, alone)) {
        decided.onSynthetic[at] = 1;
        rests.add(bare);
      }
      return code.outcomes[said.code] ?? "";
    },
    amount: () => said.params[limitFen] ?? Number.NaN,
  };
}

/** Writes the moment, and that only the invited answer an invitation. */
function entering(layout: RowGround["layout"], moment: Moment): (row: Float64Array) => void {
  const said = (["request.moment", "account.invited"] as const).flatMap((name) => {
    const definition = layout.dictionary.facts.get(name);
    return definition === undefined ? [] : [[layout.slot(name), encodeFact(definition, name === "request.moment" ? moment : moment === "invitation-answer")] as const];
  });
  return (row) => {
    for (const [slot, value] of said) row[slot] = value;
  };
}

function emptyMoment({ moment, outcomes, rules }: CompiledDecision, count: number): DecidedMoment {
  return {
    moment,
    outcomes,
    code: new Uint8Array(count).fill(notAsked),
    undecided: new Uint8Array(count),
    onSynthetic: new Uint8Array(count),
    rule: new Uint16Array(count),
    rules: [...rules, null],
  };
}

/** The rank of the first rule that decided; −1 where none did. */
function firstRank({ because }: Outcome): number {
  const word = because?.findIndex((bits) => bits !== 0) ?? -1;
  const bits = because?.[word] ?? 0;
  return bits === 0 ? -1 : word * 32 + 31 - Math.clz32(bits & -bits);
}

/** Whether what the file alone says comes to the same: decided alike, or missing what no draw gives either. */
function isSame(said: Outcome, alone: Outcome): boolean {
  return said.code === alone.code && said.undecided === alone.undecided && said.params.every((value, at) => Object.is(value, alone.params[at]));
}
