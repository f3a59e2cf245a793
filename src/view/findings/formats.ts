import { compactFindings } from "./compact.ts";
import type { Findings } from "./findings.ts";
import { githubFindings } from "./github.ts";
import { jsonFindings } from "./json.ts";
import { junitFindings } from "./junit.ts";
import { markdownFindings } from "./markdown.ts";
import { prettyFindings } from "./pretty.ts";
import { sarifFindings } from "./sarif.ts";
import { tapFindings } from "./tap.ts";
import type { TextOptions } from "../text/options.ts";

/** Every format of findings, by name. */
export const findingFormats = {
  pretty: prettyFindings,
  compact: compactFindings,
  json: jsonFindings,
  junit: junitFindings,
  sarif: sarifFindings,
  github: githubFindings,
  tap: tapFindings,
  markdown: markdownFindings,
} as const satisfies Record<string, (findings: Findings, options: TextOptions) => string>;
export type FindingFormat = keyof typeof findingFormats;
