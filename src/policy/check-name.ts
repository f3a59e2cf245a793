import type { Findings } from "./findings.ts";
import { quote } from "./findings.ts";

// Control characters, and those that reorder or hide text.
const control = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/** The longest name of anything, in characters. */
export const nameBound = 100;

/** Whether a name (of a rule, policy, parameter …) can be shown and referred to; one finding where it cannot. */
export function checkName(
  name: string,
  pointer: string,
  findings: Findings,
  more: { readonly part?: "key" | "value"; readonly identifier?: boolean } = {},
): boolean {
  const part = more.part ?? "value";
  if (control.test(name)) {
    findings.add("control-character", pointer, {
      en: `the name ${quote(name)} has a control character in it`,
      zh: `名称 ${quote(name)} 含有控制字符`,
      hint: { en: "type the name anew, without copying it", zh: "请重新输入该名称，不要复制粘贴" },
      part,
    });
    return false;
  }
  if (more.identifier === true && !/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
    findings.add("bad-name", pointer, {
      en: `${quote(name)} cannot be a fact's name`,
      zh: `${quote(name)} 不能用作事实名称`,
      hint: { en: "use letters and digits, as in `incomeCapFen`", zh: "请使用字母和数字，如 `incomeCapFen`" },
      part,
    });
    return false;
  }
  if (name.trim() !== name || name === "" || name.length > nameBound) {
    findings.add("bad-name", pointer, {
      en: `a name has 1 to ${nameBound} characters and no space at its ends, unlike ${quote(name)}`,
      zh: `名称须为 1 至 ${nameBound} 个字符且首尾无空格，而此处为 ${quote(name)}`,
      part,
    });
    return false;
  }
  return true;
}
