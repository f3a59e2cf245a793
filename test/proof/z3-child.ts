// Answers SMT-LIB questions with z3, one line of stdin a question (JSON text), one line of stdout an answer. It runs as
// a process of its own: z3's WebAssembly threads now and then trap ("memory access out of bounds"), and the promise of
// the check that was running is then never settled. A process that is gone, or silent, can be seen and started again.
import { createInterface } from "node:readline";
import { init } from "z3-solver";

const { Context } = await init();
const context = Context("main");
for await (const line of createInterface({ input: process.stdin })) {
  const solver = new context.Solver();
  solver.fromString(String(JSON.parse(line)));
  process.stdout.write(`${await solver.check()}\n`);
  solver.release();
}
process.exit(0);
