export { computeMeasures, computeMeasuresAt, poolReplications, sampleMeasures } from "./compute.ts";
export { figure, grouped } from "./figure.ts";
export { judgedTally, type RuleSeverity } from "./judged-tally.ts";
export { measureGroups, type Interval, type Measure, type MeasureGroup, type MeasureValue, type Unit } from "./measure.ts";
export { measureNamed, measures } from "./measures.ts";
export { monthlySeries } from "./monthly-series.ts";
export type { MeasureSample } from "./sample.ts";
export { vintageCurves, type VintageCurve, type VintageKind, type VintagePoint } from "./vintage-curves.ts";
export type { LawFinding, Tally } from "../simulation/index.ts";
