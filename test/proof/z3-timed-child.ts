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
type Solver = InstanceType<typeof context.Solver>;
let sheet: { readonly solver: Solver | undefined; readonly timeout: number } | undefined;
const solverOf = (timeout: number): Solver => {
  const solver = new context.Solver();
  solver.set("timeout", timeout);
  return solver;
};
for await (const line of createInterface({ input: process.stdin })) {
  const start = cpu();
  const said: unknown = JSON.parse(line);
  if (sheet === undefined) {
    if (!Array.isArray(said)) throw new Error("the first line declares");
    const [prelude, timeout] = [String(said[0]), Number(said[1])];
    // Questions that declare all of their own have a solver each.
    sheet = { solver: prelude === "" ? undefined : solverOf(timeout), timeout };
    sheet.solver?.fromString(prelude);
    process.stdout.write(`declared ${cpu() - start}\n`);
    continue;
  }
  const solver = sheet.solver ?? solverOf(sheet.timeout);
  solver.push();
  solver.fromString(String(said));
  const answer = await solver.check();
  solver.pop();
  if (sheet.solver === undefined) solver.release();
  process.stdout.write(`${answer} ${cpu() - start}\n`);
}
process.exit(0);
