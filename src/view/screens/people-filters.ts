import type { Text } from "../../base/index.ts";

/** People by what happened to them, in the order of `f`; conditions as `replay --where` takes them. */
export const filters: readonly { readonly title: Text; readonly where: readonly string[] }[] = [
  { title: { en: "everybody", zh: "全部" }, where: [] },
  { title: { en: "enrolled", zh: "已开通" }, where: ["event=booked"] },
  { title: { en: "opened unasked", zh: "未申请即开通" }, where: ["event=bookedUnasked"] },
  { title: { en: "declined", zh: "被拒" }, where: ["decision=enrolment:decline"] },
  { title: { en: "91+ days late", zh: "逾期 91 天以上" }, where: ["event=newly90"] },
  { title: { en: "charged off", zh: "已核销" }, where: ["event=chargedOff"] },
  { title: { en: "closing refused", zh: "关闭被拒" }, where: ["event=closuresRefused"] },
  { title: { en: "gave up closing", zh: "放弃关闭" }, where: ["event=closuresAbandoned"] },
  { title: { en: "taken over", zh: "账户被盗用" }, where: ["event=takeovers"] },
  { title: { en: "complained", zh: "投诉" }, where: ["event=complaints"] },
  { title: { en: "law rule matched", zh: "命中法规规则" }, where: ["law=any"] },
];
