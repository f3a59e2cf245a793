import { drawSvg } from "./draw.ts";
import type { Figure } from "./figure.ts";
import { style } from "./style.ts";

/** Pictures that stand outside the page: the names of its colours are replaced by the colours of the light page. */
export function standAloneFigures(figures: readonly Figure[]): readonly { readonly name: string; readonly text: string }[] {
  return figures.map((figure) => ({ name: `${figure.id}.svg`, text: `${drawSvg(figure).replaceAll(/var\(--([a-z0-9]+)\)/gu, (_, name: string) => light.get(name) ?? "#000")}\n` }));
}

/** The colours of the light page, by name. */
const light: ReadonlyMap<string, string> = new Map([...style.slice(0, style.indexOf("@media")).matchAll(/--([a-z0-9]+):(#[0-9a-f]+)/gu)].map(([, name = "", color = ""]) => [name, color]));
