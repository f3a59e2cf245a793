// Customer-months per CPU-second of the monthly loop, decisions and laws included, on one core: of each policy of the
// shipped comparison, and of the comparison as a whole. Populations are drawn before the clock starts.
// Run with `node test/bench/month.ts [policy|all] [seasoned]`.
import { prepareRun } from "../../src/simulation/index.ts";
import { inputsOf } from "../simulation/world.ts";

const [asked = "all", book = "empty"] = process.argv.slice(2);
const policies = asked === "all" ? ["silent-auto-enrolment", "consent-first", "invited"] : [asked];
const block = 4096;
const rounds = 40;
/** Rounds before the clock starts: a million customers take 245, and what is told is the rate of most of them. */
const warmUps = 25;
const target = 2_000_000;

/** CPU seconds of this process, all its threads included. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const million = (value: number): string => `${(value / 1e6).toFixed(2)} M`;
const told = (name: string, months: number, seconds: readonly number[]): string => {
  const sorted = seconds.toSorted((a, b) => a - b);
  const perSecond = (share: number): string => million(months / (sorted[Math.floor(share * (sorted.length - 1))] ?? 1));
  return `${name.padEnd(24)} median ${perSecond(0.5)}, best ${perSecond(0)}`;
};

const runs = policies.map((policy) => {
  const inputs = inputsOf({ policy, customers: block, book: book === "seasoned" ? "seasoned" : "empty" });
  const customers = inputs.population.block(0, block);
  const run = prepareRun({ ...inputs, population: { ...inputs.population, block: (first, count) => (count === block ? customers : inputs.population.block(first, count)) } });
  return { policy, run, months: block * (inputs.months + run.warmUp), drawing: cpuSeconds(() => void inputs.population.block(0, block)) };
});
for (let round = 0; round < warmUps; round++) for (const { run } of runs) run.block(0, block);
const seconds = Array.from({ length: rounds }, () => runs.map(({ run }) => cpuSeconds(() => void run.block(0, block))));
const months = runs.reduce((sum, each) => sum + each.months, 0);
const drawing = runs.reduce((sum, each) => sum + each.drawing, 0);

process.stdout.write(
  [
    `customer-months per CPU-second, ${book} book, ${block} customers a block; at least ${million(target)} asked`,
    ...runs.map((each, index) => told(each.policy, each.months, seconds.map((round) => round[index] ?? 0))),
    ...(runs.length > 1 ? [told("the comparison", months, seconds.map((round) => round.reduce((sum, each) => sum + each, 0)))] : []),
    `drawing the customers costs ${((drawing * 1e9) / months).toFixed(0)} ns a customer-month more`,
    `memory: ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`,
    "",
  ].join("\n"),
);
