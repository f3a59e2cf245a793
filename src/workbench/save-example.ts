import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setJson } from "../base/index.ts";
import { expectedOf, type DecisionName, type Example, type Moment, type Policy } from "../policy/index.ts";
import { decideOne } from "./decide-one.ts";
import { policyFolder, shownPath, type Project } from "./project.ts";
import type { GivenFacts } from "./read-facts.ts";
import { runExample } from "./run-examples.ts";
import { remark } from "./say-findings.ts";
import { UsageError, type Settings } from "./world.ts";
import { writeWhole } from "./write-file.ts";

interface Saving {
  readonly project: Project;
  readonly settings: Settings;
  /** The policy by name or folder, as given. */
  readonly operand: string;
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly facts: GivenFacts;
  /** Empty: it is named after what was decided. */
  readonly name: string;
}

/**
 * Writes what was just decided as an example into the decision file, which keeps how it is written elsewhere. The example is
 * run before it is written. A name that stands there already is a UsageError.
 */
export async function saveExample({ project, settings, operand, policy, decision, moment, facts, name }: Saving): Promise<void> {
  const { outcome } = decideOne(policy, { decision, moment, facts });
  const { examples, file } = policy.decisions[decision];
  const expect = expectedOf(decision, outcome);
  const example: Example = { name: name === "" ? nameFor(expect, moment, examples) : name, moment, facts, expect };
  if (examples.some((one) => one.name === example.name))
    throw new UsageError({ en: `${file} has an example \`${example.name}\` already; give another name: --save-example <name>`, zh: `${file} 中已有名为 \`${example.name}\` 的示例；请另取名称：--save-example <名称>` });
  const { passed, expected, got } = await runExample(policy, decision, example);
  if (!passed) throw new Error(`the example "${example.name}" does not hold: ${JSON.stringify({ expected, got })}`);
  const path = join(policyFolder(project, operand), `${decision}.json`);
  const written = readFileSync(path, "utf8");
  const mark = written.startsWith("\ufeff") ? "\ufeff" : "";
  const text = written.slice(mark.length);
  const list: unknown = Reflect.get(Object(JSON.parse(text)), "examples");
  const index = Array.isArray(list) ? list.length : 0;
  const value = { name: example.name, moment, facts, expect };
  const changed = Array.isArray(list) ? setJson(text, ["examples", String(index)], value) : setJson(text, ["examples"], [value]);
  if (changed === undefined) throw new Error(`${file} could not be changed`);
  writeWhole(path, mark + changed);
  const shown = shownPath(project, path);
  remark({ en: `saved as \`${example.name}\` in ${shown}; it expects what is decided today: read it before you keep it`, zh: `已另存为 ${shown} 中的示例 \`${example.name}\`；期望值即当前决策结果，采纳前请核对` }, settings, project.world);
}

/** Named after what was decided and why; a number where that name is taken. */
function nameFor({ type, because }: Example["expect"], moment: Moment, taken: readonly Example[]): string {
  const rules = Array.isArray(because) && because.length > 0 ? ` by ${because.map(String).join(", ")}` : "";
  const name = `${String(type)} at ${moment}${rules}`;
  const free = (candidate: string): boolean => taken.every((one) => one.name !== candidate);
  if (free(name)) return name;
  for (let number = 2; ; number += 1) if (free(`${name} (${number})`)) return `${name} (${number})`;
}
