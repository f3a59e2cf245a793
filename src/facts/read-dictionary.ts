import {
  below,
  checkShape,
  diagnose,
  nearest,
  readJson,
  valueAt,
  type Diagnostic,
  type JsonDocument,
  type Text,
} from "../base/index.ts";
import { dictionaryFrame, factSchema, type FactEntry } from "./dictionary-schema.ts";
import type { Dictionary, FactDefinition, FactName } from "./dictionary.ts";
import { misfit } from "./check-fact-value.ts";
import { factPrefixes, hasPrefix } from "./prefixes.ts";

/**
 * Reads `rules/dictionary.json`. What could be read comes back with all findings: a bad entry is left out,
 * the others stay. Facts keep their order in the file.
 */
export function readDictionary(source: { readonly file: string; readonly text: string }): {
  dictionary: Dictionary;
  diagnostics: readonly Diagnostic[];
} {
  const document = readJson(source.text, source.file);
  const frame = checkShape(dictionaryFrame, document);
  const diagnostics = [...document.diagnostics, ...frame.diagnostics];
  const facts = new Map<FactName, FactDefinition>();
  const pointers = new Map<FactName, string>();
  const entries = valueAt(document.value, "/facts");
  for (const [index] of (Array.isArray(entries) ? entries : []).entries()) {
    const pointer = below("/facts", index);
    const { value: entry, diagnostics: found } = checkShape(factSchema, document, pointer);
    diagnostics.push(...found);
    if (entry === undefined) continue;
    const earlier = pointers.get(entry.name);
    if (earlier !== undefined) {
      diagnostics.push(duplicate(document, entry.name, { pointer, earlier }));
      continue;
    }
    pointers.set(entry.name, pointer);
    const faults = faultsOf(entry).map((fault) => {
      return diagnose({ ...fault, document, pointer: below(pointer, ...fault.path) });
    });
    diagnostics.push(...faults);
    if (faults.length === 0) facts.set(entry.name, definitionOf(entry));
  }
  return { dictionary: { facts }, diagnostics };
}

function duplicate(
  document: JsonDocument,
  name: FactName,
  at: { readonly pointer: string; readonly earlier: string },
): Diagnostic {
  const line = document.place(below(at.earlier, "name")).line;
  return diagnose({
    code: "duplicate-fact",
    message: { en: `fact \`${name}\` stands twice`, zh: `事实 \`${name}\` 重复定义` },
    hint: { en: `it is already defined on line ${line}`, zh: `第 ${line} 行已有定义` },
    document,
    pointer: below(at.pointer, "name"),
  });
}

interface Fault {
  readonly code: string;
  readonly message: Text;
  readonly hint?: Text;
  /** Keys below the entry. */
  readonly path: readonly (string | number)[];
}

/** What is wrong within an entry of the right shape. */
function faultsOf(entry: FactEntry): readonly Fault[] {
  const faults: Fault[] = [...prefixFaults(entry.name), ...domainFaults(entry)];
  if (faults.some(({ path }) => path[0] === "min" || path[0] === "max")) return faults;
  const why = misfit(definitionOf(entry), entry.typical);
  if (why !== undefined)
    faults.push({ code: "typical-out-of-domain", message: why, path: ["typical"] });
  return faults;
}

function prefixFaults(name: FactName): readonly Fault[] {
  if (hasPrefix(name, factPrefixes)) return [];
  const prefix = name.slice(0, name.indexOf("."));
  const guess = nearest(prefix, factPrefixes);
  const meant: Text =
    guess === undefined
      ? { en: "", zh: "" }
      : { en: `; did you mean \`${guess}\`?`, zh: `；是否想写 \`${guess}\`？` };
  return [
    {
      code: "unknown-prefix",
      message: {
        en: `unknown prefix \`${prefix}\`${meant.en}`,
        zh: `未知的前缀 \`${prefix}\`${meant.zh}`,
      },
      hint: {
        en: `a name begins with whom it is about: ${factPrefixes.join(", ")}`,
        zh: `名称以所描述的对象开头：${factPrefixes.join("、")}`,
      },
      path: ["name"],
    },
  ];
}

function domainFaults(entry: FactEntry): readonly Fault[] {
  if (entry.type === "enum") return [...repeatedValues(entry.values), ...titleFaults(entry)];
  if (entry.type === "boolean" || entry.min <= entry.max) return [];
  return [
    {
      code: "empty-domain",
      message: {
        en: `\`min\` ${entry.min} is above \`max\` ${entry.max}`,
        zh: `\`min\` ${entry.min} 大于 \`max\` ${entry.max}`,
      },
      path: ["min"],
    },
  ];
}

function repeatedValues(values: readonly string[]): readonly Fault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [
          {
            code: "duplicate-value",
            message: { en: `value \`${value}\` stands twice`, zh: `值 \`${value}\` 重复出现` },
            path: ["values", index],
          },
        ],
  );
}

/** Titles of values that are none, and values without a title where others have one. */
function titleFaults({ values, valueTitles }: Extract<FactEntry, { type: "enum" }>): readonly Fault[] {
  if (valueTitles === undefined) return [];
  const strangers = Object.keys(valueTitles).filter((value) => !values.includes(value));
  const untitled = values.filter((value) => !Object.hasOwn(valueTitles, value));
  return [
    ...strangers.map((value): Fault => {
      const guess = nearest(value, untitled.length > 0 ? untitled : values);
      const hint = guess === undefined ? {} : { hint: { en: `did you mean \`${guess}\`?`, zh: `是否想写 \`${guess}\`？` } };
      return { code: "unknown-value", message: { en: `\`${value}\` is no value of this fact`, zh: `\`${value}\` 不是该事实的取值` }, ...hint, path: ["valueTitles", value] };
    }),
    ...untitled.map((value): Fault => ({
      code: "missing-key",
      message: { en: `value \`${value}\` has no title`, zh: `值 \`${value}\` 没有标题` },
      hint: { en: "give every value a title, or none", zh: "请为每个取值都写标题，或全部不写" },
      path: ["valueTitles"],
    })),
  ];
}

function definitionOf(entry: FactEntry): FactDefinition {
  const { consent, category } = entry;
  const shared = { ...(consent === undefined ? {} : { consent }), ...(category === undefined ? {} : { category }) };
  if (entry.type === "enum") {
    const { valueTitles, consent: _, category: _category, ...rest } = entry;
    return { ...rest, ...shared, ...(valueTitles === undefined ? {} : { valueTitles }) };
  }
  const { consent: _, category: _category, ...rest } = entry;
  return rest.type === "integer" ? { ...rest, ...shared, decimals: 0 } : { ...rest, ...shared };
}
