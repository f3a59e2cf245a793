import type { Level } from "../base/index.ts";
import type { Finding } from "./exit-code.ts";
import type { Calibration } from "./report.ts";
import type { ValidationLine } from "./validation.ts";

/** All that `validate` says. No time, path or machine name. */
export interface ValidationReport {
  readonly schemaVersion: 1;
  readonly seed: string;
  readonly customers: number;
  readonly lines: readonly ValidationLine[];
  /** Absent where only some checks were asked for. */
  readonly calibration: Calibration | null;
}

/**
 * Lines as findings. A band that is missed is a warning: published figures are of other lenders and other years. All
 * else is an error: the simulator itself is at fault.
 */
export function validationFindings(lines: readonly ValidationLine[]): readonly Finding[] {
  if (lines.length === 0) return [{ kind: "nothing-to-check" }];
  return lines.map(({ verdict, tolerance }): Finding => {
    const level: Level = tolerance === "band" ? "warning" : "error";
    return { kind: "verdict", verdict: verdict === "missed" ? "broken" : verdict, level };
  });
}
