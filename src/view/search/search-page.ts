import type { Lang } from "../../base/index.ts";
import type { SearchInputs } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import type { Figure } from "../html/figure.ts";
import { pageOfParts } from "../html/page-of-parts.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { counted } from "../text/counted.ts";

/** A search as a page; where there are pictures, the sketches of the text are left out. */
export function searchPage(parts: readonly ComparePart[], { customers, months }: Pick<SearchInputs, "customers" | "months">, lang: Lang, figures: readonly Figure[] = []): PartsPage {
  const size = [counted(customers, "customer", lang), counted(months, "month", lang)].join(lang === "en" ? ", " : "，");
  const shown = figures.length === 0 ? parts : parts.map(({ picture: _picture, ...part }) => part);
  return pageOfParts(shown, { size, figures });
}
