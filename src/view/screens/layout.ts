/** Sizes of the parts of the screen, in cells; a pure function of the terminal's size. */
export interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly tooSmall: boolean;
  /** Rows between the tabs and the foot. */
  readonly body: number;
  /** Whether the explanation beside a table has room. */
  readonly wide: boolean;
}

export const columnsMin = 60;
export const rowsMin = 16;

/** Title, tabs and rule above; rule and keys below. Never a row more than the terminal has. */
export function layout(columns: number, rows: number): Layout {
  return {
    columns,
    rows,
    tooSmall: columns < columnsMin || rows < rowsMin,
    body: Math.max(1, rows - 5),
    wide: columns >= 110,
  };
}
