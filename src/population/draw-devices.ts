import { exp, ln } from "../base/index.ts";
import { column, settle, type Draft, type Step } from "./draft.ts";
import { poisson } from "./poisson.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** Devices and the risk points that follow from them. */
export const devices: Step = {
  facts: [
    "device.count",
    "device.ageDays",
    "device.isRooted",
    "device.sharedAccounts",
    "device.riskPoints",
  ],
  draw: (draft) => {
    drawDevices(draft);
    drawSharing(draft);
    drawRiskPoints(draft);
  },
};

function drawDevices(draft: Draft): void {
  const { count, profile } = draft;
  const deviceCountLane = draft.lanes.of(purposes.deviceCount);
  const deviceAgeLane = draft.lanes.of(purposes.deviceAge);
  const rootedLane = draft.lanes.of(purposes.rooted);
  const { extraDevicesMean, ageMedianDays, ageSpread, rootedBps } = profile.source.devices;
  const lnMedian = ln(ageMedianDays);
  const tenure = column(draft, "shop.tenureMonths");
  const number = column(draft, "device.count");
  const ageDays = column(draft, "device.ageDays");
  const rooted = column(draft, "device.isRooted");
  for (let i = 0; i < count; i++) {
    const mean = extraDevicesMean * (0.6 + (tenure[i] ?? 0) / 75);
    number[i] = 1 + poisson(uniformAt(deviceCountLane, i), mean, 49);
    const days = exp(lnMedian + ageSpread * normalAt(deviceAgeLane, i));
    const registered = Math.floor((tenure[i] ?? 0) * 30.4 + 29);
    ageDays[i] = Math.min(7_300, registered, Math.floor(days));
    rooted[i] = uniformAt(rootedLane, i) * 10_000 < rootedBps ? 1 : 0;
  }
  settle(draft, "device.count");
  settle(draft, "device.ageDays");
  settle(draft, "device.isRooted");
}

/** Families share a device by two or three; farms of accounts are rarer the better the customer. */
function drawSharing(draft: Draft): void {
  const { count, latent, profile } = draft;
  const sharedAccountsLane = draft.lanes.of(purposes.sharedAccounts);
  const { sharedBps, farmBps } = profile.source.devices;
  const shared = column(draft, "device.sharedAccounts");
  for (let i = 0; i < count; i++) {
    const uniform = uniformAt(sharedAccountsLane, i);
    const farm = Math.min(1, (farmBps / 10_000) * exp(-0.4 * (latent.quality[i] ?? 0) - 0.08));
    const family = farm + (1 - farm) * (sharedBps / 10_000);
    const depth = farm > 0 ? uniform / farm : 1;
    if (uniform < farm) shared[i] = 4 + Math.floor(36 * depth * depth * depth);
    else if (uniform < family) shared[i] = uniform < farm + 0.25 * (family - farm) ? 3 : 2;
    else shared[i] = 1;
  }
  settle(draft, "device.sharedAccounts");
}

function drawRiskPoints(draft: Draft): void {
  const { count, latent } = draft;
  const deviceRiskLane = draft.lanes.of(purposes.deviceRisk);
  const number = column(draft, "device.count");
  const ageDays = column(draft, "device.ageDays");
  const rooted = column(draft, "device.isRooted");
  const shared = column(draft, "device.sharedAccounts");
  const points = column(draft, "device.riskPoints");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(deviceRiskLane, i);
    const sum =
      10 +
      35 * (rooted[i] ?? 0) +
      6 * Math.min(6, (shared[i] ?? 1) - 1) +
      ((ageDays[i] ?? 0) < 30 ? 8 : 0) +
      ((number[i] ?? 1) > 4 ? 5 : 0) -
      2 * (latent.quality[i] ?? 0) +
      4 * noise;
    points[i] = Math.max(0, Math.min(100, Math.floor(sum + 0.5)));
  }
  settle(draft, "device.riskPoints");
}
