import { moments, type Condition, type EnrolmentMoment, type Leaf, type Procedures, type RuleFile } from "../../policy/index.ts";

/**
 * Moments at which the enrolment rules can open an account, or send to a reviewer who may: what only invites, or
 * only asks for consents, is no way in.
 */
export function openingMoments(procedures: Procedures, enrolment: RuleFile): readonly EnrolmentMoment[] {
  return moments.enrolment.filter((moment) => procedures.enrolment[moment] !== undefined && canOpen(enrolment, moment));
}

function canOpen({ rules, otherwise, conditions }: RuleFile, moment: EnrolmentMoment): boolean {
  const opens = (type: string | undefined): boolean => type === "enrol" || type === "review";
  if (opens(otherwise[moment]?.type)) return true;
  return rules.some((rule) => opens(rule.event.type) && truthAt(rule.conditions, { moment, conditions, within: [] }) !== false);
}

interface Place {
  readonly moment: EnrolmentMoment;
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Named conditions being looked into. */
  readonly within: readonly string[];
}

/** What a condition is at a moment when nothing else is known; undefined where the rest decides. */
function truthAt(condition: Condition, place: Place): boolean | undefined {
  if ("all" in condition) return not(anyOf(condition.all.map((one) => not(truthAt(one, place)))));
  if ("any" in condition) return condition.any.length === 0 ? true : anyOf(condition.any.map((one) => truthAt(one, place)));
  if ("not" in condition) return not(truthAt(condition.not, place));
  if ("condition" in condition) {
    const named = place.conditions[condition.condition];
    if (named === undefined || place.within.includes(condition.condition)) return undefined;
    return truthAt(named, { ...place, within: [...place.within, condition.condition] });
  }
  return momentLeaf(condition, place.moment);
}

function momentLeaf({ fact, operator, value }: Leaf, moment: EnrolmentMoment): boolean | undefined {
  if (fact !== "request.moment") return undefined;
  switch (operator) {
    case "equal":
      return value === moment;
    case "notEqual":
      return value !== moment;
    case "in":
      return Array.isArray(value) ? value.includes(moment) : undefined;
    case "notIn":
      return Array.isArray(value) ? !value.includes(moment) : undefined;
    default:
      return undefined;
  }
}

function not(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function anyOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}
