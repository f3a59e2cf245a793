import { diagnose, type Diagnostic, type JsonDocument } from "../base/index.ts";
import type { Override } from "./overrides.ts";
import type { Scenario } from "./scenario.ts";
import { suggest } from "./suggest.ts";

type Setting = Pick<Scenario, "set" | "champion" | "challengers">;

/** Paths of `set` that reach into no policy of the scenario. */
export function checkSet({ set = {}, champion, challengers }: Setting, document: JsonDocument): Diagnostic[] {
  const policies = [...new Set([champion, ...challengers])];
  return Object.keys(set).flatMap((path) => {
    if (ownerOf(path, policies) !== undefined) return [];
    const [first, owner = ""] = path.split(".");
    const pointer = `/set/${path.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (first === "policies") return [
      diagnose({
        code: "unknown-policy",
        document, pointer, part: "key",
        message: { en: `\`${path}\` reaches into no policy of this scenario`, zh: `\`${path}\` 不属于本场景的任何政策` },
        hint: suggest(owner, policies),
      }),
    ];
    return [
      diagnose({
        code: "unknown-setting",
        document, pointer, part: "key",
        message: { en: `\`${path}\` is no part of a policy`, zh: `\`${path}\` 不是政策的组成部分` },
        hint: { en: "write policies.<policy>.procedures.<path>; the scenario's own fields stand in the scenario", zh: "请写成 policies.<政策>.procedures.<路径>；场景自身的字段直接写在场景里" },
      }),
    ];
  });
}

/** What a scenario changes in the policies of a run, as changes to their files; `--set` comes after and wins. */
export function scenarioOverrides(scenario: Pick<Scenario, "set"> | undefined, policies: readonly string[]): readonly Override[] {
  return Object.entries(scenario?.set ?? {}).flatMap(([path, value]) =>
    ownerOf(path, policies) === undefined ? [] : [{ path: path.split("."), value, written: `set ${path}=${JSON.stringify(value)}` }],
  );
}

/** The policy that a path reaches into. */
function ownerOf(path: string, policies: readonly string[]): string | undefined {
  return policies.find((policy) => path.startsWith(`policies.${policy}.`));
}
