import { share } from "../define.ts";

/** Data kept after closing without a lawful retention: accounts ÷ accounts closed. No data where none was closed. */
export const closedDataKeptShare = share({
  name: "closedDataKeptShare",
  group: "people",
  title: { en: "Data kept after closing", zh: "关闭后仍保留数据占比" },
  numerator: { en: "accounts closed whose data are neither erased, nor made anonymous, nor locked for a retention that the law demands", zh: "关闭后数据未删除、未匿名化且未按法定留存锁定的账户" },
  denominator: { en: "accounts closed, by request, remedy or takeover", zh: "因申请、补救或盗用而关闭的账户" },
  excludes: { en: "nothing", zh: "无" },
  of: "closedKept",
  among: ["closedErased", "closedLocked", "closedKept"],
  better: "lower",
  matters: 0.01,
  assumed: false,
});
