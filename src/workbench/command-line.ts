import { Command, CommanderError, Option } from "commander";
import type { Lang, Text } from "../base/index.ts";
import { commandTexts } from "./command-texts.ts";
import { reported, simulated } from "./command-options.ts";
import { specs, type CommandSpec } from "./command-specs.ts";
import { british } from "./spelling.ts";
import { UsageError, type World } from "./world.ts";
import type { Call } from "./call.ts";
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
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (!(error instanceof CommanderError) && !(error instanceof UsageError)) throw error;
    const { usageMessage } = await import("./usage-message.ts");
    world.stderr.write(`policy-bench: ${usageMessage(error, { args, commands: specs.map(({ name }) => name) })[lang]}\n`);
    return 2;
  }
}

/** The language before flags are parsed, so that help and usage errors speak it too. */
function langHint(args: readonly string[], world: World): Lang {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const said = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  const { env } = world;
  const words = [said, env["POLICY_BENCH_LANG"], env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]];
  return /^zh/iu.test(words.find((word) => word !== undefined && word !== "") ?? "") ? "zh" : "en";
}

/** American spellings of commands are understood. */
function respell(args: readonly string[]): string[] {
  const [first = "", ...rest] = args;
  const ours = british(first);
  return specs.some(({ name }) => name === ours) ? [ours, ...rest] : [...args];
}

function describeProgram(lang: Lang, world: World, outcome: Outcome): Command {
  const text = (key: string): string => textOf(key)[lang];
  const program = prepare(new Command("policy-bench"), lang)
    .description(text("program"))
    .usage(text("programUsage"))
    .version(version, "-V, --version", text("version"))
    .argument("[scenario]", text("scenario"))
    .addHelpText("after", `\n${text("after")}`)
    .helpCommand(textOf("helpUsage")[lang], textOf("helpCommand")[lang])
    .commandsGroup(text("Commands:"))
    .enablePositionalOptions();
  common(reported(simulated(program, text), text), text)
    .option("--plain", text("plain"))
    .option("--no-watch", text("noWatch"))
    .action(async (...received: unknown[]) => {
      const call = callOf(received, world);
      const { checkScenarioOperand } = await import("./check-operand.ts");
      checkScenarioOperand(call, specs.map(({ name }) => name));
      const { bare } = await import("./commands/bare.ts");
      outcome.code = await bare(call);
    });
  for (const spec of specs) describeCommand(program, spec, { lang, world, outcome });
  speakThrough(program, world);
  return program;
}

interface Describing {
  readonly lang: Lang;
  readonly world: World;
  readonly outcome: Outcome;
}

function describeCommand(program: Command, spec: CommandSpec, { lang, world, outcome }: Describing): void {
  const text = (key: string): string => textOf(key)[lang];
  const words = spec.operands.map((operand) => operand.replace(/\w+/u, (word) => text(`<${word}>`)));
  const command = prepare(program.command([spec.name, ...spec.operands].join(" ")), lang)
    .description(text(spec.name))
    .usage([text("[options]"), ...words].join(" "))
    .helpCommand(false)
    .helpGroup(text(`group-${spec.group}`));
  common(spec.options(command, text), text).action(async (...received: unknown[]) => {
    const run = await spec.load();
    outcome.code = await run(callOf(received, world));
  });
}

function prepare(command: Command, lang: Lang): Command {
  return command
    .helpOption("-h, --help", textOf("help")[lang])
    .configureHelp({
      styleTitle: (title) => textOf(title)[lang],
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`.replace(`${textOf("[options]")[lang]} `, "").replace(textOf("[options]")[lang], "").trimEnd(),
    })
    .exitOverride();
}

/** Help goes to our streams; errors are put into words where they are caught. */
function speakThrough(program: Command, world: World): void {
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (line) => world.stdout.write(line),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => (world.stdout.isTTY ? Math.max(60, Math.min(120, world.stdout.columns || 100)) : 100),
    });
  }
}

function common(command: Command, text: (key: string) => string): Command {
  return command
    .option("--lang <en|zh>", text("lang"))
    .option("--no-color", text("noColor"))
    .option("--ascii", text("ascii"))
    .option("--quiet", text("quiet"))
    .addOption(new Option("--threads <n>", text("threads")));
}

/** commander passes operands, then flags, then the command, which knows them all; flags may stand before it too. */
function callOf(received: readonly unknown[], world: World): Call {
  const command = received.at(-1);
  if (!(command instanceof Command)) throw new Error("commander passed no command");
  const own = command.opts();
  // `--no-watch` is the screen's own; `--watch` of a command is another flag.
  const { watch: _watch, ...before } = command.parent?.opts() ?? {};
  return { operands: command.args, flags: { ...before, ...own, color: before["color"] !== false && own["color"] !== false }, world };
}

function textOf(key: string): Text {
  return commandTexts[key] ?? { en: key, zh: key };
}
