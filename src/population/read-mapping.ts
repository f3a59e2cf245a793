import {
  checkShape,
  diagnose,
  nearest,
  readJson,
  toPointer,
  type Diagnostic,
  type JsonDocument,
} from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import { misfits, ofNumbers, ofRecoding } from "./check-source.ts";
import { codeText } from "./code-text.ts";
import { producedFacts } from "./draw-customers.ts";
import { mappingSchema, type FactSource, type Mapping } from "./mapping-schema.ts";

/** Reads a mapping file against a dictionary: the mapping where nothing is wrong, and everything that is. */
export function readMapping(
  file: { readonly file: string; readonly text: string },
  dictionary: Dictionary,
): { readonly mapping?: Mapping; readonly diagnostics: readonly Diagnostic[] } {
  const document = readJson(file.text, file.file);
  const { value, diagnostics } = checkShape(mappingSchema, document);
  const found = [...document.diagnostics, ...diagnostics];
  if (value !== undefined) {
    for (const [fact, source] of Object.entries(value.facts))
      found.push(...ofFact(fact, source, dictionary, document));
    found.push(
      ...ofAttributes(value, document),
      ...ofHeader(value, document),
      ...ofOutcome(value, document),
      ...ofColumns(value, document),
    );
  }
  if (value === undefined || found.some(({ level }) => level === "error"))
    return { diagnostics: found };
  return { mapping: value, diagnostics: found };
}

/** The columns that a source reads. */
export function columnsOf(source: FactSource): readonly string[] {
  if ("column" in source) return [source.column];
  if ("columns" in source) return source.columns;
  return "ratio" in source ? source.ratio : [];
}

function ofFact(
  fact: string,
  source: FactSource,
  dictionary: Dictionary,
  document: JsonDocument,
): readonly Diagnostic[] {
  const pointer = toPointer(["facts", fact]);
  const definition = dictionary.facts.get(fact);
  if (definition === undefined) return [unknownFact(fact, dictionary, document)];
  if (definition.producedBy !== "population") {
    return [
      diagnose({
        code: "fact-not-importable",
        message: {
          en: `\`${fact}\` is made by the ${definition.producedBy} and cannot be imported`,
          zh: `\`${fact}\` 由 ${definition.producedBy} 产生，不能导入`,
        },
        hint: {
          en: "only facts that the population produces can come from a file",
          zh: "只有由客群产生的事实才能取自文件",
        },
        document,
        pointer,
        part: "key",
      }),
    ];
  }
  if ("synthesise" in source)
    return producedFacts.includes(fact) ? [] : [cannotSynthesise(fact, document)];
  if ("constant" in source)
    return misfits(definition, source.constant, document, `${pointer}/constant`);
  return [
    ...ofNumbers(definition, source, document, pointer),
    ...("recode" in source || "otherwise" in source
      ? ofRecoding(definition, source, document, pointer)
      : []),
  ];
}

function unknownFact(fact: string, dictionary: Dictionary, document: JsonDocument): Diagnostic {
  const guess = nearest(fact, dictionary.facts.keys());
  return diagnose({
    code: "unknown-fact",
    message: { en: `unknown fact \`${fact}\``, zh: `未知的事实 \`${fact}\`` },
    hint:
      guess === undefined
        ? {
            en: "facts are listed in rules/dictionary.json",
            zh: "事实列表见 rules/dictionary.json",
          }
        : { en: `did you mean \`${guess}\`?`, zh: `是否想写 \`${guess}\`？` },
    document,
    pointer: toPointer(["facts", fact]),
    part: "key",
  });
}

function cannotSynthesise(fact: string, document: JsonDocument): Diagnostic {
  return diagnose({
    code: "cannot-synthesise",
    message: {
      en: `\`${fact}\` cannot be drawn: no profile knows it`,
      zh: `\`${fact}\` 无法合成：画像中没有它`,
    },
    hint: {
      en: "map it to a column or a constant, or leave it out",
      zh: "请映射到某一列或常量，或将其省略",
    },
    document,
    pointer: toPointer(["facts", fact]),
  });
}

/** A number needs room between its bounds. */
function ofAttributes({ attributes }: Mapping, document: JsonDocument): readonly Diagnostic[] {
  return Object.entries(attributes ?? {}).flatMap(([name, attribute]) => {
    if ("values" in attribute || attribute.min < attribute.max) return [];
    return [
      diagnose({
        code: "clip-reversed",
        message: {
          en: `\`${name}\` has no room: \`${attribute.min}\` is not below \`${attribute.max}\``,
          zh: `\`${name}\` 的范围为空：\`${attribute.min}\` 不小于 \`${attribute.max}\``,
        },
        document,
        pointer: toPointer(["attributes", name]),
      }),
    ];
  });
}

/** Names are for a file that has none of its own, once each. */
function ofHeader({ header }: Mapping, document: JsonDocument): readonly Diagnostic[] {
  const { names = [], rows } = header;
  if (names.length > 0 && rows > 0) {
    return [
      diagnose({
        code: "header-named-twice",
        message: {
          en: `the file has \`${rows}\` header rows, and \`names\` names its columns as well`,
          zh: `文件已有 \`${rows}\` 行表头，\`names\` 又为各列命名`,
        },
        hint: {
          en: "leave out `names`, or set `rows` to 0 for a file without a header",
          zh: "请去掉 `names`；若文件没有表头，请将 `rows` 设为 0",
        },
        document,
        pointer: "/header/names",
      }),
    ];
  }
  const again = names.findIndex((name, at) => names.indexOf(name) < at);
  if (again < 0) return [];
  return [
    diagnose({
      code: "duplicate-column",
      message: {
        en: `two columns are called \`${names[again]}\``,
        zh: `有两列同名 \`${names[again]}\``,
      },
      document,
      pointer: `/header/names/${again}`,
    }),
  ];
}

/** The outcome must stay out of everything that decisions or drawn traits rest on. */
function ofOutcome(
  { facts, attributes = {}, outcome }: Mapping,
  document: JsonDocument,
): readonly Diagnostic[] {
  if (outcome === undefined) return [];
  const readers = [
    ...Object.entries(facts).map(([fact, source]) => ["facts", fact, columnsOf(source)] as const),
    ...Object.entries(attributes).map(([name, { column }]) => ["attributes", name, [column]] as const),
  ];
  const found = readers
    .filter(([, , columns]) => columns.includes(outcome.column))
    .map(([key, fact]) =>
      diagnose({
        code: "outcome-used-as-fact",
        message: {
          en: `\`${fact}\` reads the outcome column \`${outcome.column}\``,
          zh: `\`${fact}\` 读取了结果列 \`${outcome.column}\``,
        },
        hint: {
          en: "what became of a customer must not enter a decision",
          zh: "客户的实际结果不得进入任何决策",
        },
        document,
        pointer: toPointer([key, fact]),
      }),
    );
  const good = new Set(outcome.good.map(codeText));
  const both = outcome.bad.findIndex((code) => good.has(codeText(code)));
  if (both < 0) return found;
  const code = outcome.bad[both] ?? "";
  return [
    ...found,
    diagnose({
      code: "outcome-both-ways",
      message: { en: `\`${code}\` is both good and bad`, zh: `\`${code}\` 同时被列为好与坏` },
      document,
      pointer: `/outcome/bad/${both}`,
    }),
  ];
}

/** A column cannot be used and left out, and one described must be used by somebody. */
function ofColumns(mapping: Mapping, document: JsonDocument): readonly Diagnostic[] {
  const used = new Set(usedColumns(mapping));
  const found = (mapping.ignore ?? []).flatMap((column, index) => {
    if (!used.has(column)) return [];
    return [
      diagnose({
        code: "ignored-column-used",
        message: { en: `\`${column}\` is ignored and used`, zh: `\`${column}\` 既被忽略又被使用` },
        document,
        pointer: `/ignore/${index}`,
      }),
    ];
  });
  for (const column of Object.keys(mapping.columns ?? {})) {
    if (used.has(column) || mapping.ignore?.includes(column)) continue;
    const guess = nearest(column, used);
    found.push(
      diagnose({
        code: "unused-column",
        level: "warning",
        message: {
          en: `nothing reads the column \`${column}\``,
          zh: `没有任何事实读取列 \`${column}\``,
        },
        hint:
          guess === undefined
            ? undefined
            : { en: `did you mean \`${guess}\`?`, zh: `是否想写 \`${guess}\`？` },
        document,
        pointer: toPointer(["columns", column]),
        part: "key",
      }),
    );
  }
  return found;
}

/** Every column that the mapping reads, once each. */
export function usedColumns({ id, facts, outcome, attributes }: Mapping): readonly string[] {
  const all = Object.values(facts).flatMap(columnsOf);
  for (const { column } of Object.values(attributes ?? {})) all.push(column);
  if (outcome !== undefined) all.push(outcome.column);
  if (id !== undefined) all.push(id);
  return [...new Set(all)];
}
