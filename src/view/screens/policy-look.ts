import type { Text } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { letterAt } from "../pretty/letters.ts";
import type { SpanColor } from "./span.ts";

/** A policy's letter and colour: colour is never the only difference. */
export interface PolicyLook {
  readonly color: SpanColor;
  readonly letter: string;
}

const colors: readonly SpanColor[] = ["yellow", "cyan", "magenta", "green", "blue", "red"];

/** The look of the policy at an index; colours repeat after six, letters do not. */
export function lookOf(index: number): PolicyLook {
  return { color: colors[index % colors.length] ?? "gray", letter: letterAt(index) };
}

/** A policy of the report by name, with its look; the name itself where the report has none of that name. */
export function policyNamed({ policies }: RunReport, name: string): PolicyLook & { readonly title: Text; readonly index: number } {
  const index = policies.findIndex((policy) => policy.name === name);
  return { ...lookOf(Math.max(0, index)), title: policies[index]?.title ?? { en: name, zh: name }, index };
}

/** The next policy of the report after this one; undefined where there is no other. */
export function otherPolicy({ policies }: RunReport, name: string): string | undefined {
  const index = policies.findIndex((policy) => policy.name === name);
  const other = policies[(index + 1) % Math.max(1, policies.length)]?.name;
  return other === name ? undefined : other;
}
