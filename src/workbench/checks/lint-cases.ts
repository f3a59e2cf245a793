import type { CheckedCase } from "../../view/index.ts";
import type { LintResult } from "../lint-files.ts";

/** Each file that was linted as a case; what has no file of its own stands under the first name of its place. */
export function lintCases({ files, diagnostics }: Pick<LintResult, "files" | "diagnostics">): readonly CheckedCase[] {
  const own = files.map((file) => ({ suite: "lint", name: file, diagnostics: diagnostics.filter(({ place }) => place?.file === file) }));
  const rest = diagnostics.filter(({ place }) => place === undefined || !files.includes(place.file));
  return rest.length === 0 ? own : [...own, { suite: "lint", name: rest[0]?.place?.file ?? "project", diagnostics: rest }];
}
