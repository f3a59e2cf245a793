/** Sizes of the parts of the screen, in cells; a pure function of the terminal's size. */
export interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly tooSmall: boolean;
  /** Rows between the tabs and the foot. */
  readonly body: number;
  /** Rows below a table for what there is to see in it; none where the table needs them itself. */
  readonly pane: number;
}

export const columnsMin = 60;
export const rowsMin = 16;

/** Title and tabs above, status and keys below, and one row never written: no terminal scrolls. */
export function layout(columns: number, rows: number): Layout {
  const body = Math.max(1, rows - 5);
  return {
    columns,
    rows,
    tooSmall: columns < columnsMin || rows < rowsMin,
    body,
    pane: body < 20 ? 0 : Math.min(12, Math.floor(body * 0.3)),
  };
}
