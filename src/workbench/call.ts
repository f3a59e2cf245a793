import type { World } from "./world.ts";

/** What a command gets: its operands, its flags as commander read them, and the world. */
export interface Call {
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
  readonly world: World;
}
export type CommandFunction = (call: Call) => Promise<number>;

/** A flag with a text; undefined where it was not given. */
export function textFlag(call: Call, name: string): string | undefined {
  const value = call.flags[name];
  return typeof value === "string" ? value : undefined;
}

/** A flag that may be given more than once. */
export function listFlag(call: Call, name: string): readonly string[] {
  const value = call.flags[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A flag without a value. */
export function flag(call: Call, name: string): boolean {
  return call.flags[name] === true;
}
