import type { Command } from "commander";

/** Help texts by key, in one language. */
export type Words = (key: string) => string;

/** Options that change what is simulated. */
export function simulated(command: Command, text: Words): Command {
  return onBook(populated(command, text), text).option("--policy <name>", text("policy"), collect).option("--months <n>", text("months"));
}

/** Options that say on which book a policy begins, and when challengers take over from the champion. */
export function onBook(command: Command, text: Words): Command {
  return command.option("--book <empty|seasoned>", text("book")).option("--switch-month <n>", text("switchMonth"));
}

/** Options that change who the customers are. */
export function populated(command: Command, text: Words): Command {
  return command
    .option("--seed <text>", text("seed"))
    .option("--customers <n>", text("customers"))
    .option("--set <path=value>", text("set"), collect)
    .option("--csv <file>", text("csv"))
    .option("--strict", text("strict"));
}

/** Options that change what is reported. */
export function reported(command: Command, text: Words): Command {
  return formatted(command, text("formatReport"), text)
    .option("-o, --output <format=path>", text("output"), collect)
    .option("--by <fact,…>", text("by"), collect)
    .option("--gate", text("gate"));
}

/** Options of commands whose report has formats of its own, on stdout and in files. */
export function told(command: Command, text: Words): Command {
  return formatted(command, text("formatTold"), text).option("-o, --output <format=path>", text("outputSearch"), collect);
}

/** Options of commands that tell findings. */
export function found(command: Command, text: Words): Command {
  return formatted(command, text("formatLint"), text)
    .option("-o, --output <format=path>", text("outputFindings"), collect)
    .option("--fail-level <level>", text("failLevel"))
    .option("--baseline <file>", text("baseline"))
    .option("--update-baseline", text("updateBaseline"));
}

/** Options of the format of stdout. */
export function formatted(command: Command, formats: string, text: Words): Command {
  return command.option("--format <name>", formats).option("--json", text("json"));
}

/** Gathers an option that may be given more than once. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
