import type { Text } from "../../base/index.ts";
import type { Place, Stop, Target, WhatIf, Wish } from "./place.ts";
import { elsewhere, remarks, together } from "./remarks.ts";
import { findable, tabs, type Tab } from "./tabs.ts";

/** Where the reader is: everything about the screen that is not the report. */
export interface ScreenState {
  readonly tab: Tab;
  /** Row under the cursor and text looked for, by tab, so that coming back finds them again. */
  readonly cursors: Readonly<Record<Tab, number>>;
  readonly finds: Readonly<Record<Tab, string>>;
  /** The way down from the tab; the last is in front. */
  readonly trail: readonly Stop[];
  /** First line shown of what lies over the tabs. */
  readonly scroll: number;
  readonly overlay: "help" | "about" | "palette" | "name" | "write" | null;
  /** Where letters go; null while they are keys. */
  readonly typing: "help" | "find" | "palette" | "name" | null;
  /** What is typed into help, the palette, or as a name. */
  readonly typed: string;
  /** The row of the palette under its cursor. */
  readonly picked: number;
  /** Which curve the Default tab shows. */
  readonly curve: number;
  /** Measures on the axes of the Trade-offs tab, as indices into its list. */
  readonly axisX: number;
  readonly axisY: number;
  /** The policy of the tabs that show one, as an index into the report's. */
  readonly policy: number;
  /** Which people the Customer tab lists, as an index into its filters. */
  readonly filter: number;
  /** What is worked out only since it was asked for. */
  readonly marks: readonly string[];
  /** Parameters changed here and in no file. */
  readonly whatIf: WhatIf | null;
  /** What the workbench was last asked to do; the number tells one wish from the next. */
  readonly wish: { readonly number: number; readonly wish: Wish } | null;
  /** Why the last key did nothing; gone with the next key. */
  readonly note: Text | null;
  /** How the reader left: on purpose, or by Ctrl-C. */
  readonly left: "quit" | "interrupt" | null;
}

export const firstState: ScreenState = {
  tab: "overview",
  cursors: { overview: 0, default: 0, compliance: 0, "trade-offs": 0, rules: 0, customer: 0 },
  finds: { overview: "", default: "", compliance: "", "trade-offs": "", rules: "", customer: "" },
  trail: [],
  scroll: 0,
  overlay: null,
  typing: null,
  typed: "",
  picked: 0,
  curve: 0,
  axisX: 0,
  axisY: 1,
  policy: 0,
  filter: 0,
  marks: [],
  whatIf: null,
  wish: null,
  note: null,
  left: null,
};

/** A key as the screen understands it: a name for special keys, else the character itself. */
export type KeyName =
  | "up" | "down" | "left" | "right" | "page-up" | "page-down" | "home" | "end"
  | "enter" | "escape" | "tab" | "shift-tab" | "backspace" | "interrupt" | "palette"
  | { readonly character: string };

/** How far things go on the screen as it stands; neither cursor nor scroll ever leaves them. */
export interface Extent {
  /** Whether there is a report to look at. */
  readonly ran: boolean;
  /** Rows the cursor may visit, and the one it stands on. */
  readonly rows: number;
  readonly cursor: number;
  readonly page: number;
  /** Rows at which groups begin, in order. */
  readonly groups: readonly number[];
  /** The furthest that help or the account of the run can be scrolled. */
  readonly scrolls: number;
  /** What a key does on this page, by its character or name; undefined where it has no meaning of its own here. */
  readonly does: (key: string) => Target | undefined;
  /** What opening the next (1) or previous (−1) row of the page above would lead to, and that row. */
  readonly neighbour: (by: 1 | -1) => { readonly place: Place; readonly cursor: number } | undefined;
}

/** What a key does. Pure: the same state and key give the same state. */
export function press(before: ScreenState, key: KeyName, extent: Extent): ScreenState {
  const state: ScreenState = { ...before, note: null };
  if (key === "interrupt") return { ...state, left: "interrupt" };
  if (key === "palette") return palette(state, extent);
  if (typeof key === "object") return state.typing === null ? pressCharacter(state, key.character, extent) : type(state, key.character);
  const own = state.overlay === null && state.typing === null ? extent.does(key) : undefined;
  if (own !== undefined) return reach(state, own, extent);
  switch (key) {
    case "up": return move(state, -1, extent);
    case "down": return move(state, 1, extent);
    case "page-up": return move(state, -extent.page, extent);
    case "page-down": return move(state, extent.page, extent);
    case "home": return move(state, -Infinity, extent);
    case "end": return move(state, Infinity, extent);
    case "left": case "shift-tab": return turnTab(state, -1);
    case "right": case "tab": return turnTab(state, 1);
    case "enter": return enter(state, extent);
    case "escape": return goUp(state);
    case "backspace": return state.typing === null ? goUp(state) : put(state, Array.from(textOf(state)).slice(0, -1).join(""));
  }
}

function pressCharacter(state: ScreenState, character: string, extent: Extent): ScreenState {
  if (state.overlay === "write") return answer(state, character, extent);
  const own = state.overlay === null ? extent.does(character) : undefined;
  if (own !== undefined) return reach(state, own, extent);
  const named = tabs["123456789".indexOf(character)];
  if (named !== undefined) return show(state, named);
  switch (character) {
    case "q": return { ...state, left: "quit" };
    case "?": return state.overlay === "help" ? close(state) : { ...close(state), overlay: "help", typing: "help" };
    case ":": return palette(state, extent);
    case "i": return about(state, extent);
    case "/": return find(state, extent);
    case "h": return press(state, "left", extent);
    case "l": return press(state, "right", extent);
    case "j": return move(state, 1, extent);
    case "k": return move(state, -1, extent);
    case "g": return move(state, -Infinity, extent);
    case "G": return move(state, Infinity, extent);
    case "[": return jump(state, -1, extent);
    case "]": return jump(state, 1, extent);
    case "r": return extent.ran ? { ...wished(state, { kind: "report", whatIf: state.whatIf !== null }), note: remarks.writing } : { ...state, note: remarks.notRun };
    case "n": return neighbour(state, 1, extent);
    case "p": return neighbour(state, -1, extent);
    case " ": return enter(state, extent);
    default: return { ...state, note: elsewhere[together[character] ?? character] ?? remarks.noKey };
  }
}

/** A question before something is written: only a yes does it. */
function answer(state: ScreenState, character: string, extent: Extent): ScreenState {
  if (character === "y") return enter(state, extent);
  if (character === "q") return { ...state, left: "quit" };
  return character === "n" ? close(state) : { ...state, note: remarks.yesOrNo };
}

/** Does what a key of the page in front means. */
function reach(state: ScreenState, target: Target, extent: Extent): ScreenState {
  if ("tab" in target) return turnTo(state, target);
  if ("go" in target) return { ...close(state), trail: [...kept(state, extent), stopAt(target.go)].slice(-trailMax) };
  if ("turn" in target) return { ...close(state), trail: [...state.trail.slice(0, -1), stopAt(target.turn)] };
  if ("why" in target) return { ...state, note: target.why };
  if ("wish" in target) return wished(state, target.wish);
  if ("policy" in target) return { ...state, policy: target.policy, cursors: { ...state.cursors, [state.tab]: 0 } };
  if ("filter" in target) return { ...state, filter: target.filter, cursors: { ...state.cursors, customer: 0 } };
  if ("axis" in target) return { ...state, [target.axis]: target.at };
  if ("curve" in target) return { ...state, curve: target.curve };
  if ("mark" in target) return { ...state, marks: state.marks.includes(target.mark) ? state.marks.filter((mark) => mark !== target.mark) : [...state.marks, target.mark] };
  if ("stand" in target) return { ...standAt(state, target.stand), note: remarks.nextLink };
  if ("whatIf" in target) return tried(state, target.whatIf);
  if ("find" in target) return { ...state, finds: { ...state.finds, [state.tab]: target.find } };
  return { ...close(state), overlay: target.overlay, typing: target.overlay === "about" || target.overlay === "write" ? null : target.overlay };
}

function turnTo(state: ScreenState, { tab, go, policy, filter, curve, find: wanted }: Extract<Target, { tab: Tab }>): ScreenState {
  const there = { ...show(state, tab), policy: policy ?? state.policy, filter: filter ?? state.filter, curve: curve ?? state.curve, trail: go === undefined ? [] : [stopAt(go)] };
  return wanted === undefined ? there : put({ ...there, typing: "find" }, wanted);
}

/** Pages that stay on the way back. */
const trailMax = 24;

const stopAt = (place: Place): Stop => ({ place, cursor: null });

/** The way down with the cursor of the page in front as it stands. */
function kept(state: ScreenState, { cursor }: Extent): readonly Stop[] {
  const front = state.trail.at(-1);
  return front === undefined ? [] : [...state.trail.slice(0, -1), { ...front, cursor }];
}

function wished(state: ScreenState, wish: Wish): ScreenState {
  const next = { ...state, wish: { number: (state.wish?.number ?? 0) + 1, wish } };
  return wish.kind === "write" ? close(next) : next;
}

/** A what-if is put to the run at once; none gives the run of the files back. */
function tried(state: ScreenState, whatIf: WhatIf | null): ScreenState {
  const policy = whatIf?.policy ?? state.whatIf?.policy;
  if (policy === undefined) return state;
  return wished({ ...state, whatIf }, { kind: "try", policy, values: whatIf?.values ?? {} });
}

/** What was laid over the tab is put away, and all that is typed. */
function close(state: ScreenState): ScreenState {
  return { ...state, overlay: null, typing: null, typed: "", picked: 0, scroll: 0 };
}

function enter(state: ScreenState, extent: Extent): ScreenState {
  if (state.overlay === "palette" || state.overlay === "name" || state.overlay === "write") {
    const chosen = extent.does("enter");
    return chosen === undefined ? { ...state, note: remarks.nothingToOpen } : reach(close(state), chosen, extent);
  }
  if (state.overlay !== null) return close(state);
  if (state.typing === "find") return { ...state, typing: null };
  return { ...state, note: extent.ran ? remarks.nothingToOpen : remarks.notRun };
}

/** Esc leaves the innermost thing: what lies over the tab, then a page, then a find, then a filter, then a what-if. It never leaves the screen. */
function goUp(state: ScreenState): ScreenState {
  if (state.overlay !== null) return close(state);
  if (state.typing === null && state.trail.length > 0) return { ...state, trail: state.trail.slice(0, -1) };
  if (state.typing === null && state.finds[state.tab] === "" && state.tab === "customer" && state.filter !== 0) return { ...standAt(state, 0), filter: 0 };
  if (state.typing === null && state.finds[state.tab] === "") return state.whatIf === null ? { ...state, note: remarks.atTop } : tried(state, null);
  return { ...put({ ...state, typing: "find" }, ""), typing: null };
}

function about(state: ScreenState, extent: Extent): ScreenState {
  if (!extent.ran) return { ...state, note: remarks.notRun };
  return state.overlay === "about" ? close(state) : { ...close(state), overlay: "about" };
}

function palette(state: ScreenState, extent: Extent): ScreenState {
  if (!extent.ran) return { ...state, note: remarks.notRun };
  return state.overlay === "palette" ? close(state) : { ...close(state), overlay: "palette", typing: "palette" };
}

function find(state: ScreenState, extent: Extent): ScreenState {
  if (!findable(state.tab) || !extent.ran) return { ...state, note: remarks.nothingToFind };
  return put({ ...close(state), trail: [], typing: "find" }, "");
}

const textOf = (state: ScreenState): string => (state.typing === "find" ? state.finds[state.tab] : state.typed);

/** Letters longer than this find nothing more. */
const typedMax = 60;

function type(state: ScreenState, character: string): ScreenState {
  if (state.typing === "help" && character === "?") return close(state);
  return put(state, (textOf(state) + character).slice(0, typedMax));
}

/** A new text to look for: the cursor is on the first row that has it. */
function put(state: ScreenState, text: string): ScreenState {
  if (state.typing !== "find") return { ...state, typed: text, scroll: 0, picked: 0 };
  return { ...state, finds: { ...state.finds, [state.tab]: text }, cursors: { ...state.cursors, [state.tab]: 0 } };
}

function show(state: ScreenState, tab: Tab): ScreenState {
  return { ...close(state), tab, trail: [] };
}

const next = (at: number, by: number, length: number): number => (at + by + Math.max(1, length)) % Math.max(1, length);

function turnTab(state: ScreenState, by: number): ScreenState {
  return show(state, tabs[next(tabs.indexOf(state.tab), by, tabs.length)] ?? state.tab);
}

/** The cursor of what is in front, up or down. */
function move(state: ScreenState, by: number, extent: Extent): ScreenState {
  if (state.overlay === "palette") return { ...state, picked: within(state.picked + by, extent.rows - 1) };
  if (state.overlay !== null) return { ...state, scroll: within(state.scroll + by, extent.scrolls) };
  return standAt(state, within(extent.cursor + by, extent.rows - 1));
}

function standAt(state: ScreenState, cursor: number): ScreenState {
  const front = state.trail.at(-1);
  if (front === undefined) return { ...state, cursors: { ...state.cursors, [state.tab]: cursor } };
  return { ...state, trail: [...state.trail.slice(0, -1), { ...front, cursor }] };
}

/** To the beginning of the next or previous group. */
function jump(state: ScreenState, by: 1 | -1, { groups, cursor }: Extent): ScreenState {
  if (state.overlay !== null || groups.length === 0) return { ...state, note: remarks.noGroups };
  const to = by > 0 ? groups.find((at) => at > cursor) : groups.findLast((at) => at < cursor);
  return to === undefined ? state : standAt(state, to);
}

/** The next or previous row of the page above, in the state this one is in: opened. */
function neighbour(state: ScreenState, by: 1 | -1, extent: Extent): ScreenState {
  if (state.trail.length === 0 || state.overlay !== null) return { ...state, note: remarks.notOpen };
  const to = extent.neighbour(by);
  if (to === undefined) return { ...state, note: remarks.noNeighbour };
  const above = standAt({ ...state, trail: state.trail.slice(0, -1) }, to.cursor);
  return { ...above, trail: [...above.trail, stopAt(to.place)] };
}

const within = (at: number, last: number): number => Math.max(0, Math.min(last, at));
