/**
 * Calls `report` once for each circle met, with the chain that closes (`a b a`); returns the names in circles.
 * Walks with a stack of its own, so a chain of any length is safe.
 */
export function findCycles(
  targets: ReadonlyMap<string, readonly string[]>,
  report: (chain: readonly string[]) => void,
): ReadonlySet<string> {
  const done = new Set<string>();
  const circles = new Set<string>();
  for (const start of targets.keys()) {
    const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    const onPath = new Map([[start, 0]]);
    while (path.length > 0 && !done.has(start)) {
      const top = path.at(-1);
      if (top === undefined) break;
      const target = targets.get(top.name)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
      } else if (onPath.has(target)) {
        const chain = path.slice(onPath.get(target)).map((step) => step.name);
        if (!chain.every((name) => circles.has(name))) report([...chain, target]);
        for (const name of chain) circles.add(name);
      } else if (targets.has(target) && !done.has(target)) {
        onPath.set(target, path.length);
        path.push({ name: target, next: 0 });
      }
    }
  }
  return circles;
}
