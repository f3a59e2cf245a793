import type { Text } from "../../base/index.ts";
import { remarks } from "./remarks.ts";
import { findable, tabs, type Tab } from "./tabs.ts";

/** Where the reader is: everything about the screen that is not the report. */
export interface ScreenState {
  readonly tab: Tab;
  /** Row under the cursor and text looked for, by tab, so that coming back finds them again. */
  readonly cursors: Readonly<Record<Tab, number>>;
  readonly finds: Readonly<Record<Tab, string>>;
  /** Whether the row under the cursor is opened. */
  readonly opened: boolean;
  /** First line shown of an opened row or of what lies over the tabs. */
  readonly scroll: number;
  readonly overlay: "help" | "about" | null;
  /** Where letters go; null while they are keys. */
  readonly typing: "help" | "find" | null;
  readonly helpFilter: string;
  /** Which curve the Default tab shows. */
  readonly curve: number;
  /** Measures on the axes of the Trade-offs tab, as indices into its list. */
  readonly axisX: number;
  readonly axisY: number;
  /** Why the last key did nothing; gone with the next key. */
  readonly note: Text | null;
  /** How the reader left: on purpose, or by Ctrl-C. */
  readonly left: "quit" | "interrupt" | null;
}

export const firstState: ScreenState = {
  tab: "overview",
  cursors: { overview: 0, default: 0, compliance: 0, "trade-offs": 0 },
  finds: { overview: "", default: "", compliance: "", "trade-offs": "" },
  opened: false,
  scroll: 0,
  overlay: null,
  typing: null,
  helpFilter: "",
  curve: 0,
  axisX: 0,
  axisY: 1,
  note: null,
  left: null,
};

/** A key as the screen understands it: a name for special keys, else the character itself. */
export type KeyName =
  | "up" | "down" | "left" | "right" | "page-up" | "page-down" | "home" | "end"
  | "enter" | "escape" | "tab" | "shift-tab" | "backspace" | "interrupt"
  | { readonly character: string };

/** How far things go on the screen as it stands; neither cursor nor scroll ever leaves them. */
export interface Extent {
  /** Whether there is a report to look at. */
  readonly ran: boolean;
  /** Rows the cursor may visit; 0 where there is nothing to open. */
  readonly rows: number;
  readonly page: number;
  /** The furthest that an opened row, help or the account of the run can be scrolled. */
  readonly scrolls: number;
  readonly curves: number;
  readonly axes: number;
}

/** What a key does. Pure: the same state and key give the same state. */
export function press(before: ScreenState, key: KeyName, extent: Extent): ScreenState {
  const state: ScreenState = { ...before, note: null };
  if (key === "interrupt") return { ...state, left: "interrupt" };
  if (typeof key === "object") return state.typing === null ? pressCharacter(state, key.character, extent) : type(state, key.character);
  switch (key) {
    case "up": return move(state, -1, extent);
    case "down": return move(state, 1, extent);
    case "page-up": return move(state, -extent.page, extent);
    case "page-down": return move(state, extent.page, extent);
    case "home": return move(state, -Infinity, extent);
    case "end": return move(state, Infinity, extent);
    case "left": case "shift-tab": return turn(state, -1);
    case "right": case "tab": return turn(state, 1);
    case "enter": return state.typing === null ? open(state, extent) : { ...state, typing: null };
    case "escape": return goUp(state);
    case "backspace": return state.typing === null ? goUp(state) : put(state, Array.from(typed(state)).slice(0, -1).join(""));
  }
}

function pressCharacter(state: ScreenState, character: string, extent: Extent): ScreenState {
  const named = tabs["123456789".indexOf(character)];
  if (named !== undefined) return show(state, named);
  switch (character) {
    case "q": return { ...state, left: "quit" };
    case "?": return state.overlay === "help" ? close(state) : { ...close(state), overlay: "help", typing: "help" };
    case "i": return about(state, extent);
    case "/": return find(state, extent);
    case "h": return turn(state, -1);
    case "l": return turn(state, 1);
    case "j": return move(state, 1, extent);
    case "k": return move(state, -1, extent);
    case "g": return move(state, -Infinity, extent);
    case "G": return move(state, Infinity, extent);
    case "n": return neighbour(state, 1, extent);
    case "p": return neighbour(state, -1, extent);
    case " ": return state.opened ? close(state) : open(state, extent);
    case "c": return on(state, "default", remarks.curves, { ...state, curve: next(state.curve, 1, extent.curves) });
    case "x": return on(state, "trade-offs", remarks.axes, turnAxis(state, "axisX", 1, extent));
    case "y": return on(state, "trade-offs", remarks.axes, turnAxis(state, "axisY", 1, extent));
    case "X": return on(state, "trade-offs", remarks.axes, turnAxis(state, "axisX", -1, extent));
    case "Y": return on(state, "trade-offs", remarks.axes, turnAxis(state, "axisY", -1, extent));
    default: return { ...state, note: remarks.noKey };
  }
}

const next = (at: number, by: number, length: number): number => (at + by + Math.max(1, length)) % Math.max(1, length);

function on(state: ScreenState, tab: Tab, otherwise: Text, then: ScreenState): ScreenState {
  return state.tab === tab && state.overlay === null ? then : { ...state, note: otherwise };
}

/** The next measure on one axis, but never the one on the other. */
function turnAxis(state: ScreenState, axis: "axisX" | "axisY", by: number, { axes }: Extent): ScreenState {
  const other = axis === "axisX" ? state.axisY : state.axisX;
  const at = next(state[axis], by, axes);
  return { ...state, [axis]: at === other ? next(at, by, axes) : at };
}

/** What was opened or laid over the tab is put away. */
function close(state: ScreenState): ScreenState {
  return { ...state, overlay: null, typing: null, helpFilter: "", opened: false, scroll: 0 };
}

function open(state: ScreenState, extent: Extent): ScreenState {
  if (state.overlay !== null) return close(state);
  if (state.opened) return { ...state, note: remarks.isOpen };
  return extent.rows > 0 ? { ...state, opened: true, scroll: 0 } : { ...state, note: remarks.nothingToOpen };
}

/** Esc leaves the innermost thing: help, then an opened row, then a find. It never leaves the screen. */
function goUp(state: ScreenState): ScreenState {
  if (state.overlay !== null || state.opened) return close(state);
  if (state.typing === null && state.finds[state.tab] === "") return { ...state, note: remarks.atTop };
  return { ...put({ ...state, typing: "find" }, ""), typing: null };
}

function about(state: ScreenState, extent: Extent): ScreenState {
  if (!extent.ran) return { ...state, note: remarks.notRun };
  return state.overlay === "about" ? close(state) : { ...close(state), overlay: "about" };
}

function find(state: ScreenState, extent: Extent): ScreenState {
  if (!findable(state.tab) || !extent.ran) return { ...state, note: remarks.nothingToFind };
  return put({ ...close(state), typing: "find" }, "");
}

const typed = (state: ScreenState): string => (state.typing === "help" ? state.helpFilter : state.finds[state.tab]);

/** Letters longer than this find nothing more. */
const typedMax = 40;

function type(state: ScreenState, character: string): ScreenState {
  if (state.typing === "help" && character === "?") return close(state);
  return put(state, (typed(state) + character).slice(0, typedMax));
}

/** A new text to look for: the cursor is on the first row that has it. */
function put(state: ScreenState, text: string): ScreenState {
  if (state.typing === "help") return { ...state, helpFilter: text, scroll: 0 };
  return { ...state, finds: { ...state.finds, [state.tab]: text }, cursors: { ...state.cursors, [state.tab]: 0 } };
}

function show(state: ScreenState, tab: Tab): ScreenState {
  return { ...close(state), tab };
}

function turn(state: ScreenState, by: number): ScreenState {
  return show(state, tabs[next(tabs.indexOf(state.tab), by, tabs.length)] ?? state.tab);
}

/** The cursor, or what is opened, up or down. */
function move(state: ScreenState, by: number, extent: Extent): ScreenState {
  if (state.overlay !== null || state.opened) return { ...state, scroll: within(state.scroll + by, extent.scrolls) };
  return { ...state, cursors: { ...state.cursors, [state.tab]: within(state.cursors[state.tab] + by, extent.rows - 1) } };
}

/** The next or previous row in the state this one is in: opened. */
function neighbour(state: ScreenState, by: number, extent: Extent): ScreenState {
  if (!state.opened || state.overlay !== null) return { ...state, note: remarks.notOpen };
  return { ...move({ ...state, opened: false }, by, extent), opened: true, scroll: 0 };
}

const within = (at: number, last: number): number => Math.max(0, Math.min(last, at));
