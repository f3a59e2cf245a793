import type { CommanderError } from "commander";
import { escapeControl, type Text } from "../base/index.ts";
import { commandTexts } from "./command-texts.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

interface Context {
  readonly args: readonly string[];
  /** Names of all commands. */
  readonly commands: readonly string[];
}

/** A mistake in the command line in our words, one line, with nothing in it that acts on a terminal. */
export function usageMessage(error: UsageError | CommanderError, context: Context): Text {
  const { en, zh } = error instanceof UsageError ? error.text : commanderText(error, context);
  return { en: escapeControl(en), zh: escapeControl(zh) };
}

/** commander's own errors. */
function commanderText({ code, message }: CommanderError, { args, commands }: Context): Text {
  const quoted = [...message.matchAll(/'(.*?)'/gsu)].map((match) => match[1] ?? "");
  const [first = "", second = ""] = quoted;
  switch (code) {
    case "commander.unknownOption":
      return unknownOption(first, message);
    case "commander.missingArgument":
      return { en: `\`${first}\` is missing; --help shows what the command takes`, zh: `缺少参数“${commandTexts[`<${first}>`]?.zh ?? first}”；--help 可查看用法` };
    case "commander.optionMissingArgument":
      return { en: `option \`${first}\` needs a value`, zh: `选项 \`${first}\` 缺少值` };
    case "commander.excessArguments":
      return excess(args, { commands, message });
    case "commander.help":
      return unknownCommand(args[1] ?? "", commands);
    case "commander.unknownCommand":
      return unknownCommand(first, commands);
    case "commander.invalidArgument":
    case "commander.invalidOptionArgument":
      return { en: `\`${first}\` does not take this value: ${plain(message)}`, zh: `\`${first}\` 不接受该值` };
    case "commander.missingMandatoryOptionValue":
      return { en: `option \`${first}\` is missing`, zh: `缺少选项 \`${first}\`` };
    case "commander.conflictingOption":
      return { en: `options \`${first}\` and \`${second}\` do not go together`, zh: `选项 \`${first}\` 与 \`${second}\` 不能同时使用` };
    default:
      return { en: plain(message), zh: `命令行有误，--help 可查看用法（${plain(message)}）` };
  }
}

const plain = (message: string): string => message.replace(/^error: /u, "").replaceAll("'", "`");

function unknownOption(option: string, message: string): Text {
  const guesses = /\(Did you mean (?:one of )?(.+?)\?\)/u.exec(message)?.[1]?.split(", ") ?? [];
  const list = guesses.map((guess) => `\`${guess}\``);
  if (list.length === 0) return { en: `there is no option \`${option}\`; --help lists them`, zh: `没有选项 \`${option}\`；--help 可列出全部选项` };
  return { en: `there is no option \`${option}\`; did you mean ${list.join(" or ")}?`, zh: `没有选项 \`${option}\`；是否指 ${list.join(" 或 ")}？` };
}

/** Too many operands: of a command, or of a first word that was meant as a command. */
function excess(args: readonly string[], { commands, message }: { readonly commands: readonly string[]; readonly message: string }): Text {
  const command = commands.find((name) => message.includes(`for '${name}'`));
  if (command === undefined) return unknownCommand(args.find((arg) => !arg.startsWith("-")) ?? "", commands);
  const [, most = "0", got = ""] = /Expected (\d+) arguments? but got (\d+)/u.exec(message) ?? [];
  return {
    en: `${command} takes ${most === "0" ? "no operands" : most === "1" ? "one operand" : `${most} operands`} and got ${got}; options begin with --`,
    zh: `${command} ${most === "0" ? "不接受参数" : `只接受 ${most} 个参数`}，实际给出 ${got} 个；选项以 -- 开头`,
  };
}

function unknownCommand(word: string, commands: readonly string[]): Text {
  const hint = suggest(word, commands);
  return { en: `there is no command \`${word}\`; ${hint.en}`, zh: `没有命令 \`${word}\`；${hint.zh}` };
}
