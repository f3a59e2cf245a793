import { meanFen } from "../define.ts";

/** Cost of acquisition per account: what winning customers cost ÷ accounts booked. Fen. No data where none was booked. */
export const acquisitionPerAccount = meanFen({
  name: "acquisitionPerAccount",
  group: "money",
  title: { en: "Acquisition cost per account booked", zh: "每个入账账户的获客成本" },
  numerator: { en: "cost of winning customers", zh: "获客成本" },
  denominator: { en: "accounts booked", zh: "入账账户数" },
  excludes: { en: "marketing contacts, which cost nothing in the model", zh: "营销触达（模型中不计成本）" },
  of: "acquisitionCostFen",
  among: "booked",
  better: "lower",
  matters: 500,
  assumed: true,
});
