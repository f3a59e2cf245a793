// The three shipped policies before the law of China, by what their procedures and read sets make of every act.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { layoutFacts } from "../../src/facts/index.ts";
import { compileDecision, decisionNames, moments, readPolicy, readReasons, type Policy, type Procedures } from "../../src/policy/index.ts";
import { createJudges, openingMoments, viewLawFindings, type Act } from "../../src/simulation/acts/index.ts";
import { answer, cn, dictionary } from "./acts-fixture.ts";

const rules = join(import.meta.dirname, "../../rules");
const { reasons } = readReasons({ file: "reasons.json", text: readFileSync(join(rules, "reasons.json"), "utf8") });

function shipped(name: string): Policy {
  const folder = join(rules, "policies", name);
  const files = readdirSync(folder).filter((file) => file !== "invariants.json").map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  const { policy } = readPolicy({ files, dictionary, reasons });
  if (policy === undefined) throw new Error(`${name} cannot be read`);
  return policy;
}

/** Everything the lender does to one adult who says yes to whatever she is asked; nothing is refused to her. */
function actsOf(policy: Policy, procedures: Procedures): readonly Act[] {
  const compiled = decisionNames.flatMap((decision) => moments[decision].map((moment) => ({ decision, moment })));
  return [
    ...compiled.filter(({ decision, moment }) => decision !== "enrolment" || Object.hasOwn(procedures.enrolment, moment)).map((one): Act => ({ kind: "data-access", ...one })),
    { kind: "credit-report-query" },
    ...openingMoments(procedures, policy.decisions.enrolment).map((moment): Act => ({ kind: "enrolment", moment })),
    { kind: "limit-change", way: "booking" },
    { kind: "limit-change", way: procedures.limitChange.raise === "offer" ? "offer-accepted" : "imposed" },
    { kind: "pricing", moment: "purchase" },
    { kind: "billing" },
    { kind: "negative-report" },
    { kind: "collection" },
    { kind: "closure-request" },
    { kind: "complaint", about: "credit-objection" },
    ...(procedures.marketing.contactsPerMonth > 0 ? [{ kind: "marketing" } as const] : []),
    { kind: "closure-decision", outcome: "closed" },
  ];
}

function lawOn(policy: Policy, change: (procedures: Procedures) => Procedures = (same) => same) {
  const procedures = change(policy.procedures);
  const layout = layoutFacts(policy.dictionary);
  const asked = decisionNames.flatMap((decision) => moments[decision].map((moment) => ({ decision, moment })));
  const decisions = asked.map(({ decision, moment }) => compileDecision({ policy, decision, moment, layout, known: new Map() }));
  const judges = createJudges({ packs: [cn], procedures, enrolment: policy.decisions.enrolment, lenderType: "microlender", arrangements: policy.arrangements, lender: { partners: { "bank-x": { type: "bank" } } }, layout, decisions, startDate: "2026-11-01", months: 1 });
  const counts = judges.newCounts();
  const row = new Float64Array(layout.size).fill(Number.NaN);
  const slots = { "customer.age": 30, "customer.isCollegeStudent": 0, "limit.newFen": 800_000, "limit.deltaFen": 200_000, "price.allInApr": 0.15, "request.asked": 1, "request.amountFen": 30_000, "price.arrangement": 0, "account.previouslyClosed": 0, "account.previouslyRefused": 0, "account.balanceFen": 0, "account.disputeOpen": 0, "account.fraudHold": 0, "account.daysSinceOpen": 90, "bill.undisclosedFeeFen": judges.undisclosedFeeFen(100, 10) };
  for (const [name, value] of Object.entries(slots)) row[layout.slot(name)] = value;
  judges.beginCustomer(1, row, counts);
  for (const moment of moments.enrolment) if (procedures.enrolment[moment] !== undefined) answer(judges, row, procedures, moment);
  judges.accountOpened();
  for (const act of actsOf(policy, procedures)) judges.judge(judges.act(act), 0);
  judges.endCustomer();
  const found = viewLawFindings(counts.data());
  return { matched: found.filter((one) => one.persons > 0).map((one) => one.rule), open: found.filter((one) => one.inconclusivePersons > 0).map((one) => one.rule) };
}

const silentPolicy = shipped("silent-auto-enrolment");
const before = lawOn(silentPolicy).matched;

test("silent auto-enrolment matches every rule of group A, and what follows from it", () => {
  expect(before).toEqual(expect.arrayContaining(["CN-ENR-001", "CN-ENR-002", "CN-ENR-003", "CN-DAT-001", "CN-DAT-004", "CN-DAT-006"]));
  expect(before).toEqual(expect.arrayContaining(["CN-ENR-008", "CN-DAT-002", "CN-DAT-005", "CN-DAT-009", "CN-CRQ-001", "CN-LIM-003", "CN-LIM-004", "CN-NEG-001", "CN-NEG-002", "CN-CLO-001"]));
});

test("consent-first and invited match no rule at all, and leave none open", () => {
  expect(lawOn(shipped("consent-first"))).toEqual({ matched: [], open: [] });
  expect(lawOn(shipped("invited"))).toEqual({ matched: [], open: [] });
});

type Change = (procedures: Procedures) => Procedures;
const screens = (change: (one: NonNullable<Procedures["enrolment"]["checkout"]>) => object): Change => (procedures) => ({
  ...procedures,
  enrolment: Object.fromEntries(Object.entries(procedures.enrolment).map(([moment, one]) => [moment, { ...one, ...change(one) }])),
});
const full = shipped("consent-first").procedures.enrolment.application?.notice ?? [];
const ownTick = (one: NonNullable<Procedures["enrolment"]["checkout"]>, kind: "bundled" | "separate" | "written") =>
  Object.fromEntries(Object.keys(one.consents).map((source) => [source, { kind: source === "bureau" && kind === "separate" ? "written" : kind, ticked: "customer" }]));

test.each<[string, Change, readonly string[]]>([
  ["the boxes are unticked and she ticks them herself", screens((one) => ({ creditOption: one.creditOption === "pre-ticked" ? "unticked" : one.creditOption, consents: ownTick(one, "bundled") })), ["CN-ENR-001"]],
  ["the notice is whole and comes first", screens(() => ({ notice: full, noticeShown: "before" })), ["CN-DAT-004"]],
  ["each source is asked for on its own", screens((one) => ({ consents: ownTick(one, "separate"), creditOption: one.creditOption === "pre-ticked" ? "unticked" : one.creditOption })), ["CN-ENR-001", "CN-DAT-002", "CN-NEG-002"]],
  ["each source is asked for on its own, after a whole notice that names the recipients", screens((one) => ({ consents: ownTick(one, "separate"), creditOption: one.creditOption === "pre-ticked" ? "unticked" : one.creditOption, notice: full, noticeShown: "before", recipientsNamed: true })), ["CN-ENR-001", "CN-DAT-001", "CN-DAT-002", "CN-DAT-004", "CN-DAT-005", "CN-NEG-002"]],
  ["the purpose of credit assessment is told", (procedures) => ({ ...procedures, data: { ...procedures.data, purposesTold: ["shopping", "marketing", "credit-assessment"] } }), ["CN-DAT-006"]],
  ["the scan no longer opens, nor does a box", (procedures) => ({ ...procedures, enrolment: procedures.enrolment.application === undefined ? {} : { application: procedures.enrolment.application } }), ["CN-ENR-002"]],
  ["rises become offers", (procedures) => ({ ...procedures, limitChange: { ...procedures.limitChange, raise: "offer" } }), ["CN-LIM-003"]],
])("when silent auto-enrolment changes so that %s, exactly these rules fall silent", (_name, change, silenced) => {
  const { matched } = lawOn(silentPolicy, change);
  expect(before.filter((rule) => !matched.includes(rule))).toEqual(silenced);
  expect(matched.filter((rule) => !before.includes(rule))).toEqual([]);
});
