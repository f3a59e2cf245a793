import { suggestExamples, type DecisionName, type Example, type Policy, type SuggestedExample } from "../policy/index.ts";
import { formatOf } from "./format.ts";
import type { Call } from "./call.ts";
import { jsonText } from "./json-text.ts";
import type { Target } from "./read-targets.ts";
import { runExample } from "./run-examples.ts";
import { remark } from "./say-findings.ts";
import type { Settings } from "./world.ts";

interface Telling {
  readonly call: Call;
  readonly settings: Settings;
}

/** Examples for one decision file. */
export interface SuggestedFor {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly examples: readonly SuggestedExample[];
}

/** Prints the examples that would close the gaps of coverage; gaps without one go to stderr. */
export async function suggestFor(targets: readonly Target[], telling: Telling): Promise<number> {
  formatOf(telling.call, ["json", "pretty"]);
  const found = targets.flatMap(({ policy, decisions }) =>
    decisions.map((decision): SuggestedFor => {
      const { examples, unreached } = suggestExamples({ policy, decision });
      for (const { rule, gap } of unreached)
        remark(
          { en: `${policy.name} ${decision} ${rule}: no case was found in which ${gap.en}`, zh: `${policy.name} ${decision} ${rule}：未找到使“${gap.zh}”成立的案例` },
          telling.settings,
          telling.call.world,
        );
      return { policy, decision, examples };
    }),
  );
  await printExamples(found, telling);
  return 0;
}

/**
 * Examples as JSON: a list, to be pasted into `examples`, or a list for each file where there is more than one. Each has
 * been run by json-rules-engine as well; one that does not hold is a defect of ours and is thrown.
 */
export async function printExamples(found: readonly SuggestedFor[], { call, settings }: Telling): Promise<void> {
  const lang = settings.lang.value;
  const files = new Map<string, readonly Example[]>();
  for (const { policy, decision, examples } of found) {
    const written = examples.map(({ title, moment, facts, expect }): Example => ({ name: title[lang], moment, facts, expect }));
    for (const example of written) await confirm(policy, decision, example);
    files.set(policy.decisions[decision].file, written);
  }
  const [only, ...more] = files.values();
  call.world.stdout.write(jsonText(only !== undefined && more.length === 0 ? only : Object.fromEntries(files)));
  const count = [...files.values()].reduce((sum, list) => sum + list.length, 0);
  remark(
    { en: `${count} examples; each expects what is decided today: read it before you keep it`, zh: `共 ${count} 个示例；期望值即当前决策结果，采纳前请逐一核对` },
    settings,
    call.world,
  );
}

async function confirm(policy: Policy, decision: DecisionName, example: Example): Promise<void> {
  const { passed, expected, got } = await runExample(policy, decision, example);
  if (!passed) throw new Error(`the suggested example "${example.name}" does not hold: ${JSON.stringify({ expected, got })}`);
}
