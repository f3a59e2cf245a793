import { settableCodes, type LintLevels } from "../policy/index.ts";
import { suggest } from "./suggest.ts";
import { UsageError, type Settings } from "./world.ts";

/** The levels of lint rules that the settings give. A code that nobody can set is a UsageError. */
export function lintLevels({ lint }: Settings): LintLevels {
  for (const code of Object.keys(lint)) {
    if (settableCodes.includes(code)) continue;
    const hint = suggest(code, settableCodes);
    throw new UsageError({
      en: `.policy-bench.json: lint has no rule \`${code}\` whose level may be set; ${hint.en}`,
      zh: `.policy-bench.json：lint 没有可设置级别的规则 \`${code}\`；${hint.zh}`,
    });
  }
  return new Map(Object.entries(lint));
}
