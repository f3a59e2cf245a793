import type { Text } from "../base/index.ts";

/** One article that a citation names; `article` is null where it names a law as a whole. */
export interface CitedArticle {
  readonly law: Text;
  /** As written: `16(3)`, `5.2`. */
  readonly article: string | null;
}

/**
 * The laws and articles of a citation, in its order. Parts stand between semicolons outside brackets; the articles of a
 * part follow `art`, `section` or a clause number. The Chinese citation has the same parts in the same order.
 */
export function articlesOf({ en, zh }: Text): readonly CitedArticle[] {
  const chinese = parts(zh, "；", "（", "）");
  return parts(en, ";", "(", ")").flatMap((part, at): CitedArticle[] => {
    // A remark that stands between semicolons begins like the middle of a sentence.
    if (/^[a-z]/u.test(part)) return [];
    const { law, articles } = readPart(part);
    const own = chinese[at];
    const name = { en: law, zh: own === undefined ? law : chineseName(own) };
    return articles.length === 0 ? [{ law: name, article: null }] : articles.map((article) => ({ law: name, article }));
  });
}

function parts(text: string, separator: string, opens: string, closes: string): readonly string[] {
  const found: string[] = [];
  let [depth, part] = [0, ""];
  for (const sign of text) {
    if (sign === opens || sign === "(") depth += 1;
    if (sign === closes || sign === ")") depth -= 1;
    if (sign === separator && depth === 0) {
      found.push(part.trim());
      part = "";
    } else part += sign;
  }
  return [...found, part.trim()].filter((one) => one !== "");
}

const paragraph = /^, (\([0-9ivx]+\))/u;
const numbered = /^\d+(?:\.\d+)*(?:\([0-9ivx]+\))*/u;

function readPart(part: string): { readonly law: string; readonly articles: readonly string[] } {
  const cut = /\s+(?:art|section)\s+(?=\d)/u.exec(part) ?? /\s+(?=\d+\.\d+)/u.exec(part);
  if (cut === null) return { law: withoutRemarks(part), articles: [] };
  const articles: string[] = [];
  let rest = part.slice(cut.index + cut[0].length);
  for (let match = numbered.exec(rest); match !== null; match = numbered.exec(rest)) {
    articles.push(match[0]);
    rest = rest.slice(match[0].length);
    // Paragraphs that follow belong to the same article: 18(1), (3), (6).
    for (let more = paragraph.exec(rest); more !== null; more = paragraph.exec(rest)) {
      articles.push(`${match[0].replace(/\(.*$/u, "")}${more[1] ?? ""}`);
      rest = rest.slice(more[0].length);
    }
    if (!rest.startsWith(", ")) break;
    rest = rest.slice(2);
  }
  return { law: withoutRemarks(part.slice(0, cut.index)), articles };
}

/** Less what is said about it: after a colon, from a comma that begins a date, and remarks in brackets. */
function withoutRemarks(law: string): string {
  const bare = law.replaceAll(/\s*\([^)]*not verified\)/gu, "").replaceAll(/\s*\((?![^)]*\d)[^)]*\s[^)]*\)/gu, "");
  return bare.replace(/:.*$/u, "").replace(/,\s*(?:from|as|in force)\s.*$/u, "").replace(/,$/u, "").trim();
}

function chineseName(part: string): string {
  const bare = part.replaceAll(/（[^）]*(?:未核实|条款)[^）]*）/gu, "");
  let depth = 0;
  for (let at = 0; at < bare.length; at++) {
    const sign = bare[at] ?? "";
    if (sign === "（") depth += 1;
    if (sign === "）") depth -= 1;
    const ends = sign === "：" || sign === "，" || /^\s*第[一二三四五六七八九十百千零\d.]+(?:条|章|节|至)/u.test(bare.slice(at));
    if (depth === 0 && ends) return bare.slice(0, at).trim();
  }
  return bare.trim();
}

/** Articles in their order: by number, then by paragraph; the law as a whole first. */
export function compareArticles(a: string | null, b: string | null): number {
  const keys = [a, b].map((article) => (article === null ? [] : (article.match(/\d+|[ivx]+/gu) ?? []).map((piece) => (/\d/u.test(piece) ? Number(piece) : roman(piece)))));
  const [one = [], other = []] = keys;
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function roman(text: string): number {
  return text.split("").reduce((sum, letter, at) => {
    const value = romans[letter] ?? 0;
    return value < (romans[text[at + 1] ?? ""] ?? 0) ? sum - value : sum + value;
  }, 0);
}
