import { collect, onBook, populated, simulated, told } from "./command-options.ts";
import type { CommandSpec } from "./command-specs.ts";

/** Commands that look for policies, or for what drives their comparison. */
export const searchSpecs: readonly CommandSpec[] = [
  {
    name: "matrix",
    group: "compare",
    operands: ["<scenarios...>"],
    options: (command, text) =>
      told(
        simulated(command, text)
          .option("--replications <n>", text("replications"))
          .option("--assumptions <set,…>", text("assumptionSets"), collect)
          .option("--measure <name>", text("matrixMeasures"), collect)
          .option("--cache <folder>", text("cacheFolder"))
          .option("--no-cache", text("noCache")),
        text,
      ),
    load: async () => (await import("./commands/matrix.ts")).matrix,
  },
  {
    name: "sweep",
    group: "compare",
    operands: ["<scenario>"],
    options: (command, text) =>
      told(
        simulated(command, text)
          .option("--replications <n>", text("replications"))
          .option("--vary <name=values>", text("vary"), collect)
          .option("--points <n>", text("sweepPoints"))
          .option("--x <measure>", text("axisX"))
          .option("--y <measure>", text("axisY"))
          .option("--measure <name>", text("moreMeasures"), collect),
        text,
      ),
    load: async () => (await import("./commands/sweep.ts")).sweep,
  },
  {
    name: "optimise",
    group: "compare",
    operands: ["<scenario>"],
    options: (command, text) =>
      told(
        simulated(command, text)
          .option("--replications <n>", text("replications"))
          .option("--vary <name=values>", text("vary"), collect)
          .option("--maximise <measure>", text("maximise"), collect)
          .option("--minimise <measure>", text("minimise"), collect)
          .option("--require <claim>", text("require"), collect)
          .option("--budget <n>", text("searchBudget"))
          .option("--write <folder>", text("writePolicy")),
        text,
      ),
    load: async () => (await import("./commands/optimise.ts")).optimise,
  },
  {
    name: "bridge",
    group: "compare",
    operands: ["<policy>", "<policy>"],
    options: (command, text) =>
      told(
        onBook(populated(command, text), text)
          .option("--scenario <name>", text("auditScenario"))
          .option("--months <n>", text("months"))
          .option("--replications <n>", text("replications"))
          .option("--measure <name>", text("moreMeasures"), collect),
        text,
      ),
    load: async () => (await import("./commands/bridge.ts")).bridge,
  },
  {
    name: "tornado",
    group: "compare",
    operands: ["<scenario>"],
    options: (command, text) =>
      told(
        onBook(populated(command, text), text)
          .option("--months <n>", text("months"))
          .option("--replications <n>", text("replications"))
          .option("--challenger <name>", text("challenger"))
          .option("--champion <name>", text("championInstead"))
          .option("--require <claim>", text("requireUnder"), collect)
          .option("--measure <name>", text("moreMeasures"), collect)
          .option("--only <name>", text("onlyAssumption"), collect)
          .option("--sobol", text("sobol"))
          .option("--factors <n>", text("sobolFactors"))
          .option("--points <n>", text("sobolPoints")),
        text,
      ),
    load: async () => (await import("./commands/tornado.ts")).tornado,
  },
  {
    name: "fairness",
    group: "compare",
    operands: ["<scenario>"],
    options: (command, text) =>
      told(
        simulated(command, text)
          .option("--replications <n>", text("replications"))
          .option("--group <fact>", text("fairGroup"), collect)
          .option("--search", text("fairSearch"))
          .option("--vary <name=values>", text("vary"), collect)
          .option("--points <n>", text("fairPoints"))
          .option("--within <percent>", text("fairWithin")),
        text,
      ),
    load: async () => (await import("./commands/fairness.ts")).fairness,
  },
];
