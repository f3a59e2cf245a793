// The way down from a number to the editor and back, what-if in place, the palette.
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf } from "../../src/view/screens/asks.ts";
import { drawScreen } from "../../src/view/screens/frame.ts";
import { createAskBoard } from "../../src/view/screens/ask-board.ts";
import { conditionsOf } from "../../src/view/screens/customer.ts";
import { cameOf } from "../../src/view/screens/use-wishes.ts";
import { fuzzyScore } from "../../src/view/screens/fuzzy.ts";
import type { Answer, FoundCustomers } from "../../src/view/screens/screen-calls.ts";
import { account, keysOf, pressed, told } from "./answers.ts";
import { modelOf, report, textOf } from "./scene.ts";

const after = (signs: string, from = modelOf()) => pressed(keysOf(signs), from);
const shown = (signs: string, more: Parameters<typeof modelOf>[0] = {}) => {
  const model = modelOf(more);
  return textOf(told({ ...model, state: after(signs, model) }));
};
const places = (signs: string): readonly string[] => after(signs).trail.map(({ place }) => place.kind);

/** Closures refused, by the palette. */
const toMeasure = ":closures refused⏎";

test("from a number to the people, to a person, to a decision, to the rule, to the editor at its line", () => {
  expect(places(toMeasure)).toEqual(["measure"]);
  // The first row that leads on is the champion's people.
  const links = toMeasure;
  expect(after(`${links}⏎`).trail.at(-1)?.place).toEqual({ kind: "people", policy: "silent", where: ["event=closuresRefused"] });
  const person = `${links}⏎⏎`;
  expect(after(person).trail.at(-1)?.place).toMatchObject({ kind: "person", policy: "silent", customer: 3, about: "event=closuresRefused" });
  expect(shown(person)).toMatch(/closure @ request: refuse .*because of CLO-10/u);
  const decision = `${person}⏎`;
  expect(after(decision).trail.at(-1)?.place).toMatchObject({ kind: "decision", customer: 3, entry: 9 });
  expect(shown(decision)).toMatch(/CLO-10[^\n]*matched and decided/u);
  const rule = `${decision}⏎`;
  expect(after(rule).trail.at(-1)?.place).toEqual({ kind: "rule", policy: "silent", rule: "CLO-10" });
  expect(shown(rule)).toMatch(/>.*4 .*\{/u);
  expect(after(`${rule}↓e`).wish?.wish).toEqual({ kind: "edit", file: account.rules[0]?.file, line: 5 });
  expect(shown(rule)).toContain("› CLO-10");
  for (let up = 1; up <= 5; up += 1) expect(after(`${rule}${"⎋".repeat(up)}`).trail).toHaveLength(5 - up);
});

test("Enter on a row that leads nowhere goes to the next that does, and says so", () => {
  const low = modelOf({ columns: 60, rows: 16 });
  const law = pressed(keysOf("3⏎"), low);
  const state = pressed(keysOf("g⏎"), { ...low, state: law });
  expect(state.note?.en).toContain("Enter opens it");
  expect(textOf(told({ ...low, state }))).toMatch(/^> +customer 3, 2026-11 →/mu);
  expect(pressed(keysOf("⏎"), { ...low, state }).trail.at(-1)?.place).toMatchObject({ kind: "person", customer: 3 });
  // Below the last of them nothing opens.
  expect(pressed(keysOf("G⏎"), { ...low, state: law }).note?.en).toContain("nothing opens");
});

test("from a law rule to one person it happened to, in the month of it, and to the same life under the other policy", () => {
  const person = "3⏎⏎";
  expect(after(person).trail.at(-1)?.place).toEqual({ kind: "person", policy: "silent", customer: 3, month: 0 });
  expect(after(`${person}b`).trail.at(-1)?.place).toMatchObject({ kind: "beside", policy: "silent", other: "asked" });
  expect(shown(`${person}b`)).toMatch(/A Silent.*[|│].*B Consent/u);
  expect(after(`${person}o`).trail.at(-1)?.place).toMatchObject({ kind: "person", policy: "asked" });
});

test("people are found by number, by conditions, by what happened, and every one is told in a line", () => {
  expect(shown("6")).toMatch(/> 3 .*age 31, city tier 2, ¥8,200 a month .*opened unasked, 2027-02 found out/u);
  expect(after("6/#21⏎⏎").trail.at(-1)?.place).toMatchObject({ kind: "person", customer: 21 });
  expect(shown("6/123456⏎")).toContain("customers have the numbers 0 to 999");
  const asked = told(modelOf({ state: after("6ffff/customer.age<40 event=discovered⏎") })).needs.find(({ kind }) => kind === "people");
  expect(asked).toEqual({ kind: "people", policy: "silent", where: ["event=newly90", "customer.age<40", "event=discovered"] });
  expect(conditionsOf("customer.age<20, rule=ENR-1")).toEqual(["customer.age<20", "rule=ENR-1"]);
  expect(after("6ff⎋")).toMatchObject({ filter: 0, tab: "customer" });
  expect(shown("6ff")).toContain("Esc everybody");
  expect(shown("6/event=nothing⏎")).toContain("Nobody is like that");
});

test("the people behind a number are narrowed where people are looked for, and a mistake is told in words of the screen", () => {
  const state = after(`${toMeasure}⏎/`);
  expect(state).toMatchObject({ tab: "customer", typing: "find", policy: 0, filter: 0, trail: [] });
  expect(state.finds.customer).toBe("event=closuresRefused ");
  const narrowed = pressed(keysOf("customer.age<40⏎"), modelOf({ state }));
  expect(told(modelOf({ state: narrowed })).needs.find(({ kind }) => kind === "people")).toEqual({ kind: "people", policy: "silent", where: ["event=closuresRefused", "customer.age<40"] });
  const ask = { kind: "people", policy: "silent", where: ["rule=X"] } as const;
  const why = { en: "--where: silent has no rule `X`", zh: "--where：silent 没有规则 `X`" };
  const refused = drawScreen(modelOf({ state: after("6/rule=X⏎"), heard: new Map([[keyOf(ask), { pending: false, told: { kind: "refused", why } }]]) }));
  expect(textOf(refused)).toMatch(/^ silent has no rule `X`/mu);
});

test("arrows change a parameter by its step within its domain, and nothing is saved until it is asked for", () => {
  expect(after("5→").whatIf).toEqual({ policy: "silent", values: { minScore: 590 } });
  expect(after("5→").wish?.wish).toEqual({ kind: "try", policy: "silent", values: { minScore: 590 } });
  expect(shown("5→")).toMatch(/590 \(file: 580\)[\s\S]*what if, not saved: minScore = 590/u);
  expect(after("5→→→").note?.en).toContain("ends at 600");
  expect(after("5←←").note?.en).toContain("begins at 570");
  expect(after("5→↓→").whatIf?.values).toEqual({ minScore: 590, topLimitFen: 550_000 });
  // Back to what the file says is no what-if.
  expect(after("5→←").whatIf).toBeNull();
  expect(after("5→⎋")).toMatchObject({ whatIf: null, wish: { wish: { kind: "try", values: {} } } });
  expect(shown("5→w")).toContain("write minScore = 590 into policy.json of silent?");
  for (const no of ["⎋", "n", "x⎋"]) expect(after(`5→w${no}`)).toMatchObject({ overlay: null, whatIf: { values: { minScore: 590 } }, wish: { wish: { kind: "try" } } });
  expect(after("5→wx").note?.en).toContain("Enter or y writes it");
  for (const yes of ["⏎", "y"]) expect(after(`5→w${yes}`)).toMatchObject({ overlay: null, wish: { wish: { kind: "write", policy: "silent", values: { minScore: 590 } } } });
  const asked = after("5→Whigher-score⏎");
  expect(asked).toMatchObject({ overlay: null, wish: { wish: { kind: "write", as: "higher-score" } } });
  // It is a what-if until it stands in a file, and after that if it was changed meanwhile.
  const note = { en: "written", zh: "已写入" };
  const written = asked.wish?.wish.kind === "write" ? asked.wish.wish.values : {};
  expect(cameOf(asked, { note, written })).toMatchObject({ whatIf: null, note });
  expect(cameOf(asked, { note })).toMatchObject({ whatIf: { values: { minScore: 590 } } });
  expect(cameOf(pressed(keysOf("→"), modelOf({ state: asked })), { note, written }).whatIf).toMatchObject({ values: { minScore: 600 } });
  expect(after("5→WA b⏎").note?.en).toContain("small letters");
  expect(after("5w")).toMatchObject({ wish: null, note: { en: expect.stringContaining("change a parameter") } });
});

test("a changed parameter is told with what it did to the headlines", () => {
  const changed = structuredClone({ ...report });
  const previous = { ...report, policies: report.policies.map((policy) => ({ ...policy, measures: policy.measures.map((one) => (one.name === "enrolledShare" && one.value !== null ? { ...one, value: one.value + 0.05 } : one)) })) };
  const known = { edited: [], changes: [], stages: {}, stale: false, broken: [], files: [], report: changed, previous, trial: { policy: "silent", parameters: { minScore: 590 } } };
  expect(shown("5→", { known, report: changed })).toMatch(/open account at the end 70\.0% → 65\.0% \(-5\.00 pp\)/u);
  expect(shown("4⏎]↓→", { known, report: changed })).toContain("what if, not saved: minScore = 590");
});

test("edits are tried when asked for, and the rule says which ones nobody notices", () => {
  const rule = "5/clo-20⏎⏎";
  expect(told(modelOf({ state: after(rule) })).needs.some(({ kind }) => kind === "edits")).toBe(false);
  expect(shown(`${rule}m`)).toContain("channel = app is dropped");
  expect(shown(rule)).toMatch(/CLO-20 asked for in the app/u);
});

test("the palette finds tabs, measures, rules, law rules and people by a few letters, and every entry leads somewhere", () => {
  expect(after(":clo10⏎").trail).toMatchObject([{ place: { kind: "rule", rule: "CLO-10" } }]);
  expect(after(":trade⏎").tab).toBe("trade-offs");
  expect(after(":rule A⏎")).toMatchObject({ tab: "compliance", trail: [{ place: { kind: "law", id: "A" } }] });
  expect(after(":chargd⏎").overlay).toBeNull();
  expect(shown(":zzzz")).toContain("nothing is called that");
  const open = after(":");
  const { extent } = told(modelOf({ state: open }));
  for (let picked = 0; picked < extent.rows; picked += 23) {
    const state = after("⏎", modelOf({ state: { ...open, picked } }));
    expect([state.overlay === "palette", state.typing]).toEqual([false, state.overlay === "help" ? "help" : null]);
  }
});

test("letters in their order fit, others do not, and what begins with them fits better", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/u);
  fc.assert(fc.property(word, word, (a, b) => {
    expect(fuzzyScore(a, `${a} ${b}`)).toBeGreaterThan(0);
    expect(fuzzyScore(a, Array.from(a).join(b))).toBeGreaterThan(0);
    expect(fuzzyScore(`${a}9`, `${a}${b}`)).toBe(0);
  }));
  expect(fuzzyScore("ref", "refused")).toBeGreaterThan(fuzzyScore("ref", "a preference"));
});

test("a search that nobody looks at is stopped; what was told stays in sight while it is asked anew", async () => {
  const asked: number[] = [];
  const findCustomers = (_: string, { from }: { readonly from: number }): Promise<Answer<FoundCustomers>> => {
    asked.push(from);
    return new Promise((resolve) => setImmediate(() => resolve({ kind: "done", value: { customers: [from], next: from + 1 } })));
  };
  const board = createAskBoard({ findCustomers, rulesOf: () => Promise.resolve({ kind: "done", value: account }) });
  const people = { kind: "people", policy: "silent", where: [] } as const;
  const rules = { kind: "account", policy: "silent" } as const;
  board.want([people, rules]);
  while (asked.length < 5) await new Promise((resolve) => setImmediate(resolve));
  board.want([rules]);
  const count = asked.length;
  for (let wait = 0; wait < 5; wait += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(asked.length).toBeLessThanOrEqual(count + 1);
  const key = JSON.stringify(rules);
  expect(board.snapshot().get(key)).toMatchObject({ pending: false, told: { kind: "account" } });
  board.renew();
  expect(board.snapshot().get(key)).toMatchObject({ pending: true, told: { kind: "account" } });
  board.want([rules, { kind: "life", policy: "silent", customer: 1 }]);
  for (let wait = 0; wait < 5; wait += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(board.snapshot().get(key)).toMatchObject({ pending: false });
  expect([...board.snapshot().values()].some(({ told: heard }) => heard?.kind === "refused")).toBe(true);
});
