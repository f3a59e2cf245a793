import { diagnose, nearest, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { checkFactValue, type Dictionary } from "../facts/index.ts";
import type { Environment } from "./environment.ts";

interface Ground {
  readonly document: JsonDocument;
  readonly dictionary: Dictionary;
}

/** Segments of customers that an environment names: facts that the population has, and values that they can have. */
export function checkSegments({ scoreFaults, layoffs }: Pick<Environment, "scoreFaults" | "layoffs">, ground: Ground): readonly Diagnostic[] {
  const hit = layoffs.flatMap(({ fact, value }, index) => checkSegment({ fact, equals: value }, { pointer: `/layoffs/${index}`, value: "value" }, ground));
  const faulty = scoreFaults.flatMap(({ segment }, index) =>
    segment === undefined ? [] : checkSegment(segment, { pointer: `/scoreFaults/${index}/segment`, value: "equals" }, ground),
  );
  return [...hit, ...faulty];
}

/** One segment: the fact stands in `fact`, its value under the key given. */
export function checkSegment(
  { fact, equals }: { readonly fact: string; readonly equals: string | number | boolean },
  place: { readonly pointer: string; readonly value: string },
  { document, dictionary }: Ground,
): readonly Diagnostic[] {
  const definition = dictionary.facts.get(fact);
  if (definition?.producedBy !== "population") {
    const known = [...dictionary.facts.values()].filter(({ producedBy }) => producedBy === "population").map(({ name }) => name);
    const guess = nearest(fact, known);
    return [
      diagnose({
        code: "unknown-fact",
        document,
        pointer: `${place.pointer}/fact`,
        message: { en: `the population has no fact \`${fact}\``, zh: `客群没有事实 \`${fact}\`` },
        hint: guess === undefined ? { en: "use a fact such as customer.region", zh: "请用客群的事实，例如 customer.region" } : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
      }),
    ];
  }
  const why = checkFactValue(definition, equals);
  return why === undefined ? [] : [diagnose({ code: "fact-value", document, pointer: `${place.pointer}/${place.value}`, message: why })];
}
