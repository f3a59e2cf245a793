import { consentSources, type FactLayout } from "../facts/index.ts";
import {
  moments,
  type CompiledDecision,
  type DecisionName,
  type EnrolmentMoment,
  type Moment,
  type Policy,
} from "../policy/index.ts";
import { type Act, type ActHandle, type Judges } from "./acts/index.ts";
import type { AssumptionValues } from "./assumptions.ts";
import { closingFigures, repeated } from "./closing-figures.ts";
import { collectionFigures } from "./collection-figures.ts";
import { complaintFigures } from "./complaint-figures.ts";
import { counterAt } from "./counter-at.ts";
import type { Places } from "./frame.ts";
import { prepareDecision, type PreparedDecision } from "./decisions.ts";
import type { Waits } from "./loads/coupling.ts";
import { makeOffer } from "./offers.ts";
import { chancesOf } from "./phases/factors.ts";
import { remedyFigures } from "./remedy-figures.ts";
import type { RunDates } from "./run-dates.ts";
import { awareUnasked, screenQuestions, type EnrolmentScreen } from "./screens.ts";
import type { Acts, ClosureDecision, Decisions, EnrolmentDecision, LimitDecision, MonitoringDecision, PolicyFigures, PricingDecision } from "./world.ts";

/** The highest monthly fee that a rule may name. */
const highestFeeBps = 1000;

/** What decisions are made ready from. */
export interface Setting {
  readonly policy: Policy;
  readonly compiled: readonly CompiledDecision[];
  readonly judges: Judges;
  readonly assumed: AssumptionValues;
  readonly waits: Waits;
  readonly dates: RunDates;
  readonly places: Places;
  readonly layout: FactLayout;
}

/** Names of arrangements, in the order of the policy. */
const arrangementNames = (policy: Policy): readonly string[] => Object.keys(policy.arrangements);

/** All decisions but enrolment, which stands with its screens. */
export function prepareDecisions(setting: Setting): Decisions {
  return {
    limit: {
      booking: limitAt(setting, "booking"),
      review: limitAt(setting, "review"),
      request: limitAt(setting, "request"),
      monitoring: limitAt(setting, "monitoring"),
    },
    pricing: {
      booking: pricingAt(setting, "booking"),
      purchase: pricingAt(setting, "purchase"),
      review: pricingAt(setting, "review"),
    },
    closure: closureOf(setting),
    monitoring: {
      "month-end": monitoringAt(setting, "month-end"),
      overdue: monitoringAt(setting, "overdue"),
      complaint: monitoringAt(setting, "complaint"),
      discovery: monitoringAt(setting, "discovery"),
    },
  };
}

/** Figures that follow from the procedures, and the screens of enrolment. */
export function policyFigures(setting: Setting): PolicyFigures {
  const { policy, assumed: a } = setting;
  const { procedures } = policy;
  const { education, closure, marketing, remedy, verification } = procedures;
  const has = (item: (typeof education)[number]): boolean => education.includes(item);
  const tables = Object.values(procedures.enrolment).some(({ costTable }) => costTable.shown && costTable.confirm);
  return {
    screens: {
      registration: screenAt(setting, "registration", counterAt.bookedRegistration),
      checkout: screenAt(setting, "checkout", counterAt.bookedCheckout),
      application: screenAt(setting, "application", counterAt.bookedApplication),
      monthlyScan: screenAt(setting, "monthly-scan", counterAt.bookedMonthlyScan),
      invitationAnswer: screenAt(setting, "invitation-answer", counterAt.bookedInvitation),
    },
    drift: a.noticeDrift + (has("pop-up") ? a.noticePopUp : 0) + (has("guide") ? a.noticeGuide : 0),
    firstStatementNotice: has("first-statement") ? a.noticeFirstStatement : 0,
    overborrowing: (tables ? 1 - a.overborrowingCostTable : 1) * Math.max(0, 1 - a.overborrowingEducation * education.length),
    throughEntrance: repeated(1 - a.entranceAbandon, Math.max(0, closure.entrance.length - 1)),
    factors: chancesOf(closure.factors, a),
    verification: {
      asksAtOpening: (verification?.opening ?? []).length > 0,
      openingCount: verification?.opening?.length ?? 0,
      opening: chancesOf(verification?.opening ?? [], a),
      asksAtSpending: (verification?.spending ?? []).length > 0,
      spendingAboveFen: verification?.spendingAboveFen ?? 0,
      spending: chancesOf(verification?.spending ?? [], a),
    },
    collection: collectionFigures(policy, a),
    complaints: complaintFigures(policy, a),
    closing: closingFigures(policy, a, setting.waits),
    raisesAreOffers: procedures.limitChange.raise === "offer",
    markets: marketing.contactsPerMonth > 0,
    marketingSource: consentSources.indexOf("marketing"),
    throughWithdrawal: throughWithdrawal(procedures, a),
    remedy: remedy === undefined ? undefined : remedyFigures(remedy, a, setting.dates),
  };
}

/** Where no menu leads to it there is no way; where the procedures are silent there is nothing in the way. */
function throughWithdrawal({ withdrawal }: Policy["procedures"], a: AssumptionValues): number {
  if (withdrawal === undefined) return 1;
  return withdrawal.entrance.length === 0 ? 0 : repeated(1 - a.entranceAbandon, withdrawal.entrance.length - 1);
}

/** The acts of the month that need no moment, resolved once. */
export function prepareActs(judges: Judges): Acts {
  const act = (form: Act): ActHandle => judges.act(form);
  return {
    query: act({ kind: "credit-report-query" }),
    limit: {
      booking: act({ kind: "limit-change", way: "booking" }),
      requested: act({ kind: "limit-change", way: "requested" }),
      imposed: act({ kind: "limit-change", way: "imposed" }),
      offerAccepted: act({ kind: "limit-change", way: "offer-accepted" }),
    },
    price: {
      booking: act({ kind: "pricing", moment: "booking" }),
      purchase: act({ kind: "pricing", moment: "purchase" }),
      review: act({ kind: "pricing", moment: "review" }),
    },
    billing: act({ kind: "billing" }),
    negativeReport: act({ kind: "negative-report" }),
    collection: act({ kind: "collection" }),
    closureRequest: act({ kind: "closure-request" }),
    closure: {
      closed: act({ kind: "closure-decision", outcome: "closed" }),
      refused: act({ kind: "closure-decision", outcome: "refused" }),
      pending: act({ kind: "closure-decision", outcome: "pending" }),
    },
    complaint: {
      fees: act({ kind: "complaint", about: "fees" }),
      unwanted: act({ kind: "complaint", about: "unwanted-account" }),
      closure: act({ kind: "complaint", about: "closure-refused" }),
      objection: act({ kind: "complaint", about: "credit-objection" }),
      service: act({ kind: "complaint", about: "service" }),
      fraud: act({ kind: "complaint", about: "fraud" }),
    },
    marketing: act({ kind: "marketing" }),
    leak: act({ kind: "data-leak" }),
  };
}

function screenAt(setting: Setting, moment: EnrolmentMoment, booked: number): EnrolmentScreen | undefined {
  const { policy, assumed, judges } = setting;
  const procedure = policy.procedures.enrolment[moment];
  if (procedure === undefined) return undefined;
  return {
    moment,
    momentBit: 1 << moments.enrolment.indexOf(moment),
    enrolment: enrolmentAt(setting, moment),
    act: judges.act({ kind: "enrolment", moment }),
    openedAt: valueOf(policy, "account.openedAt", moment),
    booked,
    ...screenQuestions(procedure, assumed),
    completion: repeated(assumed.stepCompletion, procedure.steps.length),
    confirmsCostTable: procedure.costTable.shown && procedure.costTable.confirm,
    requiredForShopping: procedure.requiredForShopping,
    aware: awareUnasked(moment, procedure, assumed),
  };
}

function valueOf(policy: Policy, fact: string, value: string): number {
  const definition = policy.dictionary.facts.get(fact);
  if (definition?.type !== "enum") throw new Error(`${fact} is not in the dictionary`);
  return definition.values.indexOf(value);
}

function prepared({ policy, compiled, judges, places, layout }: Setting, decision: DecisionName, moment: Moment): PreparedDecision {
  const reading = compiled.findIndex((one) => one.decision === decision && one.moment === moment);
  const found = compiled[reading];
  if (found === undefined) throw new Error(`${decision} at ${moment} was not compiled`);
  const momentValue = valueOf(policy, "request.moment", moment);
  return prepareDecision(found, { judges, layout, momentValue, firedAt: places.firedAt[decision], reading });
}

function enrolmentAt(setting: Setting, moment: EnrolmentMoment): EnrolmentDecision {
  const decision = prepared(setting, "enrolment", moment);
  return {
    decision,
    enrol: decision.code("enrol"),
    invite: decision.code("invite"),
    review: decision.code("review"),
    decline: decision.code("decline"),
    offerDays: decision.param("invite", "offerDays"),
  };
}

function limitAt(setting: Setting, moment: Moment): LimitDecision {
  const decision = prepared(setting, "limit", moment);
  return {
    decision,
    grant: decision.code("grant"),
    limitFen: decision.param("grant", "limitFen"),
    untilMonths: decision.param("grant", "untilMonths"),
  };
}

function pricingAt(setting: Setting, moment: Moment): PricingDecision {
  const decision = prepared(setting, "pricing", moment);
  const names = arrangementNames(setting.policy);
  const { texts } = decision.compiled;
  const arrangementIn = (text: (typeof texts)[number]): number => Math.max(0, typeof text === "string" ? names.indexOf(text) : 0);
  return {
    decision,
    price: decision.code("price"),
    noAction: decision.code("no-action"),
    freeDays: decision.param("price", "freeDays"),
    feeMonthlyBps: decision.param("price", "feeMonthlyBps"),
    lateDailyBps: decision.param("price", "lateDailyBps"),
    terms: decision.param("price", "terms"),
    arrangement: decision.param("price", "arrangement"),
    offers: texts.map((text) => (typeof text === "string" ? undefined : makeOffer(text.map(Number), setting.assumed))),
    rates: new Float64Array((highestFeeBps + 1) * texts.length).fill(Number.NaN),
    arrangements: texts.map(arrangementIn),
    pools: texts.map((text) => setting.places.poolOf[arrangementIn(text)] ?? 0),
  };
}

function closureOf(setting: Setting): ClosureDecision {
  const decision = prepared(setting, "closure", "request");
  return {
    decision,
    refuse: decision.code("refuse"),
    plan: decision.code("plan"),
    factors: decision.param("plan", "factors"),
    channels: decision.param("plan", "channels"),
  };
}

function monitoringAt(setting: Setting, moment: Moment): MonitoringDecision {
  const decision = prepared(setting, "monitoring", moment);
  const bit = (outcome: string): number => {
    const index = decision.code(outcome);
    return index < 0 ? 0 : 1 << index;
  };
  return {
    decision,
    remind: bit("remind"),
    freeze: bit("freeze"),
    unfreeze: bit("unfreeze"),
    reduce: bit("reduce"),
    raise: bit("raise"),
    offerPlan: bit("offer-plan"),
    stricterReview: bit("stricter-review"),
    alert: bit("alert"),
    warns: bit("alert") | bit("stricter-review") | bit("freeze") | bit("reduce"),
    reduceTo: decision.param("reduce", "toFen"),
    raiseTo: decision.param("raise", "toFen"),
    raiseAsOffer: decision.param("raise", "asOffer"),
    planMonths: decision.param("offer-plan", "months"),
    waiveLateFee: decision.param("offer-plan", "waiveLateFee"),
  };
}
