import type { Text } from "../../base/index.ts";
import { outcomeOf } from "../outcomes.ts";
import type { DecisionName, ParamValue, RuleEvent, RuleFile } from "../policy.ts";
import { eventText, paramText } from "../words/event-text.ts";
import { joinText } from "../words/value-text.ts";
import type { Vocabulary } from "../words/value-text.ts";
import { becomes } from "./edit.ts";

/** An outcome edited in one place. */
export interface EventEdit {
  /** Keys below the event. */
  readonly keys: readonly string[];
  readonly edit: Text;
  readonly event: RuleEvent;
}

/** The outcome of another rule instead, and every param changed once up, once down, or to what another rule says. */
export function eventEdits(event: RuleEvent, file: RuleFile, vocabulary: Vocabulary): readonly EventEdit[] {
  const others = file.rules.map((rule) => rule.event);
  const another = others.find(({ type }) => type !== event.type) ?? differentWhereNothingMatches(event, file);
  const words = (one: RuleEvent): Text => eventText(one, file.decision, vocabulary);
  const whole = another === undefined ? [] : [{ keys: ["type"], edit: becomes(words(event), words(another)), event: another }];
  const params = Object.entries(event.params ?? {}).flatMap(([param, value]) => {
    const place = { decision: file.decision, type: event.type, param };
    return nextValues(place, value, others).map((next): EventEdit => ({
      keys: ["params", param],
      edit: becomes(joinText(`${param} `, paramText(place, value, vocabulary)), paramText(place, next, vocabulary)),
      event: { ...event, params: { ...event.params, [param]: next } },
    }));
  });
  return [...whole, ...params];
}

function differentWhereNothingMatches(event: RuleEvent, file: RuleFile): RuleEvent | undefined {
  const spec = (type: string): boolean => outcomeOf(file.decision, type)?.places.includes("rule") === true;
  return [...Object.values(file.otherwise), file.onMissing].find(({ type }) => type !== event.type && spec(type));
}

interface Place {
  readonly decision: DecisionName;
  readonly type: string;
  readonly param: string;
}

function nextValues({ decision, type, param }: Place, value: ParamValue, others: readonly RuleEvent[]): readonly ParamValue[] {
  const holds = outcomeOf(decision, type)?.params[param]?.holds;
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number" && holds?.kind === "number") {
    const step = holds.unit === "fen" && value % 100 === 0 ? 100 : 1;
    return [value + step, value - step].filter((next) => next >= holds.min && next <= holds.max);
  }
  const text = JSON.stringify(value);
  const elsewhere = others.filter((other) => other.type === type).map(({ params }) => params?.[param]);
  const another = elsewhere.find((one) => one !== undefined && JSON.stringify(one) !== text);
  const shorter = Array.isArray(value) && value.length > 1 ? [value.slice(0, -1)] : [];
  const words = holds?.kind === "word" || holds?.kind === "grade" ? holds.words.filter((word) => word !== value).slice(0, 1) : [];
  return another === undefined ? [...shorter, ...words].slice(0, 1) : [another];
}

