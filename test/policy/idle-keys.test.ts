// Keys of `procedures.scorecard` that change nothing are named where they stand.
import { expect, test } from "vitest";
import { changed, read } from "./fixtures.ts";

const alarm = { do: "old-card", afterMonths: 1 };
const found = (scorecard: object): readonly string[] =>
  read(changed("policy.json", { "/procedures/scorecard": scorecard })).diagnostics.map(({ code, level, place }) => `${level} ${code} ${place?.pointer}`);
const idle = (key: string): string => `warning ignored-key /procedures/scorecard/${key}`;

test("an alarm of a score that is never checked", () => {
  expect(found({ alarmPsi: 0.2, onAlarm: alarm })).toEqual([idle("alarmPsi"), idle("onAlarm")]);
});

test("a repair after an alarm that nothing raises", () => {
  expect(found({ recheckEveryMonths: 3, onAlarm: alarm })).toEqual([idle("onAlarm")]);
});

test("figures of another repair", () => {
  expect(found({ recheckEveryMonths: 3, alarmKs: 0.2, onAlarm: { ...alarm, points: 20, months: 6 } })).toEqual([idle("onAlarm/points"), idle("onAlarm/months")]);
  expect(found({ recheckEveryMonths: 3, alarmKs: 0.2, onAlarm: { do: "manual-review", afterMonths: 0, points: 20, months: 6 } })).toEqual([idle("onAlarm/points")]);
});

test("whatever is of use is not named", () => {
  expect(found({ recheckEveryMonths: 3, alarmKs: 0.2, onAlarm: { do: "raised-cut-off", afterMonths: 0, points: 20, months: 6 } })).toEqual([]);
  expect(found({ refreshEveryMonths: 6 })).toEqual([]);
});
