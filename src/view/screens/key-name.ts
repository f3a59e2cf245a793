import type { Key } from "ink";
import type { KeyName } from "./state.ts";

const specials: readonly (readonly [keyof Key, KeyName])[] = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "page-up"],
  ["pageDown", "page-down"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "escape"],
  ["backspace", "backspace"],
  ["delete", "backspace"],
];

/** The keys in one piece of input, in our names: pasted or fast-typed text is several characters. */
export function keyNameOf(input: string, key: Key): readonly KeyName[] {
  if (key.ctrl) return input === "c" ? ["interrupt"] : input === "p" ? ["palette"] : [];
  if (key.tab) return [key.shift ? "shift-tab" : "tab"];
  const special = specials.find(([name]) => key[name] === true);
  if (special !== undefined) return [special[1]];
  const names = Array.from(input).flatMap(nameOfCharacter);
  // A terminal sends Alt with a key and Esc before a key as the same bytes; nothing here uses Alt.
  return key.meta ? ["escape", ...names] : names;
}

/** Keys of one byte that come as text where several were pressed at once. */
const controls: ReadonlyMap<string, KeyName> = new Map([
  ["\r", "enter"],
  ["\n", "enter"],
  ["\t", "tab"],
  ["\b", "backspace"],
  ["\u007F", "backspace"],
  ["\u0003", "interrupt"],
  ["\u0010", "palette"],
]);

function nameOfCharacter(character: string): readonly KeyName[] {
  const control = controls.get(character);
  if (control !== undefined) return [control];
  return character >= " " ? [{ character }] : [];
}
