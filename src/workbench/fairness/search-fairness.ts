import type { FactName } from "../../facts/index.ts";
import type { Policy } from "../../policy/index.ts";
import { badSample, lowestRatioSample, marginSample, type FairnessTally, type GroupOf } from "../../statistics/index.ts";
import { fairCandidates, figuresOf, fillingPoints, judgeFound, type FairCandidate, type FairMeasured, type FairnessSearch, type PolicyFairness } from "../../verdict/index.ts";
import type { VariantLab } from "../variants/variant-lab.ts";
import { parametersAt, sweptParameters, type Varied } from "../variants/vary.ts";

/** What is searched for. */
export interface FairSearchRequest {
  readonly policy: Policy;
  readonly varied: readonly Varied[];
  readonly groups: readonly FactName[];
  /** Settings tried. */
  readonly points: number;
  /** Share of the margin that may be given up. */
  readonly within: number;
  /** The policy as it stands: which groups are large enough. */
  readonly judged: PolicyFairness;
  readonly progress: (done: number, total: number) => void;
}

/** Settings shown. */
const mostFound = 3;

/** Settings of a policy's parameters under which groups are approved more alike, at no more than a given cost. */
export async function searchFairness(lab: VariantLab, request: FairSearchRequest): Promise<FairnessSearch> {
  const { policy, varied, groups, within, judged } = request;
  const large: readonly GroupOf[] = judged.facts.flatMap(({ fact, groups: all }) =>
    all.filter(({ ratio, standing, group }) => (ratio !== null || standing === "reference") && group !== "missing").map(({ group }) => ({ fact, group })),
  );
  const measured = async (parameters: Readonly<Record<string, number>>, seed?: string): Promise<FairMeasured> =>
    measuresOf(await lab.fairness({ variant: { policy: policy.name, parameters }, groups, reads: [], reasons: false, seed }), large);
  const settings = settingsOf(varied, request.points);
  let done = 0;
  const current = await measured({});
  const tried = await Promise.all(
    settings.map(async (parameters, index): Promise<FairCandidate> => {
      const candidate = { id: index + 1, parameters, measured: await measured(parameters) };
      request.progress((done += 1), settings.length);
      return candidate;
    }),
  );
  const { keeping, better } = fairCandidates(current, tried, within);
  const freshSeed = `${lab.inputs.seed}/fresh`;
  const fresh = await measured({}, freshSeed);
  const found = await Promise.all(better.slice(0, mostFound).map(async (one) => judgeFound(one, await measured(one.parameters, freshSeed), fresh, within)));
  return {
    policy: policy.name, varied: sweptParameters(varied), tried: tried.length, keeping, fairer: better.length, within, freshSeed, groups: large,
    current: { search: figuresOf(current), fresh: figuresOf(fresh) }, found,
  };
}

const measuresOf = (tally: FairnessTally, groups: readonly GroupOf[]): FairMeasured => ({ ratio: lowestRatioSample(tally, groups), margin: marginSample(tally), bad: badSample(tally) });

/** One parameter at a time first, as far as half of the settings; then points spread over all of them together. */
function settingsOf(varied: readonly Varied[], points: number): readonly Readonly<Record<string, number>>[] {
  const current = Object.fromEntries(varied.map(({ parameter }) => [parameter.name, parameter.value]));
  const each = Math.max(1, Math.floor(points / 2 / varied.length));
  const alone = varied.flatMap(({ parameter, values }) => spread(values.filter((value) => value !== parameter.value), each).map((value) => ({ ...current, [parameter.name]: value })));
  const together = fillingPoints(points, varied.length, "fairness").map((point) => parametersAt(varied, point));
  const distinct = new Map([...alone, ...together].map((one) => [JSON.stringify(one), one]));
  distinct.delete(JSON.stringify(current));
  return [...distinct.values()].slice(0, points);
}

/** So many values of a list, evenly over it, both ends among them. */
function spread(values: readonly number[], count: number): readonly number[] {
  if (values.length <= count) return values;
  return Array.from({ length: count }, (_, at) => values[Math.round((at * (values.length - 1)) / Math.max(1, count - 1))]).flatMap((value) => value ?? []);
}
