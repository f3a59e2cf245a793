import { filledTo, type FootKey, type PageContext, type PageView } from "./context.ts";
import type { Target } from "./place.ts";
import { span, type Line } from "./span.ts";

/** A line of a page that is read from top to bottom; some lead further down. */
export interface PageRow {
  readonly line: Line;
  readonly go?: Target | undefined;
  /** What other keys do on it. */
  readonly keys?: Readonly<Record<string, Target>> | undefined;
  /** A heading: `[` and `]` jump to it. */
  readonly heads?: boolean | undefined;
}

export interface TextPage {
  readonly crumb: string;
  readonly rows: readonly PageRow[];
  /** Lines that stay in sight above. */
  readonly above?: readonly Line[];
  /** Where the cursor stands until it is moved; the first line that leads on where that is in sight. */
  readonly first?: number | undefined;
  /** How far down the window the cursor stands once the page has scrolled: 0 at its top, 1 at its end. */
  readonly anchor?: number;
  readonly keys?: Readonly<Record<string, Target>>;
  readonly foot?: readonly FootKey[];
}

/** Rows of plain text. */
export const textRows = (lines: readonly Line[]): readonly PageRow[] => lines.map((line) => ({ line }));

/** A page of text with a cursor: lines that lead on say so with an arrow, and Enter follows them. */
export function textPage({ layout, cursor: moved, pen }: PageContext, { crumb, rows, above = [], first, anchor = 0.75, keys = {}, foot = [] }: TextPage): PageView {
  const height = Math.max(1, layout.body - 1 - above.length);
  const link = rows.findIndex(({ go }) => go !== undefined);
  const start = first ?? (link >= 0 && link < height ? link : 0);
  const cursor = Math.max(0, Math.min(rows.length - 1, moved ?? start));
  const row = rows[cursor];
  // Enter on a row that leads nowhere goes to the next that does: on a low screen the first may be out of sight.
  const after = rows.findIndex(({ go }, at) => at > cursor && go !== undefined);
  const jump: Target | undefined = after < 0 ? undefined : { stand: after };
  const enter = row?.go ?? jump;
  const from = Math.max(0, Math.min(cursor - Math.floor(height * anchor), rows.length - height));
  const lines = rows.slice(from, from + height).map((each, at) => shown(each, from + at === cursor, pen.ascii));
  return {
    crumb,
    lines: [...above, ...filledTo(lines, height)],
    rows: rows.length,
    cursor,
    of: rows.length,
    groups: rows.flatMap(({ heads }, at) => (heads === true ? [at] : [])),
    keys: { ...(enter === undefined ? {} : { enter, " ": enter }), ...keys, ...row?.keys, ...(row?.go === undefined ? {} : { enter: row.go, " ": row.go }) },
    foot: [...(link >= 0 ? [followKey] : []), ...foot],
  };
}

const followKey: FootKey = ["Enter", { en: "follow", zh: "查看" }];

function shown({ line, go }: PageRow, chosen: boolean, ascii: boolean): Line {
  const leads = go !== undefined && !("why" in go);
  const marked = leads ? [...line, span(ascii ? " ->" : " →", { color: "cyan", bold: true })] : line;
  if (!chosen) return [span(" "), ...marked];
  const mark = span(">", { inverse: true, bold: true });
  return leads ? [mark, ...marked.map((part) => ({ ...part, inverse: true, dim: false }))] : [mark, ...marked];
}
