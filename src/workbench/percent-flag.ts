import { textFlag, type Call } from "./call.ts";
import { UsageError } from "./world.ts";

/** A percentage from 0 to 100, `80` or `80%`; undefined where the flag was not given. Throws a UsageError that names it. */
export function percentFlag(call: Call, name: string, shown: string): number | undefined {
  const written = textFlag(call, name);
  if (written === undefined) return undefined;
  const bare = written.trim().replace(/%$/u, "");
  const value = Number(bare);
  if (bare !== "" && value >= 0 && value <= 100) return value;
  throw new UsageError({ en: `${shown} is \`${written}\`; use a percentage from 0 to 100`, zh: `${shown} 的值为 \`${written}\`；请用 0 到 100 的百分数` });
}
