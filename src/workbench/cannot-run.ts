import type { Diagnostic } from "../base/index.ts";
import { exitCode } from "../verdict/index.ts";
import type { Call } from "./call.ts";
import { sayFindings } from "./say-findings.ts";
import { readSettings } from "./settings.ts";

/** The exit code of a command that could not run, after saying what stood in its way. */
export function cannotRun(call: Call, diagnostics: readonly Diagnostic[]): number {
  sayFindings(diagnostics, readSettings(call), call.world);
  return exitCode([{ kind: "cannot-run" }]);
}
