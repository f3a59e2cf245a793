import fc from "fast-check";
import { expect, test } from "vitest";
import { drawScreen } from "../../src/view/screens/frame.ts";
import { firstState, press, type Extent, type KeyName, type ScreenState } from "../../src/view/screens/state.ts";
import type { Place, Target } from "../../src/view/screens/place.ts";
import { tabs } from "../../src/view/screens/tabs.ts";
import { after, modelOf, textOf, typed } from "./scene.ts";

const specials = ["up", "down", "left", "right", "page-up", "page-down", "home", "end", "enter", "escape", "tab", "shift-tab", "backspace", "interrupt"] as const;
const key: fc.Arbitrary<KeyName> = fc.oneof(
  fc.constantFrom<KeyName>(...specials),
  fc.constantFrom(..."1234567890?:/ijkhlgGnpcxyXYofbemwWd[] q".split("")).map((character) => ({ character })),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).map((character) => ({ character })),
);
const target: fc.Arbitrary<Target> = fc.constantFrom<Target>(
  { go: { kind: "law", id: "A" } },
  { turn: { kind: "law", id: "B" } },
  { tab: "customer", go: { kind: "person", policy: "silent", customer: 3 } },
  { why: { en: "not here", zh: "此处不可" } },
  { wish: { kind: "edit", file: "x.json", line: 3 } },
  { wish: { kind: "write", policy: "silent", values: {} } },
  { policy: 1 },
  { filter: 2 },
  { whatIf: { policy: "silent", values: { a: 1 } } },
  { whatIf: null },
  { overlay: "name" },
);
const extent: fc.Arbitrary<Extent> = fc.record({
  ran: fc.boolean(),
  rows: fc.nat(100),
  cursor: fc.nat(100),
  page: fc.integer({ min: 1, max: 60 }),
  groups: fc.array(fc.nat(100), { maxLength: 4 }),
  scrolls: fc.nat(80),
  does: fc.dictionary(fc.constantFrom("enter", "left", "x", "f", "o", "w"), target).map((keys) => (name: string) => (Object.hasOwn(keys, name) ? keys[name] : undefined)),
  neighbour: fc.option(fc.record({ place: fc.constant<Place>({ kind: "law", id: "A" }), cursor: fc.nat(100) }), { nil: undefined }).map((to) => () => to),
});

/** What holds in every state that keys can lead to. */
function sound(state: ScreenState): void {
  expect(tabs).toContain(state.tab);
  for (const tab of tabs) {
    expect(Number.isInteger(state.cursors[tab]) && state.cursors[tab] >= 0, `cursor ${state.cursors[tab]}`).toBe(true);
    expect(state.finds[tab].length).toBeLessThanOrEqual(61);
  }
  for (const count of [state.scroll, state.picked, state.curve, state.axisX, state.axisY]) expect(Number.isInteger(count) && count >= 0, String(count)).toBe(true);
  for (const { cursor } of state.trail) expect(cursor === null || (Number.isInteger(cursor) && cursor >= 0), String(cursor)).toBe(true);
  expect(state.trail.length).toBeLessThanOrEqual(24);
  if (state.typing !== null && state.typing !== "find") expect(state.overlay).toBe(state.typing);
  if (state.typing === "find") expect([state.overlay, state.trail.length]).toEqual([null, 0]);
}

test("no sequence of keys leaves a state that is none, whatever is on the screen", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, extent), { maxLength: 60 }), (presses) => {
      presses.reduce((state, [name, reach]) => {
        const next = press(state, name, reach);
        sound(next);
        return next;
      }, firstState);
    }),
    { numRuns: 500 },
  );
});

test("on a screen with a report the cursor never leaves its list, and two axes are never the same", () => {
  const keys = fc.array(key.filter((name) => name !== "interrupt"), { maxLength: 25 });
  fc.assert(
    fc.property(keys, (names) => {
      const state = after(names);
      const { extent: reach } = drawScreen(modelOf({ state }));
      if (state.overlay === null) expect(reach.cursor).toBeLessThan(Math.max(1, reach.rows));
      if (state.trail.length === 0 && state.overlay === null && state.finds[state.tab] === "") expect(state.cursors[state.tab]).toBeLessThan(Math.max(1, reach.rows));
      expect(state.axisX).not.toBe(state.axisY);
    }),
    { numRuns: 60 },
  );
});

test("Esc puts away one thing at a time and never leaves the screen", () => {
  const deep = after([...typed("/acc"), "enter", "enter", { character: "?" }]);
  expect(deep).toMatchObject({ overlay: "help" });
  const closed = after(["escape"], modelOf({ state: deep }));
  expect(closed).toMatchObject({ overlay: null, finds: { overview: "acc" } });
  expect(closed.trail).toHaveLength(1);
  const back = after(["escape"], modelOf({ state: closed }));
  expect(back).toMatchObject({ trail: [], finds: { overview: "acc" } });
  const cleared = after(["escape"], modelOf({ state: back }));
  expect(cleared.finds.overview).toBe("");
  const top = after(["escape", "escape"], modelOf({ state: cleared }));
  expect(top).toMatchObject({ left: null });
  expect(top.note?.en).toMatch(/q quits/u);
});

test("letters go into find until Enter, q among them", () => {
  const state = after(typed("/quota"));
  expect(state).toMatchObject({ left: null, typing: "find", finds: { overview: "quota" } });
  expect(after(["backspace", "enter", { character: "q" }], modelOf({ state }))).toMatchObject({ finds: { overview: "quot" }, left: "quit" });
});

test("Ctrl-C leaves from anywhere, also while typing", () => {
  expect(after([...typed("/abc"), "interrupt"]).left).toBe("interrupt");
  expect(after([...typed("?abc"), "interrupt"]).left).toBe("interrupt");
});

test("a key of another tab does nothing and says where it works", () => {
  expect(after(typed("c"))).toMatchObject({ curve: 0 });
  expect(after(typed("c")).note?.en).toContain("Default");
  expect(after(typed("2c")).curve).toBe(1);
  expect(after(typed("x")).note?.zh).toContain("权衡");
  expect(after(typed("2/")).note?.en).toContain("Overview");
  expect(textOf(drawScreen(modelOf({ state: after(typed("z")) })))).toContain("? lists the keys");
});

test("the next row opens from an opened one, and its text starts at the top", () => {
  const open = after(["down", "enter", "page-down"], modelOf({ rows: 16 }));
  expect(open.trail[0]?.cursor).toBeGreaterThan(0);
  const nextOpen = after(typed("n"), modelOf({ rows: 16, state: open }));
  expect(nextOpen).toMatchObject({ cursors: { overview: 2 } });
  expect(nextOpen.trail).toMatchObject([{ cursor: null }]);
  expect(nextOpen.trail[0]?.place).not.toEqual(open.trail[0]?.place);
  expect(after(typed("pp"), modelOf({ rows: 16, state: open }))).toMatchObject({ cursors: { overview: 0 } });
});

test("before the report there is nothing to open or to find, and help works", () => {
  const bare = { title: "Steady economy", state: firstState, columns: 100, rows: 30, lang: "en", ascii: false, again: "" } as const;
  expect(after(["enter"], bare)).toMatchObject({ trail: [] });
  expect(after(typed("/"), bare)).toMatchObject({ typing: null });
  expect(after(typed("i"), bare)).toMatchObject({ overlay: null });
  expect(after(typed("?"), bare)).toMatchObject({ overlay: "help" });
});
