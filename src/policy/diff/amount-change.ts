/** How a number of an outcome changed, over the cases in which both policies name it. */
export interface AmountChange {
  readonly param: string;
  readonly raised: number;
  readonly lowered: number;
  readonly unchanged: number;
  /** Mean and quantiles of the change, over the cases in which it changed; whole units of the param. */
  readonly mean: number;
  readonly least: number;
  readonly tenth: number;
  readonly median: number;
  readonly ninetieth: number;
  readonly most: number;
  /** How many changes lie in each of up to eight steps of equal width from the least to the most; both ends included. */
  readonly steps: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

const stepsMax = 8;

/** Steps of whole width, so that no change of a whole unit lies between two of them. */
function stepsOf(changed: readonly number[]): AmountChange["steps"] {
  const [least, most] = [changed[0] ?? 0, changed.at(-1) ?? 0];
  const width = Math.max(1, Math.ceil((most - least + 1) / stepsMax));
  const count = Math.max(1, Math.ceil((most - least + 1) / width));
  const steps = Array.from({ length: count }, (_, index) => ({ from: least + index * width, to: Math.min(most, least + (index + 1) * width - 1), count: 0 }));
  for (const one of changed) {
    const step = steps[Math.min(count - 1, Math.floor((one - least) / width))];
    if (step !== undefined) step.count += 1;
  }
  return steps;
}

/** The distribution of the changes that are none of 0; nothing where nothing changed. */
export function summarise(param: string, differences: readonly number[], steady: number): readonly AmountChange[] {
  const changed = differences.filter((one) => one !== 0).toSorted((a, b) => a - b);
  if (changed.length === 0) return [];
  const at = (share: number): number => changed[Math.min(changed.length - 1, Math.floor(share * changed.length))] ?? 0;
  return [
    {
      param,
      raised: changed.filter((one) => one > 0).length,
      lowered: changed.filter((one) => one < 0).length,
      unchanged: steady + differences.length - changed.length,
      mean: changed.reduce((sum, one) => sum + one, 0) / changed.length,
      least: at(0),
      tenth: at(0.1),
      median: at(0.5),
      ninetieth: at(0.9),
      most: at(1),
      steps: stepsOf(changed),
    },
  ];
}
