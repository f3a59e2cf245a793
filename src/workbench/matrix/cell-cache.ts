import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { measureNamed, revivedSample, type MeasureSample } from "../../statistics/index.ts";
import { sha256 } from "../bench.ts";
import { textFlag, type Call } from "../call.ts";
import { UsageError, type World } from "../world.ts";
import { writeWhole } from "../write-file.ts";

/** Finished cells on disk, each under the hash of all that feeds it. */
export interface CellCache {
  /** Where it is; undefined where nothing is kept. */
  readonly folder: string | undefined;
  /** The samples of a cell; undefined where it is not there. An entry that is not what it says it is counts as damaged. */
  read(key: string): readonly MeasureSample[] | undefined;
  /** Keeps a cell, whole or not at all. What cannot be written is told once, and the run goes on. */
  keep(key: string, samples: readonly MeasureSample[]): void;
  /** Removes those used longest ago until the rest fits. */
  trim(): void;
  readonly state: { damaged: number; unwritable: UsageError | undefined };
}

/** About three thousand cells. */
const mostBytes = 256_000_000;
const entryName = /^[0-9a-f]{64}\.cell$/u;

/**
 * Where cells are kept: `--cache`, else POLICY_BENCH_CACHE, else the user's cache folder; nowhere under `--no-cache`, and
 * where the environment names no such folder.
 */
export function cacheFolder(call: Call): string | undefined {
  if (call.flags["cache"] === false) return undefined;
  const { env, cwd } = call.world;
  const asked = textFlag(call, "cache") ?? env["POLICY_BENCH_CACHE"] ?? "";
  return asked === "" ? usersCache(call.world) : resolve(cwd, asked);
}

function usersCache({ env }: World): string | undefined {
  const named = (name: string, ...more: readonly string[]): readonly string[] => (env[name] === undefined || env[name] === "" ? [] : [join(env[name], ...more, "policy-bench")]);
  return [...named("XDG_CACHE_HOME"), ...named("LOCALAPPDATA"), ...named("HOME", ".cache")][0];
}

/** Opens the cache in a folder, which is made when the first cell is kept. */
export function openCellCache(folder: string | undefined, most = mostBytes): CellCache {
  const state: CellCache["state"] = { damaged: 0, unwritable: undefined };
  const fileOf = (key: string): string => join(folder ?? "", `${key}.cell`);
  return {
    folder,
    state,
    read: (key) => {
      const text = folder === undefined ? undefined : textAt(fileOf(key));
      if (text === undefined) return undefined;
      const samples = samplesIn(text, key);
      if (samples === undefined) state.damaged += 1;
      else touch(fileOf(key));
      return samples;
    },
    keep: (key, samples) => {
      if (folder === undefined || state.unwritable !== undefined) return;
      try {
        writeWhole(fileOf(key), entryText(key, samples));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        state.unwritable = error;
      }
    },
    trim: () => {
      if (folder !== undefined) trimTo(folder, most);
    },
  };
}

function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Used now: those used longest ago go first. A cache that may only be read stays as it is. */
function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Nothing depends on it but the order of leaving.
  }
}

const numberOrNull = z.number().nullable();
const spreadSchema = z.strictObject({ share: z.number(), below: z.array(z.number()), steps: z.array(z.tuple([z.number(), z.number()])) });
const entrySchema = z.strictObject({
  key: z.string(),
  samples: z.array(z.strictObject({ measure: z.string(), numerator: numberOrNull, denominator: numberOrNull, kind: z.enum(["sampling", "replication"]), leaveOneOut: z.array(numberOrNull), spread: spreadSchema.optional() })),
});

/** A line with the checksum of the rest, then the cell. */
function entryText(key: string, samples: readonly MeasureSample[]): string {
  const body = JSON.stringify({
    key,
    samples: samples.map(({ measure, numerator, denominator, kind, leaveOneOut, spread }) => ({ measure: measure.name, numerator: finite(numerator), denominator: finite(denominator), kind, leaveOneOut, ...(spread === undefined ? {} : { spread }) })),
  });
  return `policy-bench cell ${sha256(body)}\n${body}\n`;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The samples of an entry; undefined where the text is not what was written under this key. */
function samplesIn(text: string, key: string): readonly MeasureSample[] | undefined {
  const [, sum, body] = /^policy-bench cell ([0-9a-f]{64})\n(.*)\n$/su.exec(text) ?? [];
  if (sum === undefined || body === undefined || sha256(body) !== sum) return undefined;
  const entry = entrySchema.safeParse(parsed(body)).data;
  if (entry === undefined || entry.key !== key) return undefined;
  const samples = entry.samples.flatMap(({ measure: name, numerator, denominator, ...rest }) => {
    const measure = measureNamed(name);
    return measure === undefined ? [] : [revivedSample(measure, { numerator: numerator ?? Number.NaN, denominator: denominator ?? Number.NaN, ...rest })];
  });
  return samples.length === entry.samples.length ? samples : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only what this cache itself wrote is ever removed. */
function trimTo(folder: string, most: number): void {
  const entries = listed(folder).flatMap((name) => {
    const found = entryName.test(name) ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
    return found === undefined ? [] : [{ file: join(folder, name), size: found.size, used: found.mtimeMs }];
  });
  let room = most;
  for (const { file, size } of entries.toSorted((a, b) => b.used - a.used)) {
    room -= size;
    if (room < 0) rmSync(file, { force: true });
  }
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
