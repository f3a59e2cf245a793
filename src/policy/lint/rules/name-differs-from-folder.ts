import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";

/** A policy whose name is not its folder's. */
export const nameDiffersFromFolder: PolicyLint = {
  of: "policy",
  whole: true,
  code: "name-differs-from-folder",
  level: "error",
  title: { en: "a policy named unlike its folder", zh: "政策名称与文件夹不符" },
  why: { en: "Scenarios and commands find a policy by its folder and reports show its name; a copied folder with the old name is taken for the original.", zh: "情景与命令按文件夹找政策，报告显示其名称；复制后未改名的政策会被误认为原政策。" },
  wrong: { "policy.json#/name": "another" },
  right: { "policy.json#/name": "plain" },
  check: ({ policy, home, folder }) => (policy.name === folder || folder === "" ? [] : [finding({ document: home, pointer: "/name" }, { en: `the policy is called ${quote(policy.name)}, and its folder ${quote(folder)}`, zh: `政策名为 ${quote(policy.name)}，而文件夹名为 ${quote(folder)}`, hint: { en: "rename one of them", zh: "请更改其中之一" } })]),
};
