import type { FactorName, Policy } from "../../policy/index.ts";
import { sampled, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import { withProcedures, type Lab } from "./lab.ts";

const quiet = { leaveShop: 0, takeoverAttempt: 0, takeoverOpening: 0, closeBase: 0, closeDiscovery: 0, closeOverdue: 0 } as const;

/** Chances that repeat: their frequencies in the simulation's own months. */
export function geometric(lab: Lab): readonly ValidationLine[] {
  return [...awareness(lab), occupancy(lab), ...factors(lab), entrance(lab), ...certainRolls(lab)];
}

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "geometric", name: `geometric.${name}`, title: { en, zh } });

/** A constant hazard h leaves (1 − h)^t unaware: each month h of those who stood unaware find out. */
function awareness(lab: Lab): readonly ValidationLine[] {
  const h = 0.15;
  const policy = withProcedures(lab.policy("silent-auto-enrolment"), (p) => ({ ...p, education: [] }));
  const assumptions = lab.assuming({
    ...quiet, termsRenewal: 1, awarePreTicked: 0, awareSilent: 0, awareAuto: 0, noticeDrift: h, noticeStatement: 0, noticeOverdue: 0,
    noticeReminder: 0, chargeOffCycles: 24, optOutCareless: 0, optOutCareful: 0,
  });
  const tally = lab.play({ policy, assumptions, customers: 2500, months: 10 });
  return [0, 3, 6, 9].map((month) => {
    const found = tally.at("discovered", month);
    const title = words(`awareness-${month}`, `holders who find out in month ${month}, of the unaware`, `第 ${month} 月发现账户者占不知情者`);
    return sampled(title, found, tally.at("openUnaware", month) + found, h);
  });
}

function occupancy(lab: Lab): ValidationLine {
  const assumptions = lab.assuming({ shockEntry: 0.12, shockExit: 0.28, shockCorrelation: 0 });
  const run = lab.prepare({ assumptions, customers: 300, months: 40 });
  let shocked = 0;
  let months = 0;
  for (let customer = 0; customer < 300; customer++) {
    for (const { kind, month, figures } of run.history(customer).entries) {
      // Months far enough apart to know nothing of each other.
      if (kind !== "month-end" || month % 13 !== 12 || figures["shops"] !== true) continue;
      months++;
      if (figures["incomeShock"] === true) shocked++;
    }
  }
  return sampled(words("occupancy", "months in an income shock: p01 / (p01 + p10)", "处于收入冲击的月份占比：p01 / (p01 + p10)"), shocked, months, 0.3);
}

/** The policy with closing rules that say nothing: the factors of the procedures are asked for. */
export function closingWith(lab: Lab, asked: readonly FactorName[], entrance: readonly string[]): Policy {
  const base = withProcedures(lab.policy("silent-auto-enrolment"), (p) => ({ ...p, closure: { ...p.closure, factors: asked, entrance } }));
  return { ...base, decisions: { ...base.decisions, closure: { ...base.decisions.closure, rules: [], otherwise: {} } } };
}

/** m independent factors let p^m of the holders and of the thieves through. */
function factors(lab: Lab): readonly ValidationLine[] {
  const golden: readonly (readonly [readonly FactorName[], number, number])[] = [
    [["sms"], 0.93, 0.12], [["sms", "password"], 0.8649, 0.0144], [["sms", "password", "identity"], 0.804357, 0.001728],
  ];
  const assumptions = lab.assuming({ closeBase: 0.2, takeoverAttempt: 0.5, takeoverClosing: 1, closeRetry: 0.2, noticeDrift: 0.9 });
  return golden.flatMap(([asked, honest, fraud]) => {
    const tally = lab.play({ policy: closingWith(lab, asked, ["credit"]), assumptions, customers: 800 });
    const requests = tally.total("closuresAsked");
    const m = asked.length;
    return [
      sampled(words(`honest-${m}`, `holders who pass ${m} factors at closing`, `关闭时通过 ${m} 项核验的本人`), requests - tally.total("closuresUnverified"), requests, honest),
      sampled(words(`fraud-${m}`, `thieves who pass ${m} factors at closing`, `关闭时通过 ${m} 项核验的盗用者`), tally.total("takeoversClosing"), tally.total("takeoverAttempts"), fraud),
    ];
  });
}

function entrance(lab: Lab): ValidationLine {
  const assumptions = lab.assuming({ closeBase: 0.2, entranceAbandon: 0.12, noticeDrift: 0.9 });
  const tally = lab.play({ policy: closingWith(lab, ["sms"], ["a", "b", "c", "d"]), assumptions, customers: 600 });
  const asked = tally.total("closuresAsked");
  return sampled(words("entrance", "who get past three more menus: 0.88^3", "多走三级菜单仍坚持者：0.88^3"), asked, asked + tally.total("closuresAbandoned"), 0.681472);
}

/** With certain cures of forgetters and certain rolls the matrix is what the assumptions say. */
function certainRolls(lab: Lab): readonly ValidationLine[] {
  const assumptions = lab.assuming({
    ...quiet, forgetAware: 0.3, forgetUnaware: 0.3, reminderEffect: 0, autopay: 0, autopayOthers: 0, abilityBase: 20, cureForgetters: 0.6, roll1: 1,
    cure2: 0, cure3: 0, roll2: 1, roll3: 1, shockEntry: 0, planAcceptance: 0,
  });
  const tally = lab.play({ assumptions, customers: 500 });
  return [
    sampled(words("forgetting", "bills forgotten at a chance of 0.3", "以 0.3 概率忘记的账单"), tally.total("rolled0to1"), tally.total("exposedCurrent"), 0.3),
    sampled(words("cure", "forgetters cured at a chance of 0.6", "以 0.6 概率补还的遗忘者"), tally.total("cured1"), tally.total("exposed1to30"), 0.6),
  ];
}
