import type { Lang, Text } from "../base/index.ts";
import type { World } from "./world.ts";

/** Tells how far work is; `end` clears the line. */
export interface ProgressLine {
  update(done: number, total: number, pass?: { readonly number: number; readonly of: number }): void;
  end(): void;
}

/**
 * A line on stderr with a bar, customers (or another unit) a second and time left, after a second of work.
 * Nothing where stderr is no terminal, in CI, or under --quiet.
 */
export function progressLine(world: World, { lang, quiet, unit = customers }: { readonly lang: Lang; readonly quiet: boolean; readonly unit?: Text }): ProgressLine {
  const silent = quiet || !world.stderr.isTTY || world.env["CI"] !== undefined;
  const started = performance.now();
  let shown = 0;
  return {
    update: (done, total, pass) => {
      const now = performance.now();
      if (silent || now - started < 1000 || now - shown < 100) return;
      shown = now;
      world.stderr.write(`\r\u001B[2K${words({ done, total, seconds: (now - started) / 1000 }, unit[lang], lang)}${passWords(pass, lang)}`);
    },
    end: () => {
      if (shown > 0) world.stderr.write("\r\u001B[2K");
    },
  };
}

/** Which pass it is, where there is more than one: the first finds how long cases wait, the last lives with it. */
function passWords(pass: { readonly number: number; readonly of: number } | undefined, lang: Lang): string {
  if (pass === undefined || pass.of === 1) return "";
  return lang === "zh" ? `  第 ${pass.number} 轮，共 ${pass.of} 轮` : `  pass ${pass.number} of ${pass.of}`;
}

const customers: Text = { en: "customers", zh: "位客户" };

function words({ done, total, seconds }: { readonly done: number; readonly total: number; readonly seconds: number }, unit: string, lang: Lang): string {
  const cells = 24;
  const full = Math.round((done / total) * cells);
  const bar = "#".repeat(full) + ".".repeat(cells - full);
  const speed = Math.round(done / seconds).toLocaleString("en-US");
  const left = Math.ceil(((total - done) / Math.max(1, done)) * seconds);
  const percent = Math.floor((done / total) * 100);
  return lang === "zh" ? `[${bar}] ${percent} %  每秒 ${speed} ${unit}  剩余 ${left} 秒` : `[${bar}] ${percent} %  ${speed} ${unit}/s  ${left} s left`;
}
