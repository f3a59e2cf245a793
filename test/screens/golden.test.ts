// Each tab as it stands on a terminal of 100 × 30; a change is reviewed as a diff.
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawScreen } from "../../src/view/screens/frame.ts";
import { leavingSummary } from "../../src/view/index.ts";
import { after, modelOf, report, textOf, typed } from "./scene.ts";

const tabsAt = [["overview", ""], ["default", "2"], ["compliance", "3"], ["trade-offs", "4"], ["help", "?"]] as const;

test.each(tabsAt.flatMap(([name, keys]) => (["en", "zh"] as const).map((lang) => [name, lang, keys] as const)))("the %s stands as reviewed (%s)", async (name, lang, keys) => {
  const model = modelOf({ lang });
  const text = textOf(drawScreen({ ...model, state: after(typed(keys), model) }));
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", `${name}.${lang}.txt`));
});

test.each(["en", "zh"] as const)("the summary that stays is short and stands as reviewed (%s)", async (lang) => {
  const text = leavingSummary(report, { lang, color: false, width: 100, ascii: false });
  expect(text.split("\n").length).toBeLessThan(25);
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "golden", `leaving.${lang}.txt`));
});
