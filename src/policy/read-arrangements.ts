import { below, checkShape } from "../base/index.ts";
import type { JsonDocument } from "../base/index.ts";
import { arrangementShape } from "./arrangement-shape.ts";
import type { Arrangement, Shares } from "./arrangement.ts";
import { checkName } from "./check-name.ts";
import { quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { isObject } from "./json.ts";

/** Reads `arrangements` of policy.json; a broken one is left out. */
export function readArrangements(value: unknown, document: JsonDocument, findings: Findings): Readonly<Record<string, Arrangement>> {
  const read: [string, Arrangement][] = [];
  for (const name of isObject(value) ? Object.keys(value) : []) {
    const pointer = below("/arrangements", name);
    const named = checkName(name, pointer, findings, { part: "key" });
    const { value: arrangement, diagnostics } = checkShape(arrangementShape, document, pointer);
    findings.take(diagnostics);
    if (arrangement !== undefined && checkArrangement(arrangement, pointer, findings) && named) read.push([name, arrangement]);
  }
  return Object.fromEntries(read);
}

function checkArrangement(arrangement: Arrangement, pointer: string, findings: Findings): boolean {
  const { funding, revenue } = arrangement;
  const sound = [
    checkShares(funding, below(pointer, "funding"), findings),
    checkShares(revenue, below(pointer, "revenue"), findings),
    checkLosses(arrangement, pointer, findings),
    checkGuarantor(arrangement, pointer, findings),
    arrangement.buyBackBy === undefined || checkName(arrangement.buyBackBy, below(pointer, "buyBackBy"), findings),
  ];
  warnOfIdleBearers(arrangement, pointer, findings);
  return sound.every(Boolean);
}

function checkShares(shares: Shares, pointer: string, findings: Findings): boolean {
  const bearers = Object.keys(shares).map((bearer) => checkName(bearer, below(pointer, bearer), findings, { part: "key" }));
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  if (sum === 10_000) return bearers.every(Boolean);
  const missing = 10_000 - sum;
  findings.add("shares-do-not-add-up", pointer, {
    en: `these shares add up to ${sum} basis points, not to 10,000`,
    zh: `这些份额合计 ${sum} 个基点，而非 10,000`,
    hint: missing > 0 ? { en: `${missing} are missing`, zh: `还差 ${missing}` } : { en: `${-missing} are too many`, zh: `多出 ${-missing}` },
  });
  return false;
}

function checkLosses({ losses }: Arrangement, pointer: string, findings: Findings): boolean {
  const rests = losses.flatMap((layer, index) => ("rest" in layer ? [index] : []));
  const first = rests[0];
  const at = below(pointer, "losses");
  let sound = true;
  losses.forEach((layer, index) => {
    if ("rest" in layer) sound = checkShares(layer.rest, below(at, index, "rest"), findings) && sound;
    else sound = checkName(layer.bearer, below(at, index, "bearer"), findings) && sound;
  });
  if (first === undefined) {
    findings.add("malformed-losses", at, {
      en: "nobody bears the rest of the losses",
      zh: "其余损失无人承担",
      hint: { en: "end the list with { \"rest\": { \"lender\": 10000 } }", zh: "请以 { \"rest\": { \"lender\": 10000 } } 结尾" },
    });
    return false;
  }
  if (first < losses.length - 1) {
    findings.add("malformed-losses", below(at, first + 1), {
      en: "nothing is left to bear after the `rest`",
      zh: "`rest` 之后已没有可承担的损失",
      hint: { en: "put the `rest` last, and once", zh: "`rest` 须放在最后，且只出现一次" },
    });
    return false;
  }
  return sound;
}

/** Those who bear first losses without funding: who else would guarantee? */
function guarantors({ funding, losses }: Arrangement): readonly string[] {
  return losses.flatMap((layer) => ("bearer" in layer && !Object.hasOwn(funding, layer.bearer) ? [layer.bearer] : []));
}

function checkGuarantor(arrangement: Arrangement, pointer: string, findings: Findings): boolean {
  const { guaranteeFeeMonthlyBps, buyBackAtDaysPastDue, buyBackBy } = arrangement;
  if (guarantors(arrangement).length > 0) return true;
  if (guaranteeFeeMonthlyBps === 0 && (buyBackAtDaysPastDue === undefined || buyBackBy !== undefined)) return true;
  const key = buyBackAtDaysPastDue === undefined || buyBackBy !== undefined ? "guaranteeFeeMonthlyBps" : "buyBackAtDaysPastDue";
  findings.add("no-guarantor", below(pointer, key), {
    en: `\`${key}\` needs a guarantor: a bearer of first losses who does not fund`,
    zh: `\`${key}\` 需要担保方，即不出资而承担首损的一方`,
    hint: { en: "add { \"firstBpsOfOriginated\", \"bearer\" } to `losses`, or leave the key out", zh: "请在 `losses` 中加入 { \"firstBpsOfOriginated\", \"bearer\" }，或删去该键" },
  });
  return false;
}

function warnOfIdleBearers({ funding, losses, revenue }: Arrangement, pointer: string, findings: Findings): void {
  const active = new Set([...Object.keys(funding), ...losses.flatMap((layer) => ("rest" in layer ? Object.keys(layer.rest) : [layer.bearer]))]);
  for (const bearer of Object.keys(revenue)) {
    if (active.has(bearer) || bearer === "lender") continue;
    findings.add("idle-bearer", below(pointer, "revenue", bearer), {
      en: `${quote(bearer)} earns but neither funds nor bears losses`,
      zh: `${quote(bearer)} 只取收入，既不出资也不承担损失`,
      hint: { en: "is it spelled as under `funding` and `losses`?", zh: "拼写是否与 `funding` 和 `losses` 中一致？" },
      part: "key",
    });
  }
}
