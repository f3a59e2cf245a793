import { Command, CommanderError, Option } from "commander";
import type { Lang, Text } from "../base/index.ts";
import { commandTexts, usageMessage } from "./command-texts.ts";
import { UsageError, type World } from "./world.ts";
import type { Call, CommandFunction } from "./call.ts";
import { version } from "./version.ts";

interface Outcome {
  code: number;
}

/** Runs one command line and returns the exit code. Errors that are no mistake of the user's pass through. */
export async function runCommandLine(args: readonly string[], world: World): Promise<number> {
  const lang = langHint(args, world);
  const outcome: Outcome = { code: 0 };
  const program = describeProgram(lang, world, outcome);
  try {
    await program.parseAsync(respell(args), { from: "user" });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`policy-bench: ${error.text[lang]}\n`);
    return 2;
  }
}

/** The language before flags are parsed, so that help and usage errors speak it too. */
function langHint(args: readonly string[], world: World): Lang {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const said = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  const locale = said ?? world.env["POLICY_BENCH_LANG"] ?? world.env["LC_ALL"] ?? world.env["LANG"] ?? "en";
  return locale.startsWith("zh") ? "zh" : "en";
}

/** American spellings are understood. */
function respell(args: readonly string[]): string[] {
  const first: Readonly<Record<string, string>> = { optimize: "optimise", enrollment: "enrolment" };
  return args.map((arg) => first[arg] ?? arg);
}

type Load = () => Promise<CommandFunction>;

interface CommandSpec {
  readonly name: string;
  readonly group: "run" | "write" | "compare" | "ci";
  readonly operands: string;
  readonly options: (command: Command, text: (key: string) => string) => Command;
  readonly load: Load;
}

const simulated = (command: Command, text: (key: string) => string): Command =>
  command
    .option("--policy <name>", text("policy"), collect)
    .option("--seed <text>", text("seed"))
    .option("--customers <n>", text("customers"))
    .option("--months <n>", text("months"))
    .option("--set <path=value>", text("set"), collect)
    .option("--csv <file>", text("csv"))
    .option("--strict", text("strict"));

const reported = (command: Command, text: (key: string) => string): Command =>
  command
    .option("--format <name>", text("format"))
    .option("-o, --output <format=path>", text("output"), collect)
    .option("--json", text("json"))
    .option("--by <fact,…>", text("by"), collect)
    .option("--gate", text("gate"));

const specs: readonly CommandSpec[] = [
  {
    name: "run",
    group: "run",
    operands: "<scenario>",
    options: (command, text) => reported(simulated(command, text), text),
    load: async () => (await import("./commands/run.ts")).run,
  },
  {
    name: "replay",
    group: "run",
    operands: "<scenario>",
    options: (command, text) =>
      simulated(command, text)
        .option("--customer <n>", text("customer"))
        .option("--where <condition>", text("where"), collect)
        .option("--format <name>", text("format"))
        .option("--json", text("json")),
    load: async () => (await import("./commands/replay.ts")).replay,
  },
  {
    name: "explain",
    group: "run",
    operands: "<policy> <decision>",
    options: (command, text) =>
      command
        .option("--facts <file>", text("facts"))
        .option("--moment <name>", text("moment"))
        .option("--set <fact=value>", text("setFact"), collect)
        .option("--format <name>", text("format"))
        .option("--json", text("json")),
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "population",
    group: "run",
    operands: "[scenario]",
    options: (command, text) =>
      simulated(command, text)
        .option("--describe", text("describe"))
        .option("--write-csv <file>", text("writeCsv"))
        .option("--sample <n>", text("sample"))
        .option("--format <name>", text("format"))
        .option("--json", text("json")),
    load: async () => (await import("./commands/population.ts")).population,
  },
  {
    name: "lint",
    group: "write",
    operands: "[paths...]",
    options: (command, text) => command.option("--format <name>", text("format")).option("--json", text("json")),
    load: async () => (await import("./commands/lint.ts")).lint,
  },
  {
    name: "test",
    group: "write",
    operands: "[paths...]",
    options: (command, text) =>
      command
        .option("--run <regex>", text("runPattern"))
        .option("--fail-on-empty", text("failOnEmpty"))
        .option("--format <name>", text("format"))
        .option("--json", text("json")),
    load: async () => (await import("./commands/test.ts")).test,
  },
  {
    name: "schema",
    group: "write",
    operands: "",
    options: (command, text) => command.option("--write <folder>", text("writeSchemas")).option("--check", text("checkSchemas")),
    load: async () => (await import("./commands/schema.ts")).schema,
  },
  {
    name: "doctor",
    group: "ci",
    operands: "",
    options: (command, text) => command.option("--json", text("json")),
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
];

function describeProgram(lang: Lang, world: World, outcome: Outcome): Command {
  const text = (key: string): string => textOf(key)[lang];
  const program = prepare(new Command("policy-bench"), lang, world)
    .description(text("program"))
    .version(version, "-V, --version", text("version"))
    .argument("[scenario]", text("scenario"))
    .addHelpText("after", `\n${text("after")}`)
    .enablePositionalOptions()
    .showSuggestionAfterError();
  common(reported(simulated(program, text), text), text)
    .option("--plain", text("plain"))
    .action(async (...received: unknown[]) => {
      const { bare } = await import("./commands/bare.ts");
      outcome.code = await bare(callOf(received, world));
    });
  for (const spec of specs) {
    const command = prepare(program.command(`${spec.name} ${spec.operands}`.trim()), lang, world)
      .description(text(spec.name))
      .helpGroup(text(`group-${spec.group}`));
    common(spec.options(command, text), text).action(async (...received: unknown[]) => {
      const run = await spec.load();
      outcome.code = await run(callOf(received, world));
    });
  }
  return program;
}

function prepare(command: Command, lang: Lang, world: World): Command {
  return command
    .helpOption("-h, --help", textOf("help")[lang])
    .helpCommand("help [command]", textOf("helpCommand")[lang])
    .configureHelp({ styleTitle: (title) => textOf(title)[lang] })
    .exitOverride()
    .configureOutput({
      writeOut: (line) => world.stdout.write(line),
      writeErr: (line) => world.stderr.write(line),
      outputError: (message, write) => write(`policy-bench: ${usageMessage(message, lang)}\n`),
    });
}

function common(command: Command, text: (key: string) => string): Command {
  return command
    .option("--lang <en|zh>", text("lang"))
    .option("--no-color", text("noColor"))
    .option("--ascii", text("ascii"))
    .option("--quiet", text("quiet"))
    .addOption(new Option("--threads <n>", text("threads")));
}

/** commander passes operands, then flags, then the command, which knows them all. */
function callOf(received: readonly unknown[], world: World): Call {
  const command = received.at(-1);
  const operands = command instanceof Command ? command.args : [];
  return { operands, flags: command instanceof Command ? command.optsWithGlobals() : {}, world };
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function textOf(key: string): Text {
  return commandTexts[key] ?? { en: key, zh: key };
}
