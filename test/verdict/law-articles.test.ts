import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articlesOf, compareArticles } from "../../src/verdict/index.ts";

const cited = (en: string, zh: string) => articlesOf({ en, zh }).map(({ law, article }) => [law.en, law.zh, article]);

test("a citation names its laws and articles, in both languages", () => {
  expect(cited("Civil Code art 140(2) (silence is not consent); Consumer Rights Law art 9, 10, 16(3)", "民法典第一百四十条第二款（沉默不视为同意）；消费者权益保护法第九条、第十条、第十六条第三款")).toEqual([
    ["Civil Code", "民法典", "140(2)"],
    ["Consumer Rights Law", "消费者权益保护法", "9"],
    ["Consumer Rights Law", "消费者权益保护法", "10"],
    ["Consumer Rights Law", "消费者权益保护法", "16(3)"],
  ]);
  expect(cited("Directive (EU) 2023/2225 art 18(1), (3), (6)", "《消费者信贷指令》（(EU) 2023/2225）第18条第1、3、6款").map(([, , article]) => article)).toEqual(["18(1)", "18(3)", "18(6)"]);
  expect(cited("A Law art 3 (of which; art 9 is another matter)", "甲法第三条（其中；第九条另有规定）")).toEqual([["A Law", "甲法", "3"]]);
  expect(cited("GB/T 35273-2020 5.2", "GB/T 35273-2020 第5.2条")).toEqual([["GB/T 35273-2020", "GB/T 35273-2020", "5.2"]]);
  expect(cited("Jingui [2026] No 2, from 2026-08-01", "金规〔2026〕2号，自2026年8月1日起施行")).toEqual([["Jingui [2026] No 2", "金规〔2026〕2号", null]]);
});

test("articles stand in the order of the law", () => {
  const articles = ["24(3)", "9", null, "24", "140(2)", "24(1)", "22(1)(ii)", "22(1)(i)", "40(iv)", "40(iii)"];
  expect(articles.toSorted(compareArticles)).toEqual([null, "9", "22(1)(i)", "22(1)(ii)", "24", "24(1)", "24(3)", "40(iii)", "40(iv)", "140(2)"]);
});

test("every shipped rule stands under a law, with a Chinese name in the packs of China", () => {
  for (const name of ["cn", "eu", "uk"]) {
    const pack = JSON.parse(readFileSync(join(import.meta.dirname, "../../rules/laws", `${name}.json`), "utf8")) as { rules: { name: string; citation: { en: string; zh: string } }[] };
    for (const { name: rule, citation } of pack.rules) {
      const articles = articlesOf(citation);
      expect(articles.length, rule).toBeGreaterThan(0);
      for (const { law, article } of articles) {
        expect(law.en, rule).toMatch(/^[A-Z0-9]/u);
        expect(law.en, rule).not.toMatch(/[;:]| art /u);
        expect(law.zh, rule).not.toMatch(/[；：，]$|第[一二三四五六七八九十]+条/u);
        if (name === "cn" && !/^(?:GB|JR)/u.test(law.en)) expect(law.zh, rule).toMatch(/[一-鿿]/u);
        if (article !== null) expect(citation.en, rule).toContain(article.replace(/\(.*$/u, ""));
      }
    }
  }
});
