/** A confidence interval, both ends included. What it covers is for its user to say. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}
