/** Two groups and how many of each succeed: those of `group` among `of`, those of the reference among `ofReference`. */
export interface TwoByTwo {
  readonly group: number;
  readonly of: number;
  readonly reference: number;
  readonly ofReference: number;
}
