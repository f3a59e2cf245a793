import type { FactorName, Policy, Procedures } from "../../policy/index.ts";
import { mergeTallies, type Environment, type Tally } from "../../simulation/index.ts";
import { none, ordered, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import { closingWith } from "./geometric.ts";
import { withProcedures, type Lab, type Trial } from "./lab.ts";

const policies = ["silent-auto-enrolment", "consent-first", "invited"] as const;
const silent = policies[0];
const months = Array.from({ length: 24 }, (_, month) => month);

/** What must follow when one thing is changed, on the same customers with the same luck. */
export function metamorphic(lab: Lab): readonly ValidationLine[] {
  const play = (trial: Trial): Tally => lab.play({ customers: 1200, ...trial });
  const base = play({});
  return [...limits(lab, play, base), ...economy(lab, play), ...education(lab, play), ...closing(lab, play), ...sales(lab, play), consent(lab, play), order(lab)];
}

type Play = (trial: Trial) => Tally;

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "metamorphic", name: `metamorphic.${name}`, title: { en, zh } });

/** The policy with every parameter that is a limit made smaller. */
export function withLimits(base: Policy, factor: number): Policy {
  const parameters = base.parameters.map((one) => {
    const isLimit = one.unit === "fen" && /limit|cap|tier/iu.test(one.name);
    return isLimit ? { ...one, value: Math.floor(one.value * factor) } : one;
  });
  return { ...base, parameters };
}

function limits(lab: Lab, play: Play, base: Tally): readonly ValidationLine[] {
  const cut = play({ policy: withLimits(lab.policy(silent), 0.5) });
  const worse = months.slice(2).filter((month) => cut.at("balanceFen", month) > base.at("balanceFen", month));
  return [
    none(words("limits-exposure", "months in which halved limits raise what is owed", "额度减半反而使欠款上升的月份"), worse.length),
    ordered({ ...words("limits-cut", "halved limits against whole ones", "减半后的额度与原额度之比"), unit: "share" }, cut.total("limitFen") / base.total("limitFen"), { high: 0.999 }),
  ];
}

function economy(lab: Lab, play: Play): readonly ValidationLine[] {
  const world = (z: number): Environment => ({ ...lab.environment("steady"), macro: { kind: "path", before: 0, path: [z] } });
  const tallies = [2, 0, -1.5, -3].map((z) => play({ environment: world(z) }));
  const falls = (counter: "newly90" | "missedByInability"): number =>
    tallies.filter((tally, at) => at > 0 && tally.total(counter) < (tallies[at - 1]?.total(counter) ?? 0)).length;
  const defaulted = (z: number): ReadonlySet<number> => {
    const run = lab.prepare({ customers: 300, environment: world(z) });
    const lives = Array.from({ length: 300 }, (_, customer) => run.history(customer));
    return new Set(lives.filter(({ entries }) => entries.some(({ name }) => name === "newly90")).map(({ customer }) => customer));
  };
  const [good, bad] = [defaulted(0), defaulted(-3)];
  const saved = [...good].filter((customer) => !bad.has(customer)).length;
  return [
    none(words("economy-defaults", "steps to a worse economy with fewer defaults", "经济变差而违约减少的情形"), falls("newly90")),
    none(words("economy-misses", "steps to a worse economy with fewer missed for lack of means", "经济变差而无力还款减少的情形"), falls("missedByInability")),
    // The paths of those who were in arrears anyway may cross: a cure that a shock prevents can come later and hold.
    ordered({ ...words("economy-persons", "of those who default in an ordinary economy, saved by a slump", "正常经济下违约、衰退中反而未违约者的占比"), unit: "share" }, good.size === 0 ? null : saved / good.size, { high: 0.1 }),
  ];
}

function education(lab: Lab, play: Play): readonly ValidationLine[] {
  const teaching = (items: Procedures["education"]): number =>
    play({ policy: withProcedures(lab.policy(silent), (p) => ({ ...p, education: items })) }).total("unawareMonths");
  const [nothing, some, all] = [teaching([]), teaching(["pop-up"]), teaching(["pop-up", "guide", "first-statement"])];
  return [
    ordered({ ...words("education-some", "months unaware with a pop-up against none", "有弹窗提示与无提示的不知情月数之比"), unit: "share" }, some / nothing, { high: 0.999 }),
    ordered({ ...words("education-all", "months unaware with all education against a pop-up", "全部教育与仅弹窗的不知情月数之比"), unit: "share" }, all / some, { high: 0.999 }),
  ];
}

function closing(lab: Lab, play: Play): readonly ValidationLine[] {
  const assumptions = lab.assuming({ takeoverAttempt: 0.02, takeoverClosing: 1, closeBase: 0.02, closeRetry: 0.02 });
  const entrance = lab.policy(silent).procedures.closure.entrance;
  const lists: readonly (readonly FactorName[])[] = [["sms"], ["sms", "password"], ["sms", "password", "identity"]];
  const tallies = lists.map((factors) => play({ policy: closingWith(lab, factors, entrance), assumptions }));
  const rises = (counter: "takeoversClosing" | "closuresGranted"): number =>
    tallies.filter((tally, at) => at > 0 && tally.total(counter) > (tallies[at - 1]?.total(counter) ?? 0)).length;
  return [
    none(words("factors-fraud", "factors added that let more thieves close", "增加核验因子反而放过更多盗用关闭"), rises("takeoversClosing")),
    none(words("factors-holders", "factors added that let more holders close", "增加核验因子反而让更多本人完成关闭"), rises("closuresGranted")),
  ];
}

function sales(lab: Lab, play: Play): readonly ValidationLine[] {
  const festival = lab.environment("festival");
  const [first, ...others] = policies.map((name) => play({ policy: name, environment: festival }));
  const differing = others.flatMap((other) => months.filter((month) => other.at("salesWithoutCreditFen", month) !== first?.at("salesWithoutCreditFen", month)));
  const nobody = play({ policy: withProcedures(lab.policy(silent), (p) => ({ ...p, enrolment: {} })) });
  return [
    none(words("sales-without-credit", "months in which a policy changes what would have been bought without credit", "政策改变了“无信用支付时的购买额”的月份"), differing.length),
    none(words("no-credit-no-uplift", "fen of sales above those without credit where no credit is offered", "不提供信用支付时超出无信用销售额的分数"), Math.abs(nobody.total("salesFen") - nobody.total("salesWithoutCreditFen"))),
  ];
}

/** Where every account is asked for in a step of its own, no rule about the opening of accounts is matched. */
function consent(lab: Lab, play: Play): ValidationLine {
  const pack = lab.pack("cn");
  const opening = new Set(pack.rules.filter(({ trigger, severity }) => trigger === "enrolment" && severity === "critical").map(({ id }) => id));
  const persons = (policy: string): number =>
    play({ policy, packs: [pack] }).laws.reduce((sum, { rule, persons: hit }) => sum + (opening.has(rule) ? hit : 0), 0);
  const silently = persons(silent);
  return ordered({ ...words("consent", "persons matched by critical rules on opening, asked for against silent", "开通类严重规则命中人次：主动开通与静默开通之比"), unit: "share" }, silently === 0 ? null : persons("consent-first") / silently, { high: 0 });
}

/** Blocks in any order and of any size are the same run, byte for byte. */
function order(lab: Lab): ValidationLine {
  const run = lab.prepare({ customers: 900, months: 12, packs: [lab.pack("cn")] });
  const whole = JSON.stringify(run.block(0, 900));
  const cut = JSON.stringify(mergeTallies([run.block(700, 200), run.block(0, 300), run.block(300, 400)]));
  return none(words("order", "orders of the same blocks that change a byte", "分块顺序改变结果字节的情形"), whole === cut ? 0 : 1);
}
