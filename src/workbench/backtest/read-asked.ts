import { nearest } from "../../base/index.ts";
import { moments, type EnrolmentMoment, type Moment } from "../../policy/index.ts";
import { backtestFigures, readRequirement, type Requirement } from "../../verdict/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { parseCount } from "../parse-count.ts";
import { listedFlag } from "../run-request.ts";
import { UsageError } from "../world.ts";
import { readSplit, type Split } from "./read-split.ts";

/** What a backtest is asked, the files apart. */
export interface Asked {
  readonly against: string | undefined;
  readonly split: Split | undefined;
  readonly moments: readonly Moment[];
  readonly score: string | undefined;
  readonly higherIsWorse: boolean;
  readonly fileOnly: boolean;
  readonly bands: number;
  readonly cutOffs: number;
  readonly requirements: readonly Requirement[];
}

/** Reads the flags; a UsageError for one that says nothing. */
export function readAsked(call: Call): Asked {
  const count = (name: "bands" | "cutOffs", usual: number, written: string): number => {
    const value = parseCount(textFlag(call, name) ?? String(usual), written);
    if (value >= 2 && value <= 100) return value;
    throw new UsageError({ en: `${written} is ${value}; use 2 to 100`, zh: `${written} 的值为 ${value}；请用 2 到 100` });
  };
  return {
    against: textFlag(call, "against"),
    split: readSplit(textFlag(call, "split")),
    moments: momentsOf(listedFlag(call, "moment")),
    score: textFlag(call, "score"),
    higherIsWorse: flag(call, "higherIsWorse"),
    fileOnly: flag(call, "fileOnly"),
    bands: count("bands", 10, "--bands"),
    cutOffs: count("cutOffs", 20, "--cut-offs"),
    requirements: listFlag(call, "require").map(requirementOf),
  };
}

function requirementOf(written: string): Requirement {
  const read = readRequirement(written);
  const known = Object.keys(backtestFigures);
  if (read !== undefined && read.bound !== "champion" && known.includes(read.measure)) return read;
  const guess = read === undefined ? undefined : nearest(read.measure, known);
  const hint = guess === undefined || read?.measure === guess ? { en: `there are: ${known.join(", ")}`, zh: `可用：${known.join("、")}` } : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` };
  throw new UsageError({
    en: `--require \`${written}\` is no requirement of a backtest, such as 'auc>=0.7'; ${hint.en}`,
    zh: `--require \`${written}\` 不是回测的要求（如 'auc>=0.7'）；${hint.zh}`,
  });
}

function momentsOf(written: readonly string[]): readonly Moment[] {
  const known: readonly EnrolmentMoment[] = moments.enrolment;
  if (written.length === 0) return known;
  return written.map((name) => {
    const found = known.find((moment) => moment === name);
    if (found !== undefined) return found;
    const guess = nearest(name, known);
    const list = known.map((moment) => `\`${moment}\``).join(", ");
    throw new UsageError({
      en: `enrolment is not decided at the moment \`${name}\`; ${guess === undefined ? `there are: ${list}` : `did you mean \`${guess}\`?`}`,
      zh: `开通没有时点 \`${name}\`；${guess === undefined ? `可用：${list}` : `是否指 \`${guess}\`？`}`,
    });
  });
}
