// How many times fewer customers a paired difference needs than an unpaired one for the same interval on the 90+ rate: of a
// policy and itself with limits a tenth lower (at least 20 is asked), and of the shipped pairs.
// `node test/bench/pairing.ts [customers] [scenario]`.
import { quietWorld } from "../workbench/world.ts";
import { openLab, pairingOf, tenthLower, totalsOf, type Pairing } from "../statistics/pairing.ts";

const [customers = "20000", scenario = "baseline"] = process.argv.slice(2);
const world = quietWorld();
const lab = await openLab(world, scenario, Number(customers));

const percent = (share: number): string => `${(share * 100).toFixed(3)} %`;
const tell = (name: string, { first, second, factor, differ }: Pairing): void => {
  const times = Number.isFinite(factor) ? `${factor.toFixed(1)} times fewer customers` : "nobody differs";
  process.stdout.write(`${name}: 90+ ${percent(first)} and ${percent(second)}, ${differ} customers differ: ${times}\n`);
};
const champion = totalsOf(lab, { policy: lab.champion });
const near = pairingOf(champion, totalsOf(lab, tenthLower(lab, lab.champion)), "newly90", "booked");
tell(`${lab.champion} with limits a tenth lower (at least 20 asked)`, near);
for (const policy of lab.named.filter((name) => name !== lab.champion)) {
  const own = totalsOf(lab, { policy });
  tell(`${lab.champion} and ${policy}`, pairingOf(champion, own, "newly90", "booked"));
  tell(`${policy} with limits a tenth lower`, pairingOf(own, totalsOf(lab, tenthLower(lab, policy)), "newly90", "booked"));
}
await lab.close();
if (near.factor < 20) process.exitCode = 1;
