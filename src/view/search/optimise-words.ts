import type { Text, Verdict } from "../../base/index.ts";

/** Fixed words of a search. */
export const optimiseWords = {
  title: { en: "Search for a better setting", zh: "寻找更好的参数" },
  objective: { en: "wanted", zh: "目标" },
  requirement: { en: "required", zh: "要求" },
  rule: {
    en: "Each setting meets a quarter of the customers first. Once something meets every requirement, a setting is given up there if a requirement is broken by its whole 99% interval, or if a setting on the front is better on every objective by the paired 95% interval.",
    zh: "每组参数先在四分之一客户上试算。一旦已有参数满足全部要求，若某项要求的 99% 区间整体违反，或前沿上某组参数在各项目标上的配对 95% 区间都更好，则就此放弃该组。",
  },
  conflict: { en: "The requirements stand in each other's way", zh: "要求之间存在冲突" },
  nearest: { en: "The nearest that was found: ", zh: "最接近的一组：" },
  unchanged: { en: "as it stands", zh: "维持现有参数" },
  chosen: { en: "Chosen:", zh: "选定：" },
  sure: { en: "Every requirement holds on fresh customers, with the whole interval.", zh: "在全新客户上，各项要求的整个区间均满足。" },
  unsure: { en: "Nothing asked for is broken on fresh customers, but not everything holds beyond chance: more customers would decide.", zh: "在全新客户上没有要求被违反，但并非每项都超出偶然：更多客户可作判定。" },
  keep: { en: "Keep the policy as it stands", zh: "维持现有参数" },
  keepWhy: { en: "On fresh customers nothing that was found serves the first objective better while meeting as much; a larger budget, or more customers, may.", zh: "在全新客户上，没有找到在同等满足要求的前提下更符合首要目标的参数；加大预算或客户数或可找到。" },
  measure: { en: "measure", zh: "指标" },
  asItStands: { en: "as it stands", zh: "现有参数" },
  inSearch: { en: "in the search", zh: "搜索中" },
  onFresh: { en: "fresh", zh: "全新客户" },
  change: { en: "less as it stands", zh: "较现有参数" },
  setting: { en: "setting", zh: "参数组" },
  requirements: { en: "requirements", zh: "要求" },
  found: { en: "What was found", zh: "找到的参数组" },
  curse: {
    en: "The best of many looks better than it is. So each was run again on customers and luck that the search never met: fresh is the figure to believe. Where several are compared there too, the choice between them is a little flattered still.",
    zh: "众多候选中最好的一个看上去总比实际更好。因此每组都在搜索从未见过的客户与运气上重新运行：应以“全新客户”一栏为准。由于仍在其中择优，所选者仍略有高估。",
  },
  proved: { en: "claims in invariants.json", zh: "invariants.json 中的不变量" },
} as const satisfies Record<string, Text>;

/** Verdicts on requirements. */
export const requirementVerdict: Readonly<Record<Verdict, Text>> = {
  held: { en: "held", zh: "成立" },
  broken: { en: "broken", zh: "不成立" },
  undecided: { en: "undecided", zh: "无法判定" },
};
