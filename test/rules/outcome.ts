import { Engine } from "json-rules-engine";
import type { RuleProperties } from "json-rules-engine";
import type { Facts } from "./completions.ts";
import type { WrittenEvent, WrittenFile } from "./written.ts";

export interface Decided {
  /** The outcome; `set` for monitoring, with the `events` among the params. */
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly because: readonly string[];
}

interface Fired {
  readonly name: string;
  readonly priority: number;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What json-rules-engine itself says fires, highest priority first, file order among equals. */
export async function firedBy(file: WrittenFile, facts: Facts): Promise<readonly Fired[]> {
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const [name, condition] of Object.entries(file.conditions ?? {})) engine.setCondition(name, topLevel(condition));
  for (const rule of file.rules) engine.addRule(asRule(rule));
  const { results } = await engine.run({ ...facts });
  const order = file.rules.map(({ name }) => name);
  return results
    .map(({ name, priority, event }) => ({ name, priority: priority ?? 1, type: event?.type ?? "", params: event?.params ?? {} }))
    .toSorted((a, b) => b.priority - a.priority || order.indexOf(a.name) - order.indexOf(b.name));
}

// The file's rules go in unchanged; the package's own type of a rule is narrower than what it takes.
function asRule(rule: object): RuleProperties {
  return JSON.parse(JSON.stringify(rule));
}

function topLevel(condition: object): RuleProperties["conditions"] {
  return JSON.parse(JSON.stringify(condition));
}

/** The outcome grammar in a few lines, as a second opinion on the compiled decisions. */
export function decided(file: WrittenFile, moment: string, fired: readonly Fired[], facts: Facts): Decided {
  const otherwise = outcomeOf(file.otherwise[moment] ?? { type: "no-action" }, facts);
  if (file.decision === "limit") return limitOf(fired) ?? otherwise;
  if (file.decision === "closure") return closureOf(fired) ?? otherwise;
  if (file.decision === "monitoring") return monitoringOf(fired) ?? otherwise;
  const [first] = fired;
  return first ? { type: first.type, params: first.params, because: [first.name] } : otherwise;
}

/** An outcome that no rule brought about: `otherwise` or `onMissing`. */
export function outcomeOf({ type, params = {} }: WrittenEvent, facts: Facts): Decided {
  const value = (given: unknown): unknown =>
    typeof given === "object" && given !== null && "fact" in given ? facts[String(given.fact)] : given;
  return { type, params: Object.fromEntries(Object.entries(params).map(([name, given]) => [name, value(given)])), because: [] };
}

function limitOf(fired: readonly Fired[]): Decided | undefined {
  const amount = ({ params }: Fired) => Number(params["limitFen"]);
  const of = (type: string) => fired.filter((rule) => rule.type === type);
  const tier = of("tier")[0];
  const floor = of("floor").toSorted((a, b) => amount(b) - amount(a))[0];
  const cap = of("cap").toSorted((a, b) => amount(a) - amount(b))[0];
  const lifted = floor !== undefined && (tier === undefined || amount(floor) > amount(tier)) ? floor : tier;
  if (lifted === undefined) return undefined;
  const binding = cap !== undefined && amount(cap) < amount(lifted) ? cap : lifted;
  const because = [...new Set([tier, lifted, binding].flatMap((rule) => (rule ? [rule.name] : [])))];
  return { type: "grant", params: { ...lifted.params, ...binding.params }, because };
}

function closureOf(fired: readonly Fired[]): Decided | undefined {
  const refusal = fired.find(({ type }) => type === "refuse");
  if (refusal) return { type: "refuse", params: refusal.params, because: [refusal.name] };
  const verifying = fired.filter(({ type }) => type === "verify");
  const settle = fired.find(({ type }) => type === "settle");
  if (verifying.length === 0 && settle === undefined) return undefined;
  const factors = [...new Set(verifying.flatMap(({ params }) => [...listOf(params["factors"])]))];
  return { type: "plan", params: { factors, ...settle?.params }, because: [...verifying, ...(settle ? [settle] : [])].map(({ name }) => name) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function monitoringOf(fired: readonly Fired[]): Decided | undefined {
  if (fired.length === 0) return undefined;
  const params = Object.assign({}, ...fired.toReversed().map((rule) => rule.params));
  return { type: "set", params: { ...params, events: [...new Set(fired.map(({ type }) => type))] }, because: fired.map(({ name }) => name) };
}
