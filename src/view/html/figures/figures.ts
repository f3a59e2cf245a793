import type { Drawing, Figure } from "../figure.ts";
import { pathFigures, ruleFigures, spreadFigures } from "./bar-figures.ts";
import { groupFigures } from "./group-figures.ts";
import { lateFigures } from "./late-figure.ts";
import { lawFigures } from "./law-figure.ts";
import { tradeOffFigures } from "./trade-off-figure.ts";
import { vintageFigures } from "./vintage-figure.ts";

/** Every picture of a report, in reading order. */
export function figuresOf(drawing: Drawing): readonly Figure[] {
  return [tradeOffFigures, vintageFigures, lateFigures, pathFigures, spreadFigures, groupFigures, lawFigures, ruleFigures].flatMap((make) => make(drawing));
}
