// Each tab and page as it stands on a terminal of 100 × 30; a change is reviewed as a diff.
import { join } from "node:path";
import { expect, test } from "vitest";
import { leavingSummary } from "../../src/view/index.ts";
import { keysOf, pressed, told } from "./answers.ts";
import { modelOf, report, textOf } from "./scene.ts";

const pagesAt = [
  ["overview", ""], ["default", "2"], ["compliance", "3"], ["trade-offs", "4"], ["help", "?"], ["rules", "5"], ["customer", "6"], ["palette", ":clos"],
  ["law", "3⏎"], ["measure", ":closures refused⏎"], ["buckets", "2b"], ["bucket-months", "2s"], ["standing", "4⏎"], ["what-if", "5→"], ["rule", "5]⏎m"], ["person", "6⏎"], ["beside", "6⏎b"], ["decision", "6⏎]]↓↓↓⏎"],
] as const;

test.each(pagesAt.flatMap(([name, keys]) => (["en", "zh"] as const).map((lang) => [name, lang, keys] as const)))("the %s stands as reviewed (%s)", async (name, lang, keys) => {
  const model = modelOf({ lang });
  const text = textOf(told({ ...model, state: pressed(keysOf(keys), model) }));
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", `${name}.${lang}.txt`));
});

test.each([["overview", ""], ["rules", "5"], ["person", "6⏎"], ["bucket-months", "2s"]].flatMap(([name = "", keys = ""]) => [[name, 60, 16, keys], [name, 240, 70, keys]] as const))("the %s uses the room of %i × %i", async (name, columns, rows, keys) => {
  const model = modelOf({ columns, rows });
  const text = textOf(told({ ...model, state: pressed(keysOf(keys), model) }));
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", `${name}.${columns}x${rows}.txt`));
});

test("curves of buckets differ by letter in ASCII", async () => {
  const model = modelOf({ ascii: true });
  const text = textOf(told({ ...model, state: pressed(keysOf("2s"), model) }));
  for (const sign of "abcdx") expect(text, sign).toMatch(new RegExp(`\\|.*${sign}${sign}`, "u"));
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", "bucket-months.ascii.txt"));
});

test.each(["en", "zh"] as const)("the summary that stays is short and stands as reviewed (%s)", async (lang) => {
  const text = leavingSummary(report, { lang, color: false, width: 100, ascii: false });
  expect(text.split("\n").length).toBeLessThan(25);
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "golden", `leaving.${lang}.txt`));
});
