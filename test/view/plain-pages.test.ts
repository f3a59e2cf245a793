// The linear pages in both languages, from what the outside would answer; names from files stay text.
import { expect, test } from "vitest";
import type { Lang } from "../../src/base/index.ts";
import { plainPages, type PlainPolicy } from "../../src/view/index.ts";
import { account, history } from "../screens/answers.ts";
import { report } from "../screens/scene.ts";

const silent = report.policies[0]?.name ?? "";

function pages(lang: Lang, more: Partial<PlainPolicy> = {}): string {
  const claim = { name: "INV-1", title: { en: "nobody is refused", zh: "不拒绝任何人" }, verdict: "broken" as const, breaks: [{ en: "an applicant who owes 1 fen", zh: "欠款 1 分的申请人" }], accepted: { en: "studied", zh: "研究对象" } };
  const rules = account.rules.map(({ decision, name }) => ({ decision, rule: name, findings: [], claims: [claim] }));
  const life = { history, person: { "customer.age": 31, "customer.incomeMonthlyFen": 820_000 }, context: { policy: account.title, startDate: "2026-11-01", rules: new Map(), reasons: new Map() } };
  const policy: PlainPolicy = {
    name: silent,
    account: { kind: "done", value: account },
    proofs: { kind: "done", value: { verdicts: { held: 4, broken: 1, undecided: 0 }, rules } },
    people: [
      { title: { en: "closing refused", zh: "关闭被拒" }, where: ["event=closuresRefused"], found: { kind: "done", value: { customers: [3], next: null } }, lives: [life] },
      { title: { en: "taken over", zh: "账户被盗用" }, where: ["event=takeovers"], found: { kind: "done", value: { customers: [], next: null } }, lives: [] },
    ],
    ...more,
  };
  return plainPages({ report, policies: [policy], again: "policy-bench replay baseline" }, { lang, color: false, ascii: false, width: 100 });
}

const lines = (text: string): readonly string[] => text.split("\n");

test("a claim is told once, a rule in sentences, a person by what happened to her", () => {
  const told = lines(pages("en"));
  expect(told.filter((line) => line.includes("INV-1"))).toEqual(["  Broken: INV-1 nobody is refused"]);
  expect(told).toContain("    For example: an applicant who owes 1 fen");
  expect(told).toContain("  own score that is enough: 580 (570 to 600 by 10), minScore, rules/policies/silent/policy.json:7");
  expect(told).toContain("    rules/policies/silent/closure.json:9");
  expect(told.find((line) => line.startsWith("  customer 3, "))).toBe("  customer 3, age 31, income a month ¥8,200.00: 2026-12 opened unasked, 2027-02 found out, asked to");
  expect(told).toContain("taken over: nobody in this run");
});

test("in Chinese all of it is Chinese", () => {
  const told = pages("zh");
  for (const words of ["谁违约、何时违约", "不成立：INV-1 不拒绝任何人", "例如：欠款 1 分的申请人", "已接受：研究对象", "参数：", "月收入 ¥8,200.00", "关闭被拒（共 1 位）", "账户被盗用：本次运行中没有"]) expect(told).toContain(words);
  expect(told.replaceAll(/policy-bench [^\n]*(?:\n--[^\n]*)?|--where[^\n]*|rules\/[^\n]*|MC\/DC|minScore|topLimitFen|CLO-\d+|INV-\d+|\b[A-Z]\b/gu, "")).not.toMatch(/[a-z]{3}/u);
});

test("what cannot be looked up is said, and names from files cannot act on a terminal", () => {
  const why = { en: "no such policy", zh: "没有这项政策" };
  expect(pages("en", { account: { kind: "refused", why } })).toContain("no such policy");
  const [rule] = account.rules;
  if (rule === undefined) throw new Error("no rule");
  const hostile = pages("en", { account: { kind: "done", value: { ...account, rules: [{ ...rule, title: { en: "\u001b[2J\u202Ename", zh: "\u001b[2J" } }] } } });
  expect(["\u001b", "\u202E"].filter((sign) => hostile.includes(sign))).toEqual([]);
  expect(hostile).toContain("name");
});
