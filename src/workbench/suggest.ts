import { nearest, type Text } from "../base/index.ts";

/** Names shown where none is near; the rest is counted. */
const shown = 12;

/** What to say of a name that does not exist: the one that was meant, or what there is. */
export function suggest(name: string, known: readonly string[]): Text {
  const guess = nearest(name, known);
  if (guess !== undefined) return { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` };
  if (known.length === 0) return { en: "there are none", zh: "目前一个也没有" };
  const list = known.slice(0, shown).map((each) => `\`${each}\``);
  const rest = known.length - list.length;
  return {
    en: `there are: ${list.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
    zh: `现有：${list.join("、")}${rest > 0 ? ` 等 ${known.length} 项` : ""}`,
  };
}
