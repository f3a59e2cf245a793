import type { Lang } from "../../base/index.ts";
import { grouped, measureNamed } from "../../statistics/index.ts";
import type { MechanismEffect } from "../../verdict/index.ts";
import { differenceText, boundsText } from "../text/figures.ts";
import type { Look } from "../text/pen.ts";
import { words } from "./words.ts";

type Effect = MechanismEffect["effects"][number];

/** One measure's effect in a few cells, and how it looks: `+12%`, `-3%?`, `.` where nothing moved. */
export function matrixCell(effect: Effect | undefined, lang: Lang): { readonly text: string; readonly look?: Look } {
  if (effect === undefined || effect.difference === null) return { text: "-", look: "dim" };
  if (effect.difference === 0) return { text: ".", look: "dim" };
  const open = holdsZero(effect);
  const text = `${changeText(effect, lang)}${open ? "?" : ""}`;
  return { text, look: open ? "dim" : lookOf(effect) };
}

const holdsZero = ({ interval }: Effect): boolean => interval !== null && interval.low <= 0 && interval.high >= 0;

function changeText({ relative, difference }: Effect, lang: Lang): string {
  if (relative === null) return words.fresh[lang];
  const sign = (difference ?? 0) > 0 ? "+" : "-";
  const size = Math.abs(relative);
  if (size >= 9.995) return `${sign}${grouped(size, 0)}x`;
  return `${sign}${grouped(size * 100, size < 0.0095 ? 1 : 0)}%`;
}

/** Better is green, worse is red; what is neither is cyan. */
function lookOf({ name, difference }: Effect): Look {
  const better = measureNamed(name)?.better ?? "neither";
  if (better === "neither") return "cyan";
  return (difference ?? 0) > 0 === (better === "higher") ? "green" : "red";
}

/** A measure's difference and its interval in words. */
export function effectText(effect: Effect | undefined, lang: Lang): { readonly difference: string; readonly bounds: string } {
  const unit = measureNamed(effect?.name ?? "")?.unit ?? "count";
  return { difference: differenceText(unit, effect?.difference ?? null, lang), bounds: boundsText(unit, effect?.interval, lang) };
}

/** One setting that differs between the two runs. */
export interface SwitchLine {
  readonly path: string;
  readonly off: string;
  readonly on: string;
}

/** The settings that differ, each with its value off and on; what is not set says so. */
export function switchLines({ settings }: MechanismEffect, lang: Lang): readonly SwitchLine[] {
  const paths = [...new Set([...Object.keys(settings.off), ...Object.keys(settings.on)])];
  return paths.map((path) => ({ path, off: settingText(settings.off, path, lang), on: settingText(settings.on, path, lang) }));
}

/** A value as `--set` takes it. */
export function settingText(settings: Readonly<Record<string, unknown>>, path: string, lang: Lang): string {
  if (!Object.hasOwn(settings, path)) return words.asShipped[lang];
  const value = settings[path];
  if (value === null) return words.removed[lang];
  return typeof value === "string" ? value : JSON.stringify(value);
}
