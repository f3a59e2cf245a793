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

/** Makes the last block that was drawn stay: the next policy meets the same customers. The block before is gone for good. */
export function lastBlockStays(population: Population): Population {
  let last: CustomerBlock | undefined;
  return {
    ...population,
    block: (first, count) => {
      if (last?.first === first && last.count === count) return last;
      if (last !== undefined) giveBack(last);
      last = population.block(first, count);
      return last;
    },
  };
}

/** Frees the columns of a block at once: a collector that sees little garbage of its own lets megabytes of them pile up. */
function giveBack({ observed, latent, outcome }: CustomerBlock): void {
  const { consent, ...others } = latent;
  const buffers = new Set([...observed.values(), ...consent, ...Object.values(others), ...(outcome === undefined ? [] : [outcome])].map(({ buffer }) => buffer));
  for (const buffer of buffers) if (isTransferable(buffer)) buffer.transfer(0);
}

/** Node has it from version 22 on; before, columns wait for the collector. */
function isTransferable(buffer: object): buffer is { transfer(length: number): object } {
  return "transfer" in buffer && typeof buffer.transfer === "function";
}
