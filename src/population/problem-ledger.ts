import { escapeControl, type Level, type Text } from "../base/index.ts";

/** One kind of problem of a file: how often, where first, and what was done about it. */
export interface ImportProblem {
  readonly kind: string;
  /** An error leaves no customers; a warning is a cell or row that was not read as it stands; a note is neither. */
  readonly level: Level;
  /** Column of the file, empty where none is meant. */
  readonly column: string;
  readonly count: number;
  /** The whole sentence: what was found and what was done. */
  readonly title: Text;
  /** First places; rows count from 1, header included; values are escaped and cut. */
  readonly places: readonly {
    readonly row: number;
    readonly column: string;
    readonly value: string;
  }[];
}

/** Counts problems by kind, column and, where it tells them apart, value. */
export interface ProblemLedger {
  add(finding: Finding): void;
  problems(): readonly ImportProblem[];
}

export interface Finding {
  readonly kind: string;
  readonly level?: Level;
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
  /** Keeps findings of one kind and column apart: the fact that is meant. */
  readonly group?: string;
  /** Keeps values apart: undocumented codes are counted one by one. */
  readonly byValue?: boolean;
  /** Made for the first finding of a group only. */
  readonly title: () => Text;
}

const placesKept = 5;
/** Different values of one kind and column; further ones are counted together. */
const valuesKept = 50;
const valueLength = 40;

export function createLedger(): ProblemLedger {
  interface Group extends Omit<ImportProblem, "count" | "places"> {
    count: number;
    readonly places: { row: number; column: string; value: string }[];
  }
  const groups = new Map<string, Group>();
  const values = new Map<string, number>();

  const keyOf = ({ kind, column = "", value = "", group = "", byValue }: Finding): string => {
    const base = `${kind}\n${column}\n${group}`;
    if (byValue !== true) return base;
    const key = `${base}\n${value}`;
    if (groups.has(key)) return key;
    const seen = (values.get(base) ?? 0) + 1;
    values.set(base, seen);
    return seen <= valuesKept ? key : `${base}\n…`;
  };
  return {
    add: (finding) => {
      const { kind, level = "warning", row, column = "", value = "", title } = finding;
      const key = keyOf(finding);
      const group = groups.get(key) ?? {
        kind,
        level,
        column,
        count: 0,
        title: title(),
        places: [],
      };
      groups.set(key, group);
      group.count++;
      if (group.places.length < placesKept)
        group.places.push({ row, column, value: shownValue(value) });
    },
    problems: () => {
      return [...groups.values()].sort(
        (a, b) =>
          levels.indexOf(a.level) - levels.indexOf(b.level) ||
          byText(a.kind, b.kind) ||
          byColumn(a.column, b.column),
      );
    },
  };
}

const levels: readonly Level[] = ["error", "warning", "note"];

/** `X9` before `X10`. */
function byColumn(a: string, b: string): number {
  const [, wordA = a, numberA = ""] = /^(.*?)(\d{0,12})$/s.exec(a) ?? [];
  const [, wordB = b, numberB = ""] = /^(.*?)(\d{0,12})$/s.exec(b) ?? [];
  return byText(wordA, wordB) || Number(numberA) - Number(numberB);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A cell as a message may show it: control characters written out, cut after 40 characters. */
export function shownValue(value: string): string {
  const cut = value.length > valueLength ? `${value.slice(0, valueLength)}…` : value;
  return escapeControl(cut);
}
