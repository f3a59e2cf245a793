import { diagnose, type Diagnostic, type JsonDocument, type Level, type Text } from "../base/index.ts";

interface CodeEntry {
  readonly level: Level;
  readonly title: Text;
}

const error = (en: string, zh: string): CodeEntry => ({ level: "error", title: { en, zh } });
const warning = (en: string, zh: string): CodeEntry => ({ level: "warning", title: { en, zh } });

/** What can be wrong with a law pack beyond what any rule file can have: level and title by stable code. */
export const lawDiagnosticCodes = {
  "law-dates-reversed": error("a rule of law ends before it begins", "法规规则的失效日早于生效日"),
  "law-counts-mismatch": error("a rule counted in the lender's months that judges an act on a customer, or the reverse", "计数单位与所评判的行为不符"),
  "law-parameter-unknown": error("a law parameter that is no `law.*` fact of the dictionary", "字典中没有的法律参数"),
  "law-parameter-duplicate": error("two law parameters with one name", "两个法律参数同名"),
  "law-parameter-order": error("values of a law parameter out of order", "法律参数的取值未按日期排列"),
  "law-parameter-outside-domain": error("a value of a law parameter outside its domain", "法律参数的取值超出范围"),
  "law-parameter-undefined": error("a rule reads a law parameter that its pack does not give", "规则读取了法规包未给出的法律参数"),
  "law-parameter-late": warning("a rule is in force before its parameter has a value", "规则生效时其参数尚无取值"),
  "not-chinese": error("a Chinese text without a Chinese character", "中文文本中没有汉字"),
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type LawCode = keyof typeof lawDiagnosticCodes;

/** One finding about a law pack, at a pointer of its document. */
export function lawFinding(code: LawCode, document: JsonDocument, pointer: string, message: Text, hint?: Text): Diagnostic {
  return diagnose({ code, level: lawDiagnosticCodes[code].level, message, document, pointer, ...(hint === undefined ? {} : { hint }) });
}
