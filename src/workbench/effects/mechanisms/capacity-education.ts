import type { Mechanism } from "../mechanism.ts";

const procedures = "policies.silent-auto-enrolment.procedures";

/** Education and a confirmed cost table, against neither, where many misjudge their capacity. */
export const capacityEducation: Mechanism = {
  name: "capacity-education",
  title: { en: "education and a cost table against misjudged capacity", zh: "以教育与费用表减少错估" },
  claim: { en: "Told what credit costs, customers borrow closer to what they can carry", zh: "了解信贷成本后，客户的借款更接近其承受力" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, "population.customers": 1500, "assumptions.overborrowing": 2, "assumptions.noticePopUp": 0, "assumptions.noticeGuide": 0, "assumptions.noticeFirstStatement": 0 },
  off: { [`${procedures}.education`]: [] },
  on: {
    [`${procedures}.education`]: ["pop-up", "guide", "first-statement"],
    [`${procedures}.enrolment.application.costTable`]: { shown: true, confirm: true, readSeconds: 10 },
  },
  moves: [
    { measure: "creditShareOfSales", to: "down" },
    { measure: "burdenAtInability", to: "down" },
  ],
  stays: ["considered"],
};
