import type { Lang, Text } from "../base/index.ts";

/** Help texts of the command line, by key. */
export const commandTexts: Readonly<Record<string, Text>> = {
  program: {
    en: "Test bench for consumer-credit policies written as rules: what a policy enrols, earns, loses, and which law rules it would match, before real people are hit.",
    zh: "消费信贷政策测试台：在影响真实客户之前，先看一套规则会开通多少账户、赚多少、亏多少、命中哪些法规规则。",
  },
  after: {
    en: "Without a command: the comparison of a scenario's policies; on a terminal as a screen, otherwise as text with report files.\nExit codes: 0 held · 1 findings · 2 could not run · 3 undecided · 70 a defect of ours · 130 interrupted",
    zh: "不带命令时：比较情景中的各项政策；在终端中以界面显示，否则输出文本并写出报告文件。\n退出码：0 全部成立 · 1 有发现 · 2 无法运行 · 3 无法判定 · 70 本工具缺陷 · 130 被中断",
  },
  version: { en: "print the version", zh: "显示版本" },
  help: { en: "show help", zh: "显示帮助" },
  helpCommand: { en: "show help of a command", zh: "显示某个命令的帮助" },
  scenario: { en: "scenario by name or path (default: baseline)", zh: "情景的名称或路径（默认：baseline）" },
  run: { en: "simulate a scenario's policies; summary and report files", zh: "模拟情景中的政策；输出摘要和报告文件" },
  replay: { en: "one customer's whole life, month by month", zh: "按月回放一位客户的全过程" },
  explain: { en: "why a decision came out as it did, condition by condition", zh: "逐个条件说明一项决策为何如此" },
  population: { en: "who the customers are", zh: "客群是什么样的" },
  lint: { en: "mistakes in rule, law, scenario and dictionary files", zh: "检查规则、法规、情景和字典文件中的错误" },
  test: { en: "the examples in rule files", zh: "运行规则文件中的示例" },
  schema: { en: "JSON Schemas for editors", zh: "供编辑器使用的 JSON Schema" },
  doctor: { en: "what is missing on this machine, and where settings come from", zh: "检查本机环境以及各项设置的来源" },
  "group-run": { en: "Run:", zh: "运行：" },
  "group-write": { en: "Write:", zh: "编写：" },
  "group-compare": { en: "Compare:", zh: "比较：" },
  "group-ci": { en: "CI:", zh: "持续集成：" },
  "Usage:": { en: "Usage:", zh: "用法：" },
  "Arguments:": { en: "Arguments:", zh: "参数：" },
  "Options:": { en: "Options:", zh: "选项：" },
  "Commands:": { en: "Commands:", zh: "命令：" },
  policy: { en: "only this policy (repeatable)", zh: "只运行该政策（可重复）" },
  seed: { en: "root of all draws", zh: "所有随机数的种子" },
  customers: { en: "how many customers: 20000, 20k, 1m", zh: "客户数：20000、20k、1m" },
  months: { en: "how many months, 1 to 240", zh: "月数，1 到 240" },
  set: {
    en: "change a value: months=12, policies.<policy>.<parameter>=640, laws.cn.aprCap=0.2, assumptions.<name>=…",
    zh: "修改一个值：months=12、policies.<政策>.<参数>=640、laws.cn.aprCap=0.2、assumptions.<名称>=…",
  },
  setFact: { en: "set a fact: customer.age=17", zh: "设定一个事实：customer.age=17" },
  csv: { en: "CSV file of customers, read by the scenario's mapping", zh: "客户 CSV 文件，按情景中的映射读取" },
  strict: { en: "end with exit code 2 if the import has any problem, after listing all", zh: "导入有任何问题时，列出全部问题后以退出码 2 结束" },
  format: { en: "pretty, json, csv, markdown", zh: "pretty、json、csv、markdown" },
  output: { en: "write a report: json=out.json (repeatable)", zh: "写出报告：json=out.json（可重复）" },
  json: { en: "same as --format json", zh: "等同于 --format json" },
  by: { en: "measures by fact (customer.cityTier) or by month", zh: "按事实（customer.cityTier）或按月（month）分组" },
  gate: { en: "turn verdicts of expectations into the exit code", zh: "将期望的判定结果作为退出码" },
  customer: { en: "number of the customer, from 0", zh: "客户编号，从 0 开始" },
  where: { en: "customers to whom this happened: event=charge-off, customer.age<20", zh: "发生过某事的客户：event=charge-off、customer.age<20" },
  facts: { en: "JSON file of facts that depart from the typical applicant", zh: "与典型申请人不同的事实（JSON 文件）" },
  moment: { en: "moment of the decision", zh: "决策时点" },
  describe: { en: "distribution of every fact", zh: "每个事实的分布" },
  writeCsv: { en: "write the customers as CSV", zh: "将客户写为 CSV" },
  sample: { en: "show so many customers with a name", zh: "显示若干带姓名的客户" },
  runPattern: { en: "only examples whose name matches", zh: "只运行名称匹配的示例" },
  failOnEmpty: { en: "exit 3 if there was nothing to check", zh: "没有可检查的内容时以退出码 3 结束" },
  writeSchemas: { en: "write the schemas into a folder", zh: "将 Schema 写入文件夹" },
  checkSchemas: { en: "exit 1 if rules/schema is out of date", zh: "rules/schema 过期时以退出码 1 结束" },
  lang: { en: "language", zh: "语言" },
  noColor: { en: "no colour", zh: "不用颜色" },
  ascii: { en: "only ASCII characters in tables and charts", zh: "表格和图形只用 ASCII 字符" },
  quiet: { en: "no progress, no remarks", zh: "不显示进度和提示" },
  plain: { en: "linear text instead of the screen", zh: "以纯文本代替界面" },
  threads: { en: "worker threads", zh: "工作线程数" },
};

/** commander's own usage errors, in our words and in both languages. */
export function usageMessage(message: string, lang: Lang): string {
  const bare = message.trim().replace(/^error: /u, "");
  if (lang === "en") return bare.replaceAll("'", "`");
  const patterns: readonly (readonly [RegExp, string])[] = [
    [/unknown option '(.+?)'/u, "没有选项 `$1`"],
    [/unknown command '(.+?)'/u, "没有命令 `$1`"],
    [/missing required argument '(.+?)'/u, "缺少参数 `$1`"],
    [/option '(.+?)' argument missing/u, "选项 `$1` 缺少值"],
    [/too many arguments.*Expected (\d+) arguments? but got (\d+).*/u, "参数过多：应为 $1 个，实际 $2 个"],
    [/\(Did you mean (.+?)\?\)/u, "（是否指 $1？）"],
  ];
  return patterns.reduce((text, [pattern, to]) => text.replace(pattern, to), bare);
}
