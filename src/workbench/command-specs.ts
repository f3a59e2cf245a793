import type { Command } from "commander";
import type { CommandFunction } from "./call.ts";
import { collect, formatted, found, populated, reported, simulated, told, type Words } from "./command-options.ts";
import { searchSpecs } from "./search-specs.ts";

/** One command: where it stands in the help, what it takes, and what runs it (loaded when it is asked for). */
export interface CommandSpec {
  readonly name: string;
  readonly group: "run" | "write" | "compare" | "ci";
  /** As commander writes them: `<scenario>`, `[paths...]`. */
  readonly operands: readonly string[];
  readonly options: (command: Command, text: Words) => Command;
  readonly load: () => Promise<CommandFunction>;
}

/** Every command, in the order of the help. */
export const specs: readonly CommandSpec[] = [
  {
    name: "run",
    group: "run",
    operands: ["<scenario>"],
    options: (command, text) => reported(simulated(command, text), text),
    load: async () => (await import("./commands/run.ts")).run,
  },
  {
    name: "replay",
    group: "run",
    operands: ["<scenario>"],
    options: (command, text) =>
      formatted(
        simulated(command, text)
          .option("--customer <n>", text("customer"))
          .option("--where <condition>", text("where"), collect)
          .option("--var-values", text("varValues"))
          .option("--why-not [outcome]", text("whyNot"))
          .option("--for-customer", text("forCustomer")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/replay.ts")).replay,
  },
  {
    name: "explain",
    group: "run",
    operands: ["<policy>", "<decision>"],
    options: (command, text) =>
      formatted(
        command
          .option("--facts <file>", text("facts"))
          .option("--moment <name>", text("moment"))
          .option("--set <fact=value>", text("setFact"), collect)
          .option("--var-values", text("varValues"))
          .option("--why-not [outcome]", text("whyNot"))
          .option("--keep <fact>", text("keepFact"), collect)
          .option("--for-customer", text("forCustomer"))
          .option("--save-example [name]", text("saveExample")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "population",
    group: "run",
    operands: ["[scenario]"],
    options: (command, text) =>
      formatted(
        populated(command, text)
          .option("--describe", text("describe"))
          .option("--write-csv <file>", text("writeCsv"))
          .option("--sample <n>", text("sample"))
          .option("--against <csv>", text("against"))
          .option("--map <mapping>", text("againstMap")),
        text("formatPopulation"),
        text,
      ),
    load: async () => (await import("./commands/population.ts")).population,
  },
  {
    name: "laws",
    group: "run",
    operands: [],
    options: (command, text) =>
      formatted(
        simulated(command, text).option("--date <day>", text("date")).option("--jurisdiction <name>", text("jurisdiction")).option("--impact <scenario>", text("impact")).option("--evidence <scenario>", text("evidence")),
        text("formatLaws"),
        text,
      ),
    load: async () => (await import("./commands/laws.ts")).laws,
  },
  {
    name: "audit",
    group: "run",
    operands: ["<policy>"],
    options: (command, text) =>
      formatted(populated(command, text).option("--scenario <name>", text("auditScenario")).option("--months <n>", text("months")), text("formatAudit"), text),
    load: async () => (await import("./commands/audit.ts")).audit,
  },
  {
    name: "lint",
    group: "write",
    operands: ["[paths...]"],
    options: (command, text) =>
      found(
        command
          .option("--explain <code>", text("explainCode"))
          .option("--list", text("listCodes"))
          .option("--fix", text("fix"))
          .option("--proofs", text("lintProofs"))
          .option("--watch", text("watchLint")),
        text,
      ),
    load: async () => (await import("./commands/lint.ts")).lint,
  },
  {
    name: "check",
    group: "ci",
    operands: ["[paths...]"],
    options: (command, text) => found(command.option("--customers <n>", text("customers")).option("--fail-on-empty", text("failOnEmpty")), text),
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "test",
    group: "write",
    operands: ["[paths...]"],
    options: (command, text) =>
      formatted(
        command
          .option("--run <regex>", text("runPattern"))
          .option("--decision <name>", text("onlyDecision"))
          .option("--watch", text("watchTests"))
          .option("--fail-on-empty", text("failOnEmpty")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/test.ts")).test,
  },
  {
    name: "coverage",
    group: "write",
    operands: ["[paths...]"],
    options: (command, text) =>
      formatted(
        command
          .option("--decision <name>", text("onlyDecision"))
          .option("--lines", text("coverageLines"))
          .option("--suggest", text("coverageSuggest"))
          .option("--min <percent>", text("coverageMin"))
          .option("--min-mcdc <percent>", text("coverageMinMcdc"))
          .option("--unique-cause", text("uniqueCause"))
          .option("--from <examples|population>", text("coverageFrom"))
          .option("--profile <name>", text("profile"))
          .option("--customers <n>", text("customers"))
          .option("--seed <text>", text("seed")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/coverage.ts")).coverage,
  },
  {
    name: "mutate",
    group: "write",
    operands: ["[paths...]"],
    options: (command, text) =>
      formatted(
        command
          .option("--decision <name>", text("onlyDecision"))
          .option("--limit <n>", text("mutateLimit"))
          .option("--suggest", text("mutateSuggest"))
          .option("--min <percent>", text("mutateMin"))
          .option("--all", text("mutateAll")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/mutate.ts")).mutate,
  },
  {
    name: "prove",
    group: "ci",
    operands: ["[policies...]"],
    options: (command, text) =>
      found(
        command
          .option("--run <regex>", text("proveRun"))
          .option("--budget <nodes>", text("proveBudget"))
          .option("--repair", text("proveRepair"))
          .option("--apply [number]", text("proveApply"))
          .option("--save-example", text("proveSaveExample"))
          .option("--smtlib <folder>", text("proveSmtlib"))
          .option("--profile <name>", text("profile"))
          .option("--customers <n>", text("customers"))
          .option("--seed <text>", text("seed")),
        text,
      ),
    load: async () => (await import("./commands/prove.ts")).prove,
  },
  {
    name: "effects",
    group: "compare",
    operands: ["<scenario>"],
    options: (command, text) =>
      formatted(
        simulated(command, text).option("--only <name>", text("onlyMechanism"), collect).option("--measure <name>", text("effectMeasure")),
        text("formatEffects"),
        text,
      ),
    load: async () => (await import("./commands/effects.ts")).effects,
  },
  {
    name: "verification",
    group: "compare",
    operands: ["[scenario]"],
    options: (command, text) => formatted(simulated(command, text).option("--factors <name,…>", text("factors"), collect), text("formatText"), text),
    load: async () => (await import("./commands/verification.ts")).verification,
  },
  {
    name: "compare",
    group: "compare",
    operands: ["<scenario>", "[report]"],
    options: (command, text) => reported(
        simulated(command, text)
          .option("--replications <n>", text("replications"))
          .option("--require <claim>", text("require"), collect)
          .option("--maximise <measure>", text("maximise"), collect)
          .option("--minimise <measure>", text("minimise"), collect),
        text,
      ),
    load: async () => (await import("./commands/compare.ts")).compare,
  },
  ...searchSpecs,
  {
    name: "diff",
    group: "compare",
    operands: ["<policy>", "[policy]"],
    options: (command, text) =>
      formatted(
        command
          .option("--rev <revision>", text("diffRev"))
          .option("--prove", text("diffProve"))
          .option("--profile <name>", text("profile"))
          .option("--customers <n>", text("customers"))
          .option("--seed <text>", text("seed")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "backtest",
    group: "compare",
    operands: ["<policy>"],
    options: (command, text) =>
      told(
        command
          .option("--csv <file>", text("backtestCsv"))
          .option("--map <file>", text("backtestMap"))
          .option("--against <policy>", text("backtestAgainst"))
          .option("--scorecard <file>", text("backtestScorecard"))
          .option("--score <fact>", text("backtestScore"))
          .option("--higher-is-worse", text("higherIsWorse"))
          .option("--split <rule>", text("backtestSplit"))
          .option("--outcome <column>", text("backtestOutcome"))
          .option("--moment <name>", text("backtestMoment"), collect)
          .option("--set <fact=value>", text("setFact"), collect)
          .option("--file-only", text("fileOnly"))
          .option("--bands <n>", text("backtestBands"))
          .option("--cut-offs <n>", text("backtestCutOffs"))
          .option("--require <claim>", text("backtestRequire"), collect)
          .option("--profile <name>", text("profile"))
          .option("--seed <text>", text("seed"))
          .option("--strict", text("strict")),
        text,
      ),
    load: async () => (await import("./commands/backtest.ts")).backtest,
  },
  {
    name: "validate",
    group: "ci",
    operands: [],
    options: (command, text) =>
      formatted(
        command
          .option("--run <regex>", text("validateRun"))
          .option("--data <folder>", text("validateData"))
          .option("--customers <n>", text("validateCustomers"))
          .option("--seed <text>", text("seed"))
          .option("--fail-level <level>", text("failLevel")),
        text("formatText"),
        text,
      ),
    load: async () => (await import("./commands/validate.ts")).validate,
  },
  {
    name: "init",
    group: "write",
    operands: ["[folder]"],
    options: (command, text) => command.option("--policy <name>", text("initPolicy")),
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "schema",
    group: "write",
    operands: [],
    options: (command, text) => command.option("--write <folder>", text("writeSchemas")).option("--check", text("checkSchemas")),
    load: async () => (await import("./commands/schema.ts")).schema,
  },
  {
    name: "doctor",
    group: "ci",
    operands: [],
    options: (command, text) => formatted(command, text("formatText"), text),
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
];
