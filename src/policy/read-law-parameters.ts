import { below, checkShape, nearest } from "../base/index.ts";
import type { JsonDocument } from "../base/index.ts";
import { checkFactValue } from "../facts/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { didYouMean, quote, type Findings } from "./findings.ts";
import { entry, isList, isObject } from "./json.ts";
import { lawFinding } from "./law-codes.ts";
import { lawParameterShape } from "./law-shape.ts";
import type { LawParameter, LawRule } from "./law.ts";
import type { Condition } from "./policy.ts";

interface ParameterContext {
  readonly document: JsonDocument;
  readonly dictionary: Dictionary;
  readonly findings: Findings;
}

/** The dated parameters of a pack; those that cannot be used are left out and reported. */
export function readLawParameters(given: unknown, context: ParameterContext): readonly LawParameter[] {
  const { document, findings } = context;
  if (!isList(given)) return [];
  const names = new Set<string>();
  return given.flatMap((_, index) => {
    const pointer = below("/parameters", index);
    const { value, diagnostics } = checkShape(lawParameterShape, document, pointer);
    findings.diagnostics.push(...diagnostics);
    if (value === undefined) return [];
    const { $comment: _comment, ...parameter } = value;
    if (!isKnown(parameter, pointer, context)) return [];
    if (names.has(parameter.name)) {
      findings.diagnostics.push(
        lawFinding("law-parameter-duplicate", document, below(pointer, "name"), {
          en: `parameter ${quote(parameter.name)} is given twice`,
          zh: `参数 ${quote(parameter.name)} 出现两次`,
        }),
      );
      return [];
    }
    names.add(parameter.name);
    return valuesInOrder(parameter, pointer, context) && valuesFit(parameter, pointer, context) ? [parameter] : [];
  });
}

function isKnown({ name }: LawParameter, pointer: string, { document, dictionary, findings }: ParameterContext): boolean {
  if (name.startsWith("law.") && dictionary.facts.has(name)) return true;
  const guess = didYouMean(name, [...dictionary.facts.keys()].filter((fact) => fact.startsWith("law.")));
  findings.diagnostics.push(
    lawFinding(
      "law-parameter-unknown",
      document,
      below(pointer, "name"),
      { en: `no \`law.*\` fact is called ${quote(name)}${guess.en}`, zh: `没有名为 ${quote(name)} 的 \`law.*\` 事实${guess.zh}` },
      { en: "law parameters are facts of rules/dictionary.json", zh: "法律参数是 rules/dictionary.json 中的事实" },
    ),
  );
  return false;
}

function valuesInOrder({ values }: LawParameter, pointer: string, { document, findings }: ParameterContext): boolean {
  const wrong = values.findIndex(({ from }, index) => index > 0 && from <= (values[index - 1]?.from ?? ""));
  if (wrong < 0) return true;
  const [from, before] = [values[wrong]?.from ?? "", values[wrong - 1]?.from ?? ""];
  findings.diagnostics.push(
    lawFinding("law-parameter-order", document, below(pointer, "values", wrong, "from"), {
      en: `the value from ${quote(from)} stands after the one from ${quote(before)}`,
      zh: `自 ${quote(from)} 起的取值排在自 ${quote(before)} 起的取值之后`,
    }),
  );
  return false;
}

function valuesFit({ name, values }: LawParameter, pointer: string, { document, dictionary, findings }: ParameterContext): boolean {
  const fact = dictionary.facts.get(name);
  if (fact === undefined) return false;
  let fit = true;
  values.forEach(({ value }, index) => {
    const why = checkFactValue(fact, value);
    if (why === undefined) return;
    fit = false;
    findings.diagnostics.push(lawFinding("law-parameter-outside-domain", document, below(pointer, "values", index, "value"), why));
  });
  return fit;
}

/** Names that stand in the file and of which nothing could be used: their mistake is reported once, where they stand. */
export function brokenParameters(given: unknown, read: readonly LawParameter[]): readonly string[] {
  const written = isList(given) ? given.flatMap((one) => (isObject(one) ? [entry(one, "name")] : [])) : [];
  return written.filter((name) => typeof name === "string").filter((name) => !read.some((parameter) => parameter.name === name));
}

/** Whether the pack gives every `law.*` fact that a rule reads; warns of a rule in force before its parameter. */
export function checkParametersRead(
  rule: LawRule,
  pointer: string,
  context: {
    readonly document: JsonDocument;
    readonly findings: Findings;
    readonly parameters: readonly LawParameter[];
    readonly broken: readonly string[];
    readonly conditions: Readonly<Record<string, Condition>>;
  },
): boolean {
  const { document, findings, parameters, broken, conditions } = context;
  const at = below(pointer, "conditions");
  let given = true;
  for (const name of lawFactsOf(rule.conditions, conditions)) {
    const parameter = parameters.find((one) => one.name === name);
    const first = parameter?.values[0]?.from;
    if (first === undefined) {
      given = false;
      if (broken.includes(name) || nearest(name, broken) !== undefined) continue;
      findings.diagnostics.push(
        lawFinding("law-parameter-undefined", document, at, { en: `the pack gives no usable value of ${quote(name)}`, zh: `法规包未给出 ${quote(name)} 的可用取值` }),
      );
    } else if (rule.effectiveFrom !== undefined && rule.effectiveFrom < first) {
      findings.diagnostics.push(
        lawFinding(
          "law-parameter-late",
          document,
          at,
          { en: `the rule is in force from ${quote(rule.effectiveFrom)}, its ${quote(name)} only from ${quote(first)}`, zh: `规则自 ${quote(rule.effectiveFrom)} 起生效，而 ${quote(name)} 自 ${quote(first)} 起才有取值` },
          { en: "until then the rule stays inconclusive", zh: "在此之前该规则一律无法判定" },
        ),
      );
    }
  }
  return given;
}

/** The `law.*` facts on either side of any comparison, named conditions followed. */
function lawFactsOf(condition: Condition, named: Readonly<Record<string, Condition>>): ReadonlySet<FactName> {
  const found = new Set<FactName>();
  const visited = new Set<string>();
  const visit = (node: Condition): void => {
    if ("all" in node) node.all.forEach(visit);
    else if ("any" in node) node.any.forEach(visit);
    else if ("not" in node) visit(node.not);
    else if ("condition" in node) {
      const target = named[node.condition];
      if (target === undefined || visited.has(node.condition)) return;
      visited.add(node.condition);
      visit(target);
    } else {
      const right = typeof node.value === "object" && node.value !== null && "fact" in node.value ? node.value.fact : undefined;
      for (const name of [node.fact, right]) if (typeof name === "string" && name.startsWith("law.")) found.add(name);
    }
  };
  visit(condition);
  return found;
}
