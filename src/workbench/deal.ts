/** The next job for a lane; undefined where none is left. */
export type Dealer<Job> = (lane: number) => Job | undefined;

/**
 * Deals jobs to lanes. Jobs that share something made at some cost (`together` names it) go to one lane, one after the
 * other; a lane that would be idle takes the last job of whoever has most left.
 */
export function createDealer<Job>(jobs: readonly Job[], together: (job: Job) => string): Dealer<Job> {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) {
    const key = together(job);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [job]);
    else group.push(job);
  }
  const untouched = [...groups.values()];
  const begun: Job[][] = [];
  return (lane) => {
    if ((begun[lane]?.length ?? 0) === 0) begun[lane] = untouched.shift() ?? [];
    const own = begun[lane]?.shift();
    return own ?? begun.toSorted((a, b) => b.length - a.length)[0]?.pop();
  };
}
