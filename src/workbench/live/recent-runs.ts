/**
 * What was used last, by number. Both ends of a thread do the same with it, job by job, so that each knows what the other
 * holds: four times what the latest job was about, so memory does not grow with the number of jobs.
 */
export function useRecent<T>(held: Map<number, T>, used: ReadonlyMap<number, T>): void {
  for (const [id, one] of used) {
    held.delete(id);
    held.set(id, one);
  }
  for (const id of held.keys()) {
    if (held.size <= used.size * 4) return;
    held.delete(id);
  }
}
