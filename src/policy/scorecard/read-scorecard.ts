import { checkShape, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import type { Dictionary, FactDefinition } from "../../facts/index.ts";
import { readFactName } from "../fact-access.ts";
import { collectFindings, quote, type Findings } from "../findings.ts";
import { below } from "../json.ts";
import { checkBins } from "./check-bins.ts";
import type { CalibrationStep, Characteristic, Scorecard } from "./scorecard.ts";
import { scorecardShape } from "./scorecard-shape.ts";

/** Reads scorecard.json; absent where anything about it is an error. All findings are returned. */
export function readScorecard(document: JsonDocument, dictionary: Dictionary): { readonly scorecard?: Scorecard; readonly diagnostics: readonly Diagnostic[] } {
  const findings = collectFindings(document);
  findings.take(document.diagnostics);
  const { value, diagnostics } = checkShape(scorecardShape, document);
  findings.take(diagnostics);
  if (value === undefined) return { diagnostics: findings.diagnostics };
  const { title, status = "in-force", basePoints, characteristics, calibration } = value;
  const seen = new Map<string, number>();
  characteristics.forEach((characteristic, index) => {
    const pointer = below("/characteristics", index);
    checkRepeated(characteristic, pointer, seen, findings);
    const fact = factOf(characteristic.fact, below(pointer, "fact"), dictionary, findings);
    if (fact !== undefined) checkCharacteristic(characteristic, fact, pointer, findings);
    seen.set(characteristic.fact, index);
  });
  checkCalibration(calibration ?? [], findings);
  if (findings.errors() > 0) return { diagnostics: findings.diagnostics };
  const scorecard: Scorecard = { title, status, basePoints, characteristics, ...(calibration === undefined ? {} : { calibration }) };
  return { scorecard, diagnostics: findings.diagnostics };
}

function checkRepeated({ fact }: Characteristic, pointer: string, seen: ReadonlyMap<string, number>, findings: Findings): void {
  if (!seen.has(fact)) return;
  findings.add("scorecard-fact-twice", below(pointer, "fact"), {
    en: `${quote(fact)} is scored twice`,
    zh: `${quote(fact)} 被重复评分`,
    hint: { en: "put all its bins into one characteristic", zh: "请把全部分箱写入同一特征" },
  });
}

/** What a scorecard may read: what was observed of a customer, how her account stands, and columns of a file in a backtest. */
const readable = ["customer.", "shop.", "device.", "payment.", "bureau.", "account.", "file."];

function factOf(name: string, pointer: string, dictionary: Dictionary, findings: Findings): FactDefinition | undefined {
  const fact = readFactName(name, pointer, { reader: "policy", dictionary, findings });
  if (fact === undefined || readable.some((prefix) => name.startsWith(prefix))) return fact;
  const circle = name.startsWith("score.");
  findings.add("scorecard-fact", pointer, {
    en: circle ? `${quote(name)} is a score itself` : `${quote(name)} is nothing that was observed of a customer`,
    zh: circle ? `${quote(name)} 本身就是评分` : `${quote(name)} 不是对客户的观察`,
    hint: { en: "score facts of the customer, shop, device, payments, bureau or account", zh: "请对客户、商城、设备、支付、征信或账户的事实评分" },
  });
  return undefined;
}

function checkCharacteristic(characteristic: Characteristic, fact: FactDefinition, pointer: string, findings: Findings): void {
  checkBins(characteristic.bins, fact, below(pointer, "bins"), findings);
  if (characteristic.missing !== undefined || !(fact.nullable || fact.consent !== undefined)) return;
  findings.add("scorecard-missing-bin", pointer, {
    en: fact.nullable ? `${quote(fact.name)} may be missing, and nothing says what that is worth` : `${quote(fact.name)} is missing for whoever withholds it, and nothing says what that is worth`,
    zh: fact.nullable ? `${quote(fact.name)} 可能缺失，但未说明缺失时的分数` : `客户不同意提供时 ${quote(fact.name)} 会缺失，但未说明缺失时的分数`,
    hint: { en: 'add "missing": points, or "no-score"', zh: '请加上 "missing"：分数，或 "no-score"' },
  });
}

function checkCalibration(steps: readonly CalibrationStep[], findings: Findings): void {
  steps.forEach(({ from }, index) => {
    const before = steps[index - 1];
    if (before === undefined || from > before.from) return;
    findings.add("calibration-not-rising", below(below("/calibration", index), "from"), {
      en: `${from} points do not come after ${before.from}`,
      zh: `${from} 分未排在 ${before.from} 分之后`,
      hint: { en: "write the steps by rising points", zh: "请按分数从低到高书写" },
    });
  });
}
