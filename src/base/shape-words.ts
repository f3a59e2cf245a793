import { escapeControl } from "./escape-control.ts";
import { nearest } from "./nearest.ts";
import type { Finding, Refusal } from "./shape-findings.ts";
import type { Text } from "./text.ts";

/** A finding as a diagnostic's code, sentence and hint. */
export function wordsOf(finding: Finding): Refusal {
  switch (finding.kind) {
    case "missing-key":
      return {
        code: "missing-key",
        message: { en: `missing key ${quoted(finding.key)}`, zh: `缺少键 ${quoted(finding.key)}` },
        hint: finding.values && oneOf(finding.values.map(bare), { en: "one of", zh: "可选" }),
      };
    case "clashing-key":
      return {
        code: "clashing-key",
        message: {
          en: `${quoted(finding.key)} cannot stand beside ${list(finding.beside)}`,
          zh: `${quoted(finding.key)} 不能与 ${list(finding.beside)} 同时出现`,
        },
        hint: { en: "keep one of them", zh: "只保留其一" },
      };
    case "unknown-key":
      return unknownKey(finding);
    case "wrong-key":
      return {
        code: "wrong-key",
        message: {
          en: `${quoted(finding.key)} cannot be a key here`,
          zh: `${quoted(finding.key)} 不能用作此处的键`,
        },
      };
    case "wrong-type":
      return wrongType(finding);
    case "unknown-value":
      return unknownValue(finding);
    case "no-choice":
      return {
        code: "missing-key",
        message: {
          en: `expected one of the keys ${list(finding.keys)}`,
          zh: `应包含以下键之一：${list(finding.keys)}`,
        },
        ...(finding.found.length === 0
          ? {}
          : {
              hint: {
                en: `found only ${list(finding.found)}`,
                zh: `现在只有 ${list(finding.found)}`,
              },
            }),
      };
    case "out-of-range":
      return outOfRange(finding);
    case "wrong-step":
      return {
        code: "out-of-range",
        message: {
          en: `${shown(finding.found)} is not a multiple of ${finding.step}`,
          zh: `${shown(finding.found)} 不是 ${finding.step} 的倍数`,
        },
      };
    case "wrong-format":
      return {
        code: "wrong-format",
        message: {
          en: `${shown(finding.found)} is not in the form expected here`,
          zh: `${shown(finding.found)} 的格式不对`,
        },
        ...formatHint(finding.format),
      };
    case "refused":
      return finding.refusal;
  }
}

type Of<Kind extends Finding["kind"]> = Extract<Finding, { kind: Kind }>;

/** Names of choices shown at most. */
const mostShown = 12;

function unknownKey(finding: Of<"unknown-key">): Refusal {
  const { key, known, free } = finding;
  const guess = nearest(key, free);
  return {
    code: "unknown-key",
    message: didYouMean({ en: `unknown key ${quoted(key)}`, zh: `未知的键 ${quoted(key)}` }, guess),
    ...(guess !== undefined || known.length === 0
      ? {}
      : { hint: oneOf(known, { en: "known here", zh: "此处可用" }) }),
  };
}

function unknownValue(finding: Of<"unknown-value">): Refusal {
  const { values, found } = finding;
  const [only] = values;
  if (values.length === 1) {
    return {
      code: "unknown-value",
      message: {
        en: `must be ${shown(only)}, is ${shown(found)}`,
        zh: `必须为 ${shown(only)}，却是 ${shown(found)}`,
      },
    };
  }
  const texts = values.filter((value) => typeof value === "string");
  const guess = typeof found === "string" ? nearest(found, texts) : undefined;
  const message = { en: `unknown value ${shown(found)}`, zh: `未知的值 ${shown(found)}` };
  return {
    code: "unknown-value",
    message: didYouMean(message, guess),
    hint: oneOf(values.map(bare), { en: "one of", zh: "可选" }),
  };
}

function didYouMean(message: Text, guess: string | undefined): Text {
  if (guess === undefined) return message;
  return {
    en: `${message.en}; did you mean ${quoted(guess)}?`,
    zh: `${message.zh}；是否想写 ${quoted(guess)}？`,
  };
}

function oneOf(names: readonly string[], lead: Text): Text {
  const rest = names.length - mostShown;
  const shownNames = list(names.slice(0, mostShown));
  if (rest <= 0) return { en: `${lead.en}: ${shownNames}`, zh: `${lead.zh}：${shownNames}` };
  return {
    en: `${lead.en}: ${shownNames} and ${rest} more`,
    zh: `${lead.zh}：${shownNames}，另有 ${rest} 个`,
  };
}

function wrongType(finding: Of<"wrong-type">): Refusal {
  const expected = [...new Set(finding.expected)].map(typeName);
  const found = describe(finding.found);
  return {
    code: "wrong-type",
    message: {
      en: `expected ${joined(
        expected.map(({ en }) => en),
        ", ",
        " or ",
      )}, found ${found.en}`,
      zh: `此处应为${joined(
        expected.map(({ zh }) => zh),
        "、",
        "或",
      )}，却是${found.zh}`,
    },
  };
}

function joined(words: readonly string[], comma: string, last: string): string {
  return words.length < 2
    ? words.join("")
    : words.slice(0, -1).join(comma) + last + (words.at(-1) ?? "");
}

const types: ReadonlyMap<string, Text> = new Map([
  ["string", { en: "a text", zh: "文本" }],
  ["number", { en: "a number", zh: "数字" }],
  ["int", { en: "a whole number", zh: "整数" }],
  ["boolean", { en: "`true` or `false`", zh: " `true` 或 `false` " }],
  ["null", { en: "`null`", zh: " `null` " }],
  ["array", { en: "a list", zh: "列表" }],
  ["tuple", { en: "a list", zh: "列表" }],
  ["object", { en: "an object", zh: "对象" }],
  ["record", { en: "an object", zh: "对象" }],
]);

function typeName(type: string): Text {
  return types.get(type) ?? { en: "another value", zh: "其他值" };
}

/** What was found: short values themselves, containers by their kind. */
function describe(found: unknown): Text {
  if (Array.isArray(found)) return { en: "a list", zh: "列表" };
  if (typeof found === "object" && found !== null) return { en: "an object", zh: "对象" };
  if (typeof found === "string")
    return { en: `the text ${shown(found)}`, zh: `文本 ${shown(found)}` };
  return { en: shown(found), zh: ` ${shown(found)}` };
}

const bounds = {
  least: { en: "at least", zh: "不小于" },
  most: { en: "at most", zh: "不大于" },
  above: { en: "more than", zh: "大于" },
  below: { en: "less than", zh: "小于" },
  exactly: { en: "exactly", zh: "等于" },
} as const;

function outOfRange(finding: Of<"out-of-range">): Refusal {
  const { of, bound, limit, found } = finding;
  const words = bounds[bound];
  if (of === "value") {
    return {
      code: "out-of-range",
      message: {
        en: `must be ${words.en} ${limit}, is ${shown(found)}`,
        zh: `必须${words.zh} ${limit}，却是 ${shown(found)}`,
      },
    };
  }
  if (limit === 1 && bound === "least") {
    return { code: "out-of-range", message: { en: "must not be empty", zh: "不能为空" } };
  }
  const unit = {
    characters: ["characters", "个字符"],
    items: ["items", "项"],
    keys: ["keys", "个键"],
  }[of];
  const size = sizeOf(found);
  return {
    code: "out-of-range",
    message: {
      en: `must have ${words.en} ${limit} ${unit[0]}, has ${size}`,
      zh: `必须${words.zh} ${limit} ${unit[1]}，现有 ${size} ${unit[1]}`,
    },
  };
}

function sizeOf(found: unknown): number {
  if (typeof found === "string" || Array.isArray(found)) return found.length;
  return typeof found === "object" && found !== null ? Object.keys(found).length : 0;
}

function formatHint(format: string): { hint?: Text } {
  if (format === "date")
    return { hint: { en: "a day as `2026-11-01`", zh: "日期写作 `2026-11-01`" } };
  return {};
}

function list(names: readonly string[]): string {
  return names.map(quoted).join(", ");
}

function bare(value: unknown): string {
  return typeof value === "string" ? value : String(value);
}

/** A plain value in backticks, cut where long; texts without their quotes. */
function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "`[…]`" : "`{…}`";
  return quoted(bare(value));
}

const longest = 60;

function quoted(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `\`${escapeControl(cut)}\``;
}
