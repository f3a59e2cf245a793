const parts = 64;

/** How much more work may take in one than in 64 parts: as much in proportion, 64 times with the square; the rest is for a busy machine. */
export const proportionate = 10;

/** How much more of the processor work takes at a size than 64 times at a 64th of it. */
export function growth(size: number, work: (size: number) => void): number {
  const inParts = seconds(() => {
    for (let part = 0; part < parts; part++) work(size / parts);
  });
  return seconds(() => work(size)) / inParts;
}

/** Processor time: the clock says little where others are at work, too. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
