import { parseTree, type Node, type ParseError } from "jsonc-parser";
import type { Diagnostic, Place } from "./diagnostic.ts";
import { placesIn } from "./json-places.ts";
import { scanStructure } from "./json-structure.ts";
import { syntaxMistakes } from "./json-syntax.ts";
import { valueOfTree } from "./json-value.ts";
import { lineTable } from "./line-table.ts";
import type { Text } from "./text.ts";

/** A JSON text, read as far as it can be read, that knows where everything stands. */
export interface JsonDocument {
  readonly file: string;
  /** Without a byte-order mark. */
  readonly text: string;
  /** `undefined` where nothing could be read. Keys that are refused are absent. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the value is what the author wrote; false after a syntax error, when parts may be lost. */
  readonly whole: boolean;
  /** Where a pointer's value stands, or its key; what encloses it where the pointer leads nowhere. */
  readonly place: (pointer: string, part?: "key" | "value") => Place;
  /** Whether the pointer's value ended before the first syntax error: then nothing of it was lost. */
  readonly intact: (pointer: string) => boolean;
}

/** Levels of nesting that any file may have. */
const maxDepth = 64;
/** Size of any rule file in bytes of UTF-8: 20 MB. */
const maxFileSize = 20_000_000;

/**
 * Reads a JSON text without comments. Every mistake becomes a diagnostic: syntax, duplicate and forbidden
 * keys, nesting, size, an empty or binary file. Never throws.
 */
export function readJson(text: string, file: string): JsonDocument {
  const known = recent.get(file);
  const document = known?.text === text ? known.document : read(text, file);
  forget(file);
  if (text.length <= rememberedMax) keep(file, { text, document });
  return document;
}

interface Remembered {
  readonly text: string;
  readonly document: JsonDocument;
}

/** Files read last, the latest at the end: the reader, lint and what shows places ask for the same text one after the other. */
const recent = new Map<string, Remembered>();
/** Enough for every file of a project with a few policies: of fewer, all would be read again on every save. */
const filesRemembered = 128;
/** Characters of one file, and of all of them together. */
const rememberedMax = 2_000_000;
const rememberedTogether = 8_000_000;
let together = 0;

function keep(file: string, one: Remembered): void {
  recent.set(file, one);
  together += one.text.length;
  while (recent.size > filesRemembered || together > rememberedTogether) forget(recent.keys().next().value ?? "");
}

function forget(file: string): void {
  together -= recent.get(file)?.text.length ?? 0;
  recent.delete(file);
}

function read(text: string, file: string): JsonDocument {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (isLarger(source, maxFileSize)) return unread(file, tooLarge);
  const nul = source.indexOf("\0");
  if (nul >= 0) return unread(file, binary);
  if (source.trim() === "") return unread(file, empty);

  const lines = lineTable(source);
  const structure = scanStructure(source, maxDepth);
  if (structure.tooDeepAt !== undefined) {
    const places = placesIn({ file, text: source, lines, root: undefined });
    const spot = { offset: structure.tooDeepAt, length: 1 };
    return { ...unread(file, tooDeep, places.at(spot, "")), text: source, place: places.of };
  }
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const rootEnd = root === undefined ? Number.POSITIVE_INFINITY : endOf(root);
  const mistakes = syntaxMistakes({ text: source, lines, rootEnd }, errors, structure.fault);
  const places = placesIn({ file, text: source, lines, root });
  const { value, faults } = valueOfTree(root);
  const firstError = mistakes.reduce(
    (first, { offset }) => Math.min(first, offset),
    Number.POSITIVE_INFINITY,
  );
  return {
    file,
    text: source,
    value,
    whole: mistakes.length === 0,
    diagnostics: [
      ...mistakes.map(({ message, hint, ...spot }): Diagnostic => {
        return error("json-syntax", { message, hint }, places.at(spot, ""));
      }),
      ...faults.map((fault): Diagnostic => {
        return error(fault.code, fault.words(lines), places.at(fault.spot, fault.pointer));
      }),
    ],
    place: places.of,
    intact: (pointer) => {
      const node = places.node(pointer);
      return node !== undefined && endOf(node) <= firstError;
    },
  };
}

/** Whether the text takes more bytes in UTF-8; reads it only where its length leaves that open. */
function isLarger(text: string, bytes: number): boolean {
  if (text.length > bytes || text.length * 3 <= bytes) return text.length > bytes;
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Half of a pair counts 2: the pair takes 4.
    size += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return size > bytes;
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

function error(
  code: string,
  words: { readonly message: Text; readonly hint?: Text | undefined },
  place: Place,
): Diagnostic {
  const { message, hint } = words;
  return { code, level: "error", message, ...(hint === undefined ? {} : { hint }), place };
}

interface Refusal {
  readonly code: string;
  readonly message: Text;
  readonly hint: Text;
}

/** A document of which nothing was read, with the one reason. */
function unread(file: string, refusal: Refusal, place: Place = start(file)): JsonDocument {
  const { code, ...words } = refusal;
  return {
    file,
    text: "",
    value: undefined,
    whole: false,
    diagnostics: [error(code, words, place)],
    place: () => start(file),
    intact: () => false,
  };
}

function start(file: string): Place {
  return { file, pointer: "", line: 1, column: 1, length: 0, frame: "" };
}

const empty: Refusal = {
  code: "empty-file",
  message: { en: "the file is empty", zh: "文件为空" },
  hint: { en: "expected one JSON object", zh: "应包含一个 JSON 对象" },
};

const binary: Refusal = {
  code: "binary-file",
  message: {
    en: "the file is not text: it contains NUL bytes",
    zh: "文件不是文本：其中含有 NUL 字节",
  },
  hint: { en: "save it as JSON in UTF-8", zh: "请另存为 UTF-8 编码的 JSON" },
};

const tooLarge: Refusal = {
  code: "too-large",
  message: { en: "the file is larger than 20 MB", zh: "文件超过 20 MB" },
  hint: {
    en: "rules and settings stay far below; is this data?",
    zh: "规则与设置远小于此；这是否是数据文件？",
  },
};

const tooDeep: Refusal = {
  code: "too-deep",
  message: { en: `nested deeper than ${maxDepth} levels`, zh: `嵌套超过 ${maxDepth} 层` },
  hint: {
    en: "name an inner condition and refer to it, or flatten the value",
    zh: "请把内层条件命名后引用，或减少嵌套",
  },
};
