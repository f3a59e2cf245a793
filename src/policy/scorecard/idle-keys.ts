import type { Text } from "../../base/index.ts";
import type { Procedures } from "../procedures.ts";

/** A key of `procedures.scorecard` that changes nothing, from the section on, and why. */
export interface IdleKey {
  readonly pointer: string;
  readonly why: Text;
}

/** What the author of the section wrote in vain: alarms that nothing raises, and figures of a repair that is another. */
export function idleKeys(procedure: NonNullable<Procedures["scorecard"]>): readonly IdleKey[] {
  const { recheckEveryMonths, alarmPsi, alarmKs, onAlarm } = procedure;
  if (recheckEveryMonths === undefined) {
    const alarms = (["alarmPsi", "alarmKs", "onAlarm"] as const).filter((key) => procedure[key] !== undefined);
    return alarms.map((key) => ({ pointer: `/${key}`, why: neverChecked }));
  }
  if (onAlarm === undefined) return [];
  if (alarmPsi === undefined && alarmKs === undefined) return [{ pointer: "/onAlarm", why: neverRaised }];
  const inVain = [
    ...(onAlarm.points !== undefined && onAlarm.do !== "raised-cut-off" ? ["points"] : []),
    ...(onAlarm.months !== undefined && onAlarm.do === "old-card" ? ["months"] : []),
  ];
  return inVain.map((key) => ({ pointer: `/onAlarm/${key}`, why: notOf(onAlarm.do) }));
}

const neverChecked: Text = { en: "without `recheckEveryMonths` the score is never checked, so this changes nothing", zh: "没有 `recheckEveryMonths` 就从不复检评分，此项不起作用" };

const neverRaised: Text = { en: "neither `alarmPsi` nor `alarmKs` is given, so no check raises the alarm and this changes nothing", zh: "`alarmPsi` 与 `alarmKs` 均未给出，任何复检都不会报警，此项不起作用" };

const notOf = (repair: string): Text => ({ en: `this changes nothing where the repair is \`${repair}\``, zh: `处置为 \`${repair}\` 时此项不起作用` });
