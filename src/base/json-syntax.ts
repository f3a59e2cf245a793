import { printParseErrorCode, type ParseError } from "jsonc-parser";
import { escapeControl } from "./escape-control.ts";
import type { StructureFault } from "./json-structure.ts";
import type { LineTable } from "./line-table.ts";
import { nearest } from "./nearest.ts";
import type { Text } from "./text.ts";

/** One mistake in the grammar of a JSON text, with the place of the offending characters. */
export interface SyntaxMistake {
  readonly offset: number;
  readonly length: number;
  readonly message: Text;
  readonly hint?: Text;
}

/** At most so many syntax mistakes are told of one file. */
const most = 50;

/**
 * The mistakes behind a parser's errors, in text order: one each. A recovering parser trips over the same
 * mistake several times, so an error is left out where it stands on the line of the one before or nothing but
 * punctuation lies between; and after a fault in brackets or strings nothing it says can be trusted.
 */
export function syntaxMistakes(
  source: { readonly text: string; readonly lines: LineTable; readonly rootEnd: number },
  errors: readonly ParseError[],
  fault: StructureFault | undefined,
): readonly SyntaxMistake[] {
  const { text, lines } = source;
  const faultAt =
    fault === undefined
      ? Number.POSITIVE_INFINITY
      : "at" in fault
        ? fault.at
        : reachOf(fault, text);
  const mistakes: SyntaxMistake[] = [];
  let end = -1;
  for (const error of errors) {
    if (error.offset >= faultAt || mistakes.length >= most) break;
    const follows = end >= 0 && isConsequence(source, end, error.offset);
    end = error.offset + error.length;
    if (follows) continue;
    if (error.offset >= source.rootEnd) {
      if (fault === undefined) mistakes.push(textAfterEnd(error));
      break;
    }
    mistakes.push(mistakeOf(text, error));
  }
  if (fault !== undefined) mistakes.push(faultMistake(fault, lines, text));
  return mistakes;
}

function reachOf(fault: StructureFault, text: string): number {
  return fault.kind === "unclosed-string" ? fault.opened : text.trimEnd().length;
}

function isConsequence(
  source: { readonly text: string; readonly lines: LineTable },
  end: number,
  offset: number,
): boolean {
  if (/^[\s,:[\]{}]*$/.test(source.text.slice(end, Math.min(offset, end + 1000)))) return true;
  return source.lines.position(end).line === source.lines.position(offset).line;
}

function mistakeOf(text: string, error: ParseError): SyntaxMistake {
  const { offset } = error;
  const length = Math.max(1, error.length);
  const token = escapeControl(text.slice(offset, offset + Math.min(length, 40)));
  const before = text.slice(Math.max(0, offset - 1000), offset).trimEnd();
  if ((token === "}" || token === "]") && before.endsWith(",")) {
    return {
      offset: offset - (Math.min(offset, 1000) - before.length) - 1,
      length: 1,
      ...trailingComma(token),
    };
  }
  const number = numberAround(text, offset);
  if (number !== undefined) return number;
  const follows = text.slice(offset + length, offset + length + 1000).trimStart();
  const kind = printParseErrorCode(error.error);
  const words =
    kind === "InvalidSymbol" ? strangeSymbol(token, { before, follows }) : wordsFor(kind, token);
  return { offset, length, ...words };
}

/** A number in a notation JSON does not know: `01`, `.5`, `+1`, `0x10`, `1_000`. */
function numberAround(text: string, offset: number): SyntaxMistake | undefined {
  let start = offset;
  while (start > 0 && offset - start < 40 && /[-+.\w]/.test(text.charAt(start - 1))) start--;
  const [token] = /^[-+.\w]{1,60}/.exec(text.slice(start, start + 60)) ?? [""];
  if (!/^[-+]?\.?\d/.test(token)) return undefined;
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(token)) return undefined;
  return {
    offset: start,
    length: token.length,
    message: {
      en: `\`${token}\` is not a number in JSON`,
      zh: `\`${token}\` 不是 JSON 的数字写法`,
    },
    hint: {
      en: "numbers are decimal: no sign `+`, no leading 0 or point, no separators",
      zh: "数字用十进制书写：不带 `+`，不以 0 或小数点开头，不用分隔符",
    },
  };
}

/** A word or sign that no JSON text has, by where it stands. */
function strangeSymbol(
  token: string,
  around: { readonly before: string; readonly follows: string },
): { message: Text; hint?: Text } {
  if (around.follows.startsWith(":") && /[{,]$/.test(around.before))
    return wordsFor("PropertyNameExpected", token);
  if (token === ";") return wordsFor("CommaExpected", token);
  return valueExpected({ en: `\`${token}\``, zh: ` \`${token}\`` }, token);
}

function textAfterEnd(error: ParseError): SyntaxMistake {
  return {
    offset: error.offset,
    length: Math.max(1, error.length),
    message: { en: "text after the end of the document", zh: "文档结束之后还有内容" },
    hint: { en: "a file holds one value", zh: "一个文件只能有一个值" },
  };
}

function trailingComma(bracket: string): { message: Text; hint: Text } {
  return {
    message: {
      en: `comma before the closing \`${bracket}\``,
      zh: `结尾的 \`${bracket}\` 之前多了一个逗号`,
    },
    hint: {
      en: "JSON allows no comma after the last item: delete it, or add the item that is missing",
      zh: "JSON 不允许最后一项之后有逗号：删去它，或补上缺少的一项",
    },
  };
}

function wordsFor(kind: string, token: string): { message: Text; hint?: Text } {
  const found: Text =
    token.trim() === ""
      ? { en: "the end of the text", zh: "文件结尾" }
      : { en: `\`${token}\``, zh: ` \`${token}\`` };
  switch (kind) {
    case "PropertyNameExpected":
      return {
        message: {
          en: `expected a key in double quotes, found ${found.en}`,
          zh: `此处应为双引号括起的键，却是${found.zh}`,
        },
        hint: { en: "keys of an object stand in double quotes", zh: "对象的键必须用双引号括起来" },
      };
    case "ColonExpected":
      return {
        message: {
          en: `expected a colon after the key, found ${found.en}`,
          zh: `键之后应为冒号，却是${found.zh}`,
        },
      };
    case "CommaExpected":
      return {
        message: { en: `missing comma before ${found.en}`, zh: `${found.zh.trim()} 之前缺少逗号` },
        hint: { en: "items and members are separated by commas", zh: "各项之间用逗号分隔" },
      };
    case "InvalidCommentToken":
      return {
        message: { en: "comments are not allowed in JSON", zh: "JSON 中不允许写注释" },
        hint: {
          en: "put the remark into `why` or `description`",
          zh: "请把说明写进 `why` 或 `description`",
        },
      };
    case "InvalidEscapeCharacter":
    case "InvalidUnicode":
      return {
        message: { en: "unknown escape in a text", zh: "文本中有无法识别的转义" },
        hint: {
          en: 'known are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits',
          zh: '可用的有 \\" \\\\ \\/ \\b \\f \\n \\r \\t 以及 \\u 加四位十六进制数字',
        },
      };
    case "InvalidCharacter":
      return {
        message: { en: "control character in a text", zh: "文本中有控制字符" },
        hint: {
          en: "write it as an escape, for example \\t or \\u0007",
          zh: "请写成转义，例如 \\t 或 \\u0007",
        },
      };
    default:
      return valueExpected(found, token);
  }
}

function valueExpected(found: Text, token: string): { message: Text; hint?: Text } {
  const message = {
    en: `expected a value, found ${found.en}`,
    zh: `此处应为一个值，却是${found.zh}`,
  };
  const meant = likely.get(token) ?? nearest(token, ["true", "false", "null"]);
  if (meant !== undefined) {
    return { message, hint: { en: `did you mean \`${meant}\`?`, zh: `是否想写 \`${meant}\`？` } };
  }
  if (token.startsWith("'") || /^[A-Za-z_]/.test(token)) {
    return { message, hint: { en: "texts stand in double quotes", zh: "文本必须用双引号括起来" } };
  }
  return { message };
}

const likely: ReadonlyMap<string, string> = new Map(
  Object.entries({
    True: "true",
    TRUE: "true",
    yes: "true",
    False: "false",
    FALSE: "false",
    no: "false",
    None: "null",
    nil: "null",
    undefined: "null",
  }),
);

function faultMistake(fault: StructureFault, lines: LineTable, text: string): SyntaxMistake {
  switch (fault.kind) {
    case "unclosed":
      return {
        offset: fault.opened,
        length: 1,
        message: {
          en: `\`${fault.bracket}\` is never closed`,
          zh: `\`${fault.bracket}\` 没有配对的结尾`,
        },
        hint: {
          en: `it opens here, and the text ends on line ${lines.position(text.trimEnd().length).line}`,
          zh: `它在此处打开，而文件到第 ${lines.position(text.trimEnd().length).line} 行就结束了`,
        },
      };
    case "mismatched": {
      const line = lines.position(fault.opened).line;
      const opener = text.charAt(fault.opened);
      return {
        offset: fault.at,
        length: 1,
        message: {
          en: `\`${fault.bracket}\` closes the \`${opener}\` of line ${line}`,
          zh: `\`${fault.bracket}\` 关闭的却是第 ${line} 行的 \`${opener}\``,
        },
        hint: {
          en: `close it with \`${opener === "{" ? "}" : "]"}\``,
          zh: `应该用 \`${opener === "{" ? "}" : "]"}\` 关闭`,
        },
      };
    }
    case "unopened":
      return {
        offset: fault.at,
        length: 1,
        message: {
          en: `\`${fault.bracket}\` closes nothing`,
          zh: `\`${fault.bracket}\` 没有对应的开头`,
        },
      };
    case "unclosed-string":
      return {
        offset: fault.opened,
        length: fault.end - fault.opened,
        message: {
          en: "the text that begins here is never closed",
          zh: "从此处开始的文本没有结尾的引号",
        },
        hint: { en: 'end it with `"` on the same line', zh: '请在同一行用 `"` 结束' },
      };
  }
}
