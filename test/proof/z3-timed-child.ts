// Answers questions of one sheet with z3 and says what each took: the first line of stdin is what is declared and the
// milliseconds a question may take, every other one a question. An answer is `sat|unsat|unknown` and CPU milliseconds.
import { createInterface } from "node:readline";
import { init } from "z3-solver";

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const { Context } = await init();
const context = Context("main");
const solver = new context.Solver();
let declared = false;
for await (const line of createInterface({ input: process.stdin })) {
  const start = cpu();
  const said: unknown = JSON.parse(line);
  if (!declared) {
    if (!Array.isArray(said)) throw new Error("the first line declares");
    solver.set("timeout", Number(said[1]));
    solver.fromString(String(said[0]));
    declared = true;
    process.stdout.write(`declared ${cpu() - start}\n`);
    continue;
  }
  solver.push();
  solver.fromString(String(said));
  const answer = await solver.check();
  solver.pop();
  process.stdout.write(`${answer} ${cpu() - start}\n`);
}
process.exit(0);
