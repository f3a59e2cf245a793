import { exp } from "../base/index.ts";
import { column, settle, type Draft, type Step } from "./draft.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** The groups' shifts of quality, the true income and the income on file. */
export const income: Step = {
  facts: ["customer.incomeMonthlyFen"],
  draw: (draft) => {
    shiftQuality(draft);
    drawTrueIncome(draft);
    drawIncomeOnFile(draft);
  },
};

/** Everybody has some means, be it pocket money: 300 yuan a month. */
const leastMeansFen = 30_000;
const mostIncomeFen = 1_000_000_000;

/** An import's quality comes from its signals; who belongs to which group is then no further evidence. */
function shiftQuality(draft: Draft): void {
  if (draft.given.size > 0) return;
  for (const { fact, code, shift } of draft.profile.shifts) {
    const values = column(draft, fact);
    for (let i = 0; i < draft.count; i++) {
      if (values[i] === code) draft.latent.quality[i] = (draft.latent.quality[i] ?? 0) + shift;
    }
  }
}

/** BT-1: ln y = ln median + spread·(r·q + √(1−r²)·ε), times what age and occupation earn. */
function drawTrueIncome(draft: Draft): void {
  const { count, latent, profile } = draft;
  const { spread, qualityCorrelation } = profile.source.income;
  const own = Math.sqrt(1 - qualityCorrelation * qualityCorrelation);
  const age = column(draft, "customer.age");
  const occupation = column(draft, "customer.occupation");
  for (let i = 0; i < count; i++) {
    const band = profile.bands[profile.bandOfAge[age[i] ?? 0] ?? 0];
    const level =
      profile.lnMedianIncome +
      (band?.lnIncome ?? 0) +
      (profile.lnOccupationIncome[occupation[i] ?? 0] ?? 0);
    const z = qualityCorrelation * (latent.quality[i] ?? 0) + own * (latent.status[i] ?? 0);
    const incomeFen = Math.floor(exp(level + spread * z) + 0.5);
    latent.incomeFen[i] = Math.min(mostIncomeFen, Math.max(leastMeansFen, incomeFen));
  }
}

/** Rounded to 100 yuan, a little flattering; most minors and some unemployed have none. */
function drawIncomeOnFile(draft: Draft): void {
  const { count, latent, profile } = draft;
  const declaredIncomeLane = draft.lanes.of(purposes.declaredIncome);
  const withoutIncomeLane = draft.lanes.of(purposes.withoutIncome);
  const { minorsWithIncomeBps, unemployedWithoutIncomeBps, declaredBiasBps, declaredSpread } =
    profile.source.income;
  const age = column(draft, "customer.age");
  const occupation = column(draft, "customer.occupation");
  const onFile = column(draft, "customer.incomeMonthlyFen");
  const given = draft.given.get("customer.incomeMonthlyFen");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(declaredIncomeLane, i);
    const factor = exp(declaredSpread * noise) * (1 + declaredBiasBps / 10_000);
    const imported = given?.[i] ?? Number.NaN;
    if (imported > 0)
      latent.incomeFen[i] = Math.max(leastMeansFen, Math.floor(imported / factor + 0.5));
    const minor = (age[i] ?? 0) < 18;
    const without = minor
      ? 10_000 - minorsWithIncomeBps
      : occupation[i] === profile.codes.unemployed
        ? unemployedWithoutIncomeBps
        : 0;
    const none = uniformAt(withoutIncomeLane, i) * 10_000 < without;
    onFile[i] = none
      ? 0
      : Math.min(
          mostIncomeFen,
          Math.floor(((latent.incomeFen[i] ?? 0) * factor) / 10_000 + 0.5) * 10_000,
        );
  }
  settle(draft, "customer.incomeMonthlyFen");
}
