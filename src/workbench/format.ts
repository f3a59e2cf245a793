import { suggest } from "./suggest.ts";
import { flag, textFlag, type Call } from "./call.ts";
import { UsageError } from "./world.ts";

/** The format asked for with `--format` or `--json`, the first of those that the command knows where none is. */
export function formatOf<Format extends string>(call: Call, formats: readonly [Format, ...Format[]]): Format {
  const written = textFlag(call, "format");
  if (flag(call, "json")) {
    if (written !== undefined && written !== "json")
      throw new UsageError({
        en: `--json and --format \`${written}\` are two formats; give one`,
        zh: `--json 与 --format \`${written}\` 是两种格式；请只给一种`,
      });
    return asFormat("json", formats);
  }
  return written === undefined ? formats[0] : asFormat(written, formats);
}

/** Formats that people call by the ending of their files. */
const short: ReadonlyMap<string, string> = new Map([["md", "markdown"], ["txt", "pretty"]]);

/** A format by name; a UsageError for one that is not among them. */
export function asFormat<Format extends string>(name: string, formats: readonly Format[]): Format {
  const known = formats.find((format) => format === (short.get(name) ?? name));
  if (known !== undefined) return known;
  const hint = suggest(name, formats);
  throw new UsageError({
    en: `there is no format \`${name}\` here; ${hint.en}`,
    zh: `此处没有格式 \`${name}\`；${hint.zh}`,
  });
}
