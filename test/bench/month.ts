// Customer-months per CPU-second of the monthly loop, decisions and laws included, on one core.
// Run with `node test/bench/month.ts [policy] [seasoned]`. The population is drawn before the clock starts.
import { prepareRun } from "../../src/simulation/index.ts";
import { inputsOf } from "../simulation/world.ts";

const [policy = "silent-auto-enrolment", book = "empty"] = process.argv.slice(2);
const block = 4096;
const rounds = 30;
const target = 2_000_000;

const inputs = inputsOf({ policy, customers: block, book: book === "seasoned" ? "seasoned" : "empty" });
const customers = inputs.population.block(0, block);
const drawn = { ...inputs.population, block: (first: number, count: number) => (count === block ? customers : inputs.population.block(first, count)) };
const run = prepareRun({ ...inputs, population: drawn });
const months = block * (inputs.months + run.warmUp);

/** CPU seconds of this process, all its threads included. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

for (let round = 0; round < 5; round++) run.block(0, block);
const seconds = Array.from({ length: rounds }, () => cpuSeconds(() => void run.block(0, block))).toSorted((a, b) => a - b);
const perSecond = (share: number): number => months / (seconds[Math.floor(share * (rounds - 1))] ?? 1);
const drawing = cpuSeconds(() => void inputs.population.block(0, block));

const million = (value: number): string => `${(value / 1e6).toFixed(2)} M`;
process.stdout.write(
  [
    `${policy}, ${book} book, ${inputs.months + run.warmUp} months, ${block} customers a block`,
    `customer-months per CPU-second: median ${million(perSecond(0.5))}, best ${million(perSecond(0))} (at least ${million(target)} asked)`,
    `drawing the customers costs ${((drawing * 1e9) / months).toFixed(0)} ns a customer-month more`,
    `memory: ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`,
    "",
  ].join("\n"),
);
