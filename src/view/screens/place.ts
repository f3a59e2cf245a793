import type { Text } from "../../base/index.ts";
import type { CurveKind } from "./curves.ts";
import type { Tab } from "./tabs.ts";

/** A page below a tab: what the way down from a number to the editor leads through. */
export type Place =
  | { readonly kind: "measure"; readonly name: string }
  | { readonly kind: "curve"; readonly policy: string; readonly curve: CurveKind }
  | { readonly kind: "buckets" }
  | { readonly kind: "bucket-months"; readonly policy: string }
  | { readonly kind: "law"; readonly id: string }
  | { readonly kind: "standing"; readonly policy: string }
  | { readonly kind: "people"; readonly policy: string; readonly where: readonly string[] }
  | { readonly kind: "person"; readonly policy: string; readonly customer: number; readonly month?: number; /** The condition she was found by. */ readonly about?: string }
  | { readonly kind: "beside"; readonly policy: string; readonly other: string; readonly customer: number }
  /** A decision of a life, by its place among the entries. */
  | { readonly kind: "decision"; readonly policy: string; readonly customer: number; readonly entry: number }
  | { readonly kind: "rule"; readonly policy: string; readonly rule: string };

/** A page on the way down, and where its cursor stands; null until it is moved. */
export interface Stop {
  readonly place: Place;
  readonly cursor: number | null;
}

/** Something the screen wants done by the workbench. */
export type Wish =
  | { readonly kind: "report"; readonly whatIf: boolean }
  | { readonly kind: "edit"; readonly file: string; readonly line: number }
  | { readonly kind: "try"; readonly policy: string; readonly values: Readonly<Record<string, number>> }
  | { readonly kind: "write"; readonly policy: string; readonly values: Readonly<Record<string, number>>; readonly as?: string };

/** Parameters changed on the screen and in no file. */
export interface WhatIf {
  readonly policy: string;
  readonly values: Readonly<Record<string, number>>;
}

/** What a key does where the cursor stands. */
export type Target =
  /** One page further down. */
  | { readonly go: Place }
  /** Another page instead of the one in front. */
  | { readonly turn: Place }
  /** A tab, and what it shows there. */
  | { readonly tab: Tab; readonly go?: Place; readonly policy?: number; readonly filter?: number; readonly curve?: number; /** What is looked for there, to be typed on. */ readonly find?: string }
  /** Nothing, and why. */
  | { readonly why: Text }
  | { readonly wish: Wish }
  /** Another policy on the tabs that show one. */
  | { readonly policy: number }
  | { readonly filter: number }
  | { readonly axis: "axisX" | "axisY"; readonly at: number }
  | { readonly curve: number }
  /** Something that is worked out only when asked for. */
  | { readonly mark: string }
  /** The cursor on this row: the next that leads on. */
  | { readonly stand: number }
  | { readonly whatIf: WhatIf | null }
  | { readonly overlay: "help" | "about" | "name" | "write" }
  | { readonly find: string };
