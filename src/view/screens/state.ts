/** Tabs, in the order of their number keys. */
export const tabs = ["overview", "default", "compliance", "trade-offs"] as const;
export type Tab = (typeof tabs)[number];

/** Where the reader is: everything about the screen that is not the report. */
export interface ScreenState {
  readonly tab: Tab;
  /** Row under the cursor, by tab, so that coming back finds it again. */
  readonly cursors: Readonly<Record<Tab, number>>;
  /** Whether the row under the cursor is opened. */
  readonly opened: boolean;
  readonly help: boolean;
  /** Text being typed into help or find; null while not typing. */
  readonly typing: "help" | "find" | null;
  readonly helpFilter: string;
  readonly find: string;
  /** Which curve the Default tab shows. */
  readonly curve: number;
  /** Measures on the axes of the Trade-offs tab, as indices into its list. */
  readonly axisX: number;
  readonly axisY: number;
  readonly quit: boolean;
}

export const firstState: ScreenState = {
  tab: "overview",
  cursors: { overview: 0, default: 0, compliance: 0, "trade-offs": 0 },
  opened: false,
  help: false,
  typing: null,
  helpFilter: "",
  find: "",
  curve: 0,
  axisX: 0,
  axisY: 1,
  quit: false,
};

/** A key as the screen understands it: a name for special keys, else the character itself. */
export type KeyName =
  | "up" | "down" | "left" | "right" | "page-up" | "page-down" | "home" | "end"
  | "enter" | "escape" | "tab" | "shift-tab" | "backspace" | "interrupt"
  | { readonly character: string };

/** How long the lists under the cursor are; a cursor never leaves its list. */
export interface Extent {
  readonly rows: number;
  readonly page: number;
  readonly curves: number;
  readonly axes: number;
}

/** What a key does. Pure: the same state and key give the same state. */
export function press(state: ScreenState, key: KeyName, extent: Extent): ScreenState {
  if (key === "interrupt") return { ...state, quit: true };
  if (state.typing !== null) return type(state, state.typing, key);
  if (typeof key === "object") return pressCharacter(state, key.character, extent);
  switch (key) {
    case "up": return move(state, -1, extent);
    case "down": return move(state, 1, extent);
    case "page-up": return move(state, -extent.page, extent);
    case "page-down": return move(state, extent.page, extent);
    case "home": return move(state, -Infinity, extent);
    case "end": return move(state, Infinity, extent);
    case "left": case "shift-tab": return turn(state, -1);
    case "right": case "tab": return turn(state, 1);
    case "enter": return state.help ? state : { ...state, opened: true };
    case "escape": return goUp(state);
    case "backspace": return state;
  }
}

function pressCharacter(state: ScreenState, character: string, extent: Extent): ScreenState {
  const number = "123456789".indexOf(character);
  const named = tabs[number];
  if (number >= 0 && named !== undefined) return show(state, named);
  switch (character) {
    case "q": return { ...state, quit: true };
    case "?": return { ...state, help: !state.help, typing: state.help ? null : "help", helpFilter: "" };
    case "/": return { ...state, help: false, typing: "find", find: "" };
    case "h": return turn(state, -1);
    case "l": return turn(state, 1);
    case "j": return move(state, 1, extent);
    case "k": return move(state, -1, extent);
    case "g": return move(state, -Infinity, extent);
    case "G": return move(state, Infinity, extent);
    case "c": return { ...state, curve: (state.curve + 1) % Math.max(1, extent.curves) };
    case "x": return { ...state, axisX: (state.axisX + 1) % Math.max(1, extent.axes) };
    case "y": return { ...state, axisY: (state.axisY + 1) % Math.max(1, extent.axes) };
    case " ": return { ...state, opened: !state.opened };
    default: return state;
  }
}

/** Esc leaves the innermost thing: help, then an opened row, then a find. It never leaves the screen. */
function goUp(state: ScreenState): ScreenState {
  if (state.help) return { ...state, help: false };
  if (state.opened) return { ...state, opened: false };
  return { ...state, find: "" };
}

function type(state: ScreenState, into: "help" | "find", key: KeyName): ScreenState {
  const text = into === "help" ? state.helpFilter : state.find;
  const put = (next: string): ScreenState => (into === "help" ? { ...state, helpFilter: next } : { ...state, find: next });
  if (typeof key === "object") {
    if (into === "help" && key.character === "?") return { ...state, help: false, typing: null };
    return put((text + key.character).slice(0, 40));
  }
  if (key === "backspace") return put(Array.from(text).slice(0, -1).join(""));
  if (key === "enter") return { ...state, typing: null };
  if (key === "escape") return into === "help" ? { ...state, help: false, typing: null } : { ...put(""), typing: null };
  return state;
}

function show(state: ScreenState, tab: Tab): ScreenState {
  return { ...state, tab, opened: false, help: false };
}

function turn(state: ScreenState, by: number): ScreenState {
  const next = tabs[(tabs.indexOf(state.tab) + by + tabs.length) % tabs.length];
  return next === undefined ? state : show(state, next);
}

function move(state: ScreenState, by: number, extent: Extent): ScreenState {
  const at = Math.max(0, Math.min(extent.rows - 1, state.cursors[state.tab] + by));
  return { ...state, cursors: { ...state.cursors, [state.tab]: at } };
}
