import { counterNames, type CounterName } from "./counters.ts";

/** Where each counter lives in a row of counters. */
export const counterAt: Readonly<Record<CounterName, number>> = indexOf();

export const counterCount = counterNames.length;

function indexOf(): Record<CounterName, number> {
  const at: Partial<Record<CounterName, number>> = {};
  counterNames.forEach((name, index) => (at[name] = index));
  // The copy has quick properties; an object filled by key is a hash table, and the month reads it all the time.
  const quick = { ...at };
  if (!isWhole(quick)) throw new Error("a counter has no place");
  return quick;
}

function isWhole(at: Partial<Record<CounterName, number>>): at is Record<CounterName, number> {
  return counterNames.every((name) => at[name] !== undefined);
}
