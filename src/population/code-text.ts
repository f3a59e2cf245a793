/** The usual code, already as it is compared. */
const plainNumber = /^(?:0|-?[1-9]\d{0,8})$/;
const wholeNumber = /^[+-]?\d{1,15}(?:\.0*)?$/;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A code as it is compared: trimmed, and `01`, `1` and `1.0` are the same. */
export function codeText(cell: string): string {
  if (plainNumber.test(cell)) return cell;
  const trimmed = cell.trim();
  return wholeNumber.test(trimmed) ? String(Number(trimmed) + 0) : trimmed;
}

/** The number that a cell says; NaN where it says none. No separators, no signs of money, no hexadecimals. */
export function numberIn(cell: string): number {
  const trimmed = cell.trim();
  const value = number.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}
