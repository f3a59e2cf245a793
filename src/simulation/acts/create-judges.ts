import { consentSources } from "../../facts/index.ts";
import type { Row } from "../../policy/index.ts";
import { createBench } from "./bench.ts";
import { concentrationIn } from "./funding-facts.ts";
import type { Judges, JudgesInputs, Verdict } from "./judges.ts";
import { createLawCounts, type LawCounts } from "./law-counts.ts";
import { lawSeasons } from "./law-seasons.ts";
import { createReadings } from "./readings.ts";
import { createStandings } from "./standings.ts";
import { createVerdicts, eachRule, type Verdicts } from "./verdicts.ts";

/** Judges of the acts of one policy under one lender and the packs. Rules are compiled when an act first needs them. */
export function createJudges(inputs: JudgesInputs): Judges {
  const { layout, months, procedures } = inputs;
  const rules = inputs.packs.flatMap((pack) => pack.rules);
  const ids = rules.map((rule) => rule.id);
  const verdicts = inputs.verdicts ?? createVerdicts(rules.length);
  const seasons = lawSeasons(inputs);
  const bench = createBench(inputs, verdicts, seasons);
  const readings = createReadings(inputs, bench);
  const standings = createStandings(inputs, () => {
    bench.forget();
    readings.forget();
  });
  const { now } = standings;
  const idle = createLawCounts(verdicts, ids, months);
  let registers = idle.registers;
  // The same counts from block to block: code that meets one set of functions is quicker than code that meets many.
  const released: LawCounts[] = [];
  const auditSlot = inputs.monthsSinceAudit === undefined ? -1 : layout.slot("governance.monthsSinceAudit");
  let row: Row = new Float64Array(layout.size).fill(Number.NaN);

  const sourceSlots = consentSources.map((source) =>
    [...layout.dictionary.facts.values()].filter((fact) => fact.consent === source).map((fact) => layout.slot(fact.name)),
  );
  // Nobody asks the bureau about a customer who withholds it: such a query is no act.
  const query = bench.handle({ kind: "credit-report-query" });
  const bureau = 1 << consentSources.indexOf("bureau");
  const nothing = emptyVerdict(verdicts);
  const disclosesInstalment = procedures.billing.disclosedFees.includes("instalment");
  const disclosesLate = procedures.billing.disclosedFees.includes("late");
  const rulesOf = (verdict: Verdict, set: number): readonly string[] => {
    const found: string[] = [];
    for (let w = 0; w < verdicts.words; w++)
      eachRule(verdicts.bits()[(verdict * 4 + set) * verdicts.words + w] ?? 0, w, (rule) => found.push(ids[rule] ?? ""));
    return found;
  };

  const meet = (verdict: Verdict, month: number): void => {
    const { counting } = registers;
    if (counting.met[verdict] !== counting.moments + month) registers.meet(verdict, month);
    counting.acts[verdict] = (counting.acts[verdict] ?? 0) + 1;
  };

  return {
    rules,
    verdicts,
    act(act) {
      const handle = bench.handle(act);
      if (act.kind === "data-access") readings.add(handle, act);
      return handle;
    },
    read(access, month) {
      if (month > now.unchangedUntil) standings.age(month);
      const reading = readings.of(access, seasons.ofMonth[month] ?? 0, standings, row);
      reading.use.times += 1;
      meet(reading.verdict, month);
      return reading;
    },
    takeUses: (access, each) => readings.take(access, each),
    newCounts() {
      const counts = released.pop() ?? createLawCounts(verdicts, ids, months);
      counts.clear();
      return counts;
    },
    release: (counts) => void released.push(counts),
    beginCustomer(customer, ofCustomer, counts) {
      row = ofCustomer;
      registers = counts.registers;
      registers.begin(customer);
      standings.begin(row);
    },
    enter: (stage) => standings.enter(stage),
    passed: (moment) => standings.pass(moment),
    passedOnly: (moments) => standings.passOnly(moments),
    consentsChanged: () => standings.read(row),
    withheld: () => now.withheld,
    factsOf: (source) => sourceSlots[source] ?? [],
    accountOpened() {
      registers.opened();
      standings.opened();
    },
    accountClosed(month) {
      registers.closed();
      standings.closed(month);
    },
    queriesBureau: (decision) =>
      decision.reads.some((name) => layout.dictionary.facts.get(name)?.consent === "bureau"),
    undisclosedFeeFen: (instalmentFeeFen, lateFeeFen) => (disclosesInstalment ? 0 : instalmentFeeFen) + (disclosesLate ? 0 : lateFeeFen),
    judge(act, month) {
      if (month > now.unchangedUntil) standings.age(month);
      if (act === query && (now.withheld & bureau) !== 0) return nothing;
      const verdict = bench.judge(act, seasons.ofMonth[month] ?? 0, standings, row);
      meet(verdict, month);
      return verdict;
    },
    matched: (verdict) => rulesOf(verdict, 1),
    inconclusive: (verdict) => rulesOf(verdict, 2),
    endCustomer() {
      registers.end();
      registers = idle.registers;
    },
    handOver() {
      const handed = { registers, ...standings.handOver() };
      registers = idle.registers;
      return handed;
    },
    takeOver(handed, ofCustomer) {
      row = ofCustomer;
      registers = handed.registers;
      standings.takeOver(row, handed);
    },
    judgeLender(month, counts) {
      if (inputs.monthsSinceAudit !== undefined) row[auditSlot] = inputs.monthsSinceAudit[month] ?? Number.NaN;
      for (const [fact, value] of concentrationIn(inputs.waits, month)) row[layout.slot(fact)] = value;
      counts.registers.countLender(bench.judge(bench.handle({ kind: "month-end" }), seasons.ofMonth[month] ?? 0, standings, row), month);
    },
  };
}

function emptyVerdict(verdicts: Verdicts): Verdict {
  const none = () => new Int32Array(verdicts.words);
  return verdicts.number({ judged: none(), violated: none(), inconclusive: none(), declared: none() });
}
