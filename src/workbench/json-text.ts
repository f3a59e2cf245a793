import { json } from "../view/index.ts";

/** Characters that JSON may hold raw and that would act on a terminal or reorder its text. */
const acting = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A value as JSON that is safe to print: such characters can only stand inside texts, where JSON has an escape for them. */
export function jsonText(value: unknown): string {
  return safeJson(json(value));
}

/** JSON that was written elsewhere, made safe to print. */
export function safeJson(text: string): string {
  return text.replaceAll(acting, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
