import type { DecisionName, Moment, Row } from "../../policy/index.ts";
import type { Bench } from "./bench.ts";
import { contextsOf } from "./contexts.ts";
import { useAt, useOf } from "./data-use.ts";
import type { ActHandle, JudgesInputs, Verdict } from "./judges.ts";
import type { Standings } from "./standings.ts";

/** What uses of data rest on, and how often that came up since it was last told. */
export interface Use {
  /** Cells of the counts of a decision (`useCells`), the whole first. */
  readonly cells: readonly number[];
  times: number;
}

const nothing: Use = { cells: [useAt.notNeeded], times: 0 };

/** Reading for one decision: what it came to for the standing and the season last asked about. */
export class Reading {
  standing = -1;
  season = -1;
  verdict: Verdict = 0;
  use: Use = nothing;
}

interface Desk {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly reading: Reading;
  /** By standing; without holes: an array with many of them is a hash table. */
  byStanding: (Use | undefined)[];
  /** Those that are alike are one. */
  readonly uses: Map<string, Use>;
}

/** The reading of customers' data for the decisions of a policy. Customers keep a standing for months, so it is worked out once and found again. */
export class Readings {
  readonly #contexts: ReturnType<typeof contextsOf>;
  readonly #bench: Bench;
  readonly #desks: (Desk | undefined)[] = [];
  readonly #readings: Reading[] = [];

  constructor(inputs: JudgesInputs, bench: Bench) {
    this.#contexts = contextsOf(inputs);
    this.#bench = bench;
  }

  /** Makes the handle known as that of a decision. */
  add(access: ActHandle, { decision, moment }: { readonly decision: DecisionName; readonly moment: Moment }): void {
    if (this.#desks[access] !== undefined) return;
    while (this.#desks.length <= access) {
      this.#desks.push(undefined);
      this.#readings.push(unread);
    }
    const reading = new Reading();
    this.#desks[access] = { decision, moment, reading, byStanding: [], uses: new Map() };
    this.#readings[access] = reading;
  }

  of(access: ActHandle, season: number, standings: Standings, row: Row): Reading {
    const reading = this.#readings[access] ?? unread;
    return reading.standing === standings.now.id && reading.season === season ? reading : this.#renew(access, season, standings, row);
  }

  /** Calls back for each use that came up since, with how often, and forgets it. */
  take(access: ActHandle, each: (use: Use) => void): void {
    for (const use of this.#desks[access]?.uses.values() ?? []) {
      if (use.times === 0) continue;
      each(use);
      use.times = 0;
    }
  }

  /** Numbers of standings mean something else from now on. */
  forget(): void {
    for (const desk of this.#desks) {
      if (desk === undefined) continue;
      desk.reading.standing = -1;
      desk.byStanding = [];
    }
  }

  #renew(access: ActHandle, season: number, standings: Standings, row: Row): Reading {
    const desk = this.#desks[access];
    if (desk === undefined) throw new Error(`no decision has the handle ${access}`);
    const { reading } = desk;
    reading.standing = standings.now.id;
    reading.season = season;
    reading.verdict = this.#bench.judge(access, season, standings, row);
    reading.use = this.#restsOn(desk, standings);
    return reading;
  }

  #restsOn(desk: Desk, standings: Standings): Use {
    const { id } = standings.now;
    const found = desk.byStanding[id];
    if (found !== undefined) return found;
    const standing = standings.standing();
    const context = this.#contexts[standing.stage ?? 0];
    if (context === undefined) return nothing;
    const cells = useOf(context, desk, standing);
    const key = cells.join();
    const use = desk.uses.get(key) ?? { cells, times: 0 };
    desk.uses.set(key, use);
    while (desk.byStanding.length < id) desk.byStanding.push(undefined);
    desk.byStanding[id] = use;
    return use;
  }
}

/** Of no decision: never as asked for. */
const unread = new Reading();
