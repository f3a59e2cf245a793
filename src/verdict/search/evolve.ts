import { createDraws, streamKey } from "../../base/index.ts";
import { fillingPoints } from "./filling-points.ts";

/** Values that a search may set: how many each parameter has, and at which it stands now. */
export interface SearchSpace {
  readonly sizes: readonly number[];
  readonly start: readonly number[];
}

/** A setting: the index of each parameter's value. */
export type Genome = readonly number[];

/** A setting as it came out: objectives, more is better; how far it misses the requirements, 0 where it meets them. */
export interface Scored {
  readonly genome: Genome;
  readonly scores: readonly number[];
  readonly excess: number;
}

/** Proposes settings, in the manner of NSGA-II (Deb et al. 2002): ranks by constrained dominance, spread by crowding. */
export interface Proposer {
  /** Settings that were not proposed before; fewer where there are none left. */
  first(count: number): readonly Genome[];
  /** Settings drawn evenly over the ranges by chance. */
  anywhere(count: number): readonly Genome[];
  /** Children of the best of those that were scored. */
  next(scored: readonly Scored[], count: number): readonly Genome[];
}

const tries = 40;

/** A proposer with draws of its own: the same seed proposes the same. */
export function createProposer(space: SearchSpace, seed: string): Proposer {
  const draws = createDraws(streamKey(`search/${seed}`, 0));
  let drawn = 0;
  const uniform = (): number => draws.uniform(Math.floor(drawn / 4), 0, drawn++ % 4);
  const seen = new Set<string>();
  const fresh = (genome: Genome): boolean => {
    const key = genome.join(",");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return {
    first: (count) => firstOf(space, count, seed).filter(fresh),
    anywhere: (count) => Array.from({ length: count * 2 }, () => space.sizes.map((size) => Math.floor(uniform() * size))).filter(fresh).slice(0, count),
    next: (scored, count) => {
      const parents = survivors(scored, Math.max(8, count));
      const children: Genome[] = [];
      for (let attempt = 0; children.length < count && attempt < count * tries; attempt += 1) {
        const child = mutated(crossed(pick(parents, uniform), pick(parents, uniform), uniform), { space, uniform, wide: attempt >= count * 2 });
        if (fresh(child)) children.push(child);
      }
      return children;
    },
  };
}

/** The setting in force, a quarter around it, the rest anywhere. */
function firstOf({ sizes, start }: SearchSpace, count: number, seed: string): readonly Genome[] {
  const points = fillingPoints(Math.max(1, count - 1), sizes.length, seed);
  const anywhere = points.map((point, at) =>
    sizes.map((size, gene) => {
      const there = Math.min(size - 1, Math.floor((point[gene] ?? 0) * size));
      const here = start[gene] ?? 0;
      return at % 4 === 0 ? Math.round(here + (there - here) * 0.25) : there;
    }),
  );
  return [start, ...anywhere];
}

interface Parent extends Scored {
  readonly rank: number;
  readonly room: number;
}

/** The best `count`: fronts in turn, and the least crowded of the last. */
function survivors(scored: readonly Scored[], count: number): readonly Parent[] {
  const kept: Parent[] = [];
  let rest = [...scored];
  for (let rank = 0; rest.length > 0 && kept.length < count; rank += 1) {
    const front = rest.filter((one) => !rest.some((other) => dominates(other, one)));
    const roomy = withRoom(front, rank).toSorted((a, b) => b.room - a.room);
    kept.push(...roomy.slice(0, count - kept.length));
    rest = rest.filter((one) => !front.includes(one));
  }
  return kept;
}

/** Meeting the requirements goes first, then missing them by less, then being as good everywhere and better somewhere. */
export function dominates(a: Pick<Scored, "scores" | "excess">, b: Pick<Scored, "scores" | "excess">): boolean {
  if (a.excess !== b.excess && (a.excess > 0 || b.excess > 0)) return a.excess < b.excess;
  return a.scores.every((score, axis) => score >= (b.scores[axis] ?? 0)) && a.scores.some((score, axis) => score > (b.scores[axis] ?? 0));
}

/** How far the neighbours on the front are; the ends have all the room there is. */
function withRoom(front: readonly Scored[], rank: number): readonly Parent[] {
  const room = new Map<Scored, number>(front.map((one) => [one, 0]));
  const axes = front[0]?.scores.length ?? 0;
  for (let axis = 0; axis < axes; axis += 1) {
    const along = front.toSorted((a, b) => (a.scores[axis] ?? 0) - (b.scores[axis] ?? 0));
    const span = (along.at(-1)?.scores[axis] ?? 0) - (along[0]?.scores[axis] ?? 0);
    along.forEach((one, at) => {
      const [before, after] = [along[at - 1], along[at + 1]];
      const gap = before === undefined || after === undefined ? 1e9 : span > 0 ? ((after.scores[axis] ?? 0) - (before.scores[axis] ?? 0)) / span : 0;
      room.set(one, (room.get(one) ?? 0) + gap);
    });
  }
  return front.map((one) => ({ ...one, rank, room: room.get(one) ?? 0 }));
}

/** The better of two drawn at random. */
function pick(parents: readonly Parent[], uniform: () => number): Genome {
  const [a, b] = [0, 1].map(() => parents[Math.floor(uniform() * parents.length)]);
  if (a === undefined || b === undefined) throw new Error("a search needs somebody to begin with");
  return (a.rank < b.rank || (a.rank === b.rank && a.room >= b.room) ? a : b).genome;
}

/** Each value from one parent, from the other, or between them. */
function crossed(a: Genome, b: Genome, uniform: () => number): Genome {
  return a.map((own, gene) => {
    const other = b[gene] ?? own;
    const at = uniform();
    return at < 0.4 ? own : at < 0.8 ? other : Math.round(own + (other - own) * uniform());
  });
}

interface Mutating {
  readonly space: SearchSpace;
  readonly uniform: () => number;
  /** Nothing new was found near by. */
  readonly wide: boolean;
}

/** A few values moved: to anywhere in their range, or by a part of it, small moves being the likelier. */
function mutated(genome: Genome, { space, uniform, wide }: Mutating): Genome {
  const chance = Math.min(0.5, 2 / genome.length);
  return genome.map((value, gene) => {
    const size = space.sizes[gene] ?? 1;
    if (uniform() >= chance || size < 2) return value;
    if (wide || uniform() < 0.4) return Math.floor(uniform() * size);
    const far = uniform() * uniform();
    const move = Math.max(1, Math.round(far * (size - 1)));
    return Math.min(size - 1, Math.max(0, value + (uniform() < 0.5 ? -move : move)));
  });
}
