import type { CustomerBlock, Population } from "../population/index.ts";

/** Populations of a thread stay in memory as far as this many customers of all of them together. */
const residents = 262_144;

/** Makes populations stay: a block that was drawn once is kept as long as there is room. */
export function stayingPopulations(): (population: Population) => Population {
  let customers = 0;
  return (population) => {
    const blocks = new Map<string, CustomerBlock>();
    return {
      ...population,
      block: (first, count) => {
        const key = `${first} ${count}`;
        const known = blocks.get(key);
        if (known !== undefined) return known;
        const block = population.block(first, count);
        if (customers + count <= residents) {
          customers += count;
          blocks.set(key, block);
        }
        return block;
      },
    };
  };
}

/** Makes the last block that was drawn stay: the next policy meets the same customers. */
export function lastBlockStays(population: Population): Population {
  let last: CustomerBlock | undefined;
  return {
    ...population,
    block: (first, count) => {
      if (last?.first !== first || last.count !== count) last = population.block(first, count);
      return last;
    },
  };
}
