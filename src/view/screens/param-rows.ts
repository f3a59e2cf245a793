import { factValueText } from "../fact-value.ts";
import type { Pen } from "../text/pen.ts";
import type { Target, WhatIf } from "./place.ts";
import type { PolicyParameter } from "./screen-calls.ts";
import { fit, span, type Line } from "./span.ts";

/** A parameter with what the reader has made of it: `value` is the one to show. */
export interface ShownParameter extends PolicyParameter {
  readonly inFile: number;
}

/** Parameters as they stand on the screen: those of a what-if in the place of the file's. */
export function shownParameters(parameters: readonly PolicyParameter[], policy: string, whatIf: WhatIf | null): readonly ShownParameter[] {
  const values = whatIf?.policy === policy ? whatIf.values : {};
  return parameters.map((parameter) => ({ ...parameter, inFile: parameter.value, value: values[parameter.name] ?? parameter.value }));
}

/** What keys do on a parameter: change it by its step within its domain, open its line, write what was changed. */
export function parameterKeys(parameter: ShownParameter, policy: string, whatIf: WhatIf | null): Readonly<Record<string, Target>> {
  const go: Target = { wish: { kind: "edit", file: parameter.file, line: parameter.line } };
  return { left: changed(parameter, { policy, whatIf, by: -1 }), right: changed(parameter, { policy, whatIf, by: 1 }), e: go, enter: { why: howTo }, " ": { why: howTo }, ...writeKeys(whatIf) };
}

const howTo = { en: "← → change it by its step and the run follows; e opens its line in the editor", zh: "← → 按步长改动，运行随之更新；e 在编辑器中打开该行" };

/** Writing is possible where something was changed. */
export function writeKeys(whatIf: WhatIf | null): Readonly<Record<string, Target>> {
  if (whatIf === null) return {};
  return { w: { overlay: "write" }, W: { overlay: "name" } };
}

function changed({ name, value, min, max, step, inFile }: ShownParameter, { policy, whatIf, by }: { readonly policy: string; readonly whatIf: WhatIf | null; readonly by: 1 | -1 }): Target {
  const next = stepped(value, { min, max, step: step > 0 ? step : 1, by });
  if (next === value) return { why: by > 0 ? atMost(name, max) : atLeast(name, min) };
  const others = Object.fromEntries(Object.entries(whatIf?.policy === policy ? whatIf.values : {}).filter(([key]) => key !== name));
  const values = next === inFile ? others : { ...others, [name]: next };
  return { whatIf: Object.keys(values).length === 0 ? null : { policy, values } };
}

/** The next value on the steps that begin at the least; the dust of binary fractions taken off. */
function stepped(value: number, { min, max, step, by }: { readonly min: number; readonly max: number; readonly step: number; readonly by: 1 | -1 }): number {
  const at = (value - min) / step;
  const next = by > 0 ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1;
  return Number(Math.max(min, Math.min(max, min + next * step)).toPrecision(12));
}

const atMost = (name: string, max: number) => ({ en: `\`${name}\` ends at ${max}`, zh: `\`${name}\` 的上限为 ${max}` });
const atLeast = (name: string, min: number) => ({ en: `\`${name}\` begins at ${min}`, zh: `\`${name}\` 的下限为 ${min}` });

/** From this width on a parameter's domain stands beside it; on a narrower screen its title needs the room. */
const domainFrom = 80;

/** A parameter on one line: its title, its value, what the file says where that differs, its domain. */
export function parameterLine({ title, name, value, inFile, min, max, step }: ShownParameter, pen: Pen, cells: number): Line {
  const say = (each: number): string => pen.own(factValueText(name, each, pen));
  const moved = value !== inFile;
  const wide = cells >= domainFrom;
  const words = Math.max(16, Math.min(70, wide ? cells - 56 : cells - 32));
  return [
    span(fit(` ${pen.say(title)}`, words, "left", pen.ascii)),
    span(fit(say(value), 13, "right", pen.ascii), { bold: true, ...(moved ? { color: "yellow" as const } : {}) }),
    span(moved ? ` ${pen.say({ en: `(file: ${say(inFile)})`, zh: `（文件：${say(inFile)}）` })}` : "", { color: "yellow" }),
    ...(wide ? [span(`  ${pen.own(`${say(min)} .. ${say(max)}`)}${pen.say({ en: ", step", zh: "，步长" })} ${say(step)}`, { dim: true })] : []),
  ];
}
