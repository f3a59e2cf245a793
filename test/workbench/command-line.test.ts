import { describe, expect, test } from "vitest";
import { actingOnTerminal } from "../e2e/bin.ts";
import { commandLine } from "./world.ts";

/** A mistake in a command line: what is said of it in English and in Chinese. Exit code 2, nothing on stdout. */
const mistakes: readonly (readonly [string, string, string])[] = [
  ["run", "`scenario` is missing", "缺少参数“情景”"],
  ["run a b", "run takes one operand and got 2", "只接受 1 个参数"],
  ["doctor x", "doctor takes no operands and got 1", "doctor 不接受参数"],
  ["run baseline --polcy x", "there is no option `--polcy`; did you mean `--policy`?", "没有选项 `--polcy`；是否指 `--policy`？"],
  ["run baseline --nothing-like-it", "there is no option `--nothing-like-it`", "没有选项 `--nothing-like-it`"],
  ["run baseline --months", "option `--months <n>` needs a value", "选项 `--months <n>` 缺少值"],
  ["rnu baseline", "there is no command `rnu`; did you mean `run`?", "没有命令 `rnu`；是否指 `run`？"],
  ["runn", "no command and no scenario `runn`; did you mean `run`?", "没有名为 `runn` 的命令或情景；是否指 `run`？"],
  ["basline", "did you mean `baseline`?", "是否指 `baseline`？"],
  ["help nope", "there is no command `nope`", "没有命令 `nope`"],
  ["run basline", "there is no scenario `basline`", "没有名为 `basline` 的情景"],
  ["run baseline --customers -5", "--customers is `-5`; use a whole number", "--customers 的值为 `-5`；请用整数"],
  ["run baseline --customers 1.5", "use a whole number", "请用整数"],
  ["run baseline --months 0", "`--months 0`: must be at least 1", "`--months 0`：必须不小于 1"],
  ["run baseline --threads 0", "use a whole number from 1 to 256", "请用 1 到 256 的整数"],
  ["run baseline --set months", "`months` has no value; write path=value", "`months` 没有值"],
  ["run baseline --set months=twelve", "`--set months=twelve`: expected a number", "`--set months=twelve`：此处应为数字"],
  ["run baseline --set lender.tipe=bank", "`--set lender.tipe=bank`: unknown key `tipe`", "`--set lender.tipe=bank`：未知的键 `tipe`"],
  ["run baseline --set startDate=9999-06-01", "from 1970 to 2200", "1970 年至 2200 年之间"],
  ["run baseline --set seed.x=1", "reaches into something that has no parts", "没有下级"],
  ["run baseline --set __proto__.x=1", "reaches into something that has no parts", "没有下级"],
  ["run baseline --set policies.consent-frist.minScore=700", "did you mean `consent-first`?", "是否指 `consent-first`？"],
  ["run baseline --set policies.consent-first=1", "names no parameter", "没有指明参数"],
  ["run baseline --set policies.consent-first.minScor=700", "did you mean `minScore`?", "是否指 `minScore`？"],
  ["run baseline --set policies.consent-first.minScore=7000", "no whole number from 300 to 850", "300 到 850"],
  ["run baseline --set policies.consent-first.minScore=700.5", "no whole number from 300 to 850", "300 到 850"],
  ["run baseline --set laws.us.aprCap=0.2", "this run has no law pack `us`", "没有法规包 `us`"],
  ["run baseline --set laws.cn.aprCap=high", "`law.aprCap` is a number", "`law.aprCap`"],
  ["run baseline --set assumptions.purchaseRat=1", "did you mean `purchaseRate`?", "是否指 `purchaseRate`？"],
  ["run baseline --set assumptions.purchaseRate=-1", "the value is no number from 0", "值应为 0 到"],
  ["run baseline --by customer.cityTeir", "did you mean `customer.cityTier`?", "是否指 `customer.cityTier`？"],
  ["run baseline --by ,", "has an empty name", "有空名称"],
  ["run baseline --policy consent-frist", "did you mean `consent-first`?", "是否指 `consent-first`？"],
  ["run baseline --policy invited --policy rules/policies/invited", "two policies of this run are called `invited`", "都叫 `invited`"],
  ["run baseline --format markdwn", "no format `markdwn` here; did you mean `markdown`?", "没有格式 `markdwn`；是否指 `markdown`？"],
  ["run baseline --json --format csv", "are two formats; give one", "两种格式"],
  ["run baseline -o json", "is not format=path", "不是 格式=路径"],
  ["run baseline -o xml=x", "no format `xml` here", "没有格式 `xml`"],
  ["run baseline -o json=-", "names no file", "没有指定文件"],
  ["run baseline --csv x.csv", "names no mapping", "没有指定读取它的映射"],
  ["run imported-customers --customers 5 --csv x.csv", "`--customers 5`: the customers come from a file", "客户按 `mapping` 从文件导入"],
  ["explain consent-first limt", "no decision `limt`; did you mean `limit`?", "没有决策 `limt`；是否指 `limit`？"],
  ["explain consent-frist limit", "did you mean `consent-first`?", "是否指 `consent-first`？"],
  ["explain . limit", "there is no policy `.`", "没有名为 `.` 的政策"],
  ["explain src limit", "there is no policy `src`", "没有名为 `src` 的政策"],
  ["explain ./src limit", "there is no policy `./src`", "没有名为 `./src` 的政策"],
  ["explain  limit", "there is no policy ``", "没有名为 `` 的政策"],
  ["run baseline --policy .. --customers 5", "there is no policy `..`", "没有名为 `..` 的政策"],
  ["population baseline --set population.mapping=uci-credit-card", "no CSV file is named", "没有指定 CSV 文件"],
  ["explain consent-first limit --moment bookin", "did you mean `booking`?", "是否指 `booking`？"],
  ["explain consent-first limit --facts nowhere.json", "the file does not exist", "文件不存在"],
  ["explain consent-first limit --set customer.agee=3", "did you mean `customer.age`?", "是否指 `customer.age`？"],
  ["explain consent-first limit --set customer.age=young", "`customer.age` is a", "`customer.age`"],
  ["explain consent-first limit --set derived.x=3", "unknown fact", "未知的事实"],
  ["explain consent-first limit --set request.moment=review", "say it with --moment", "请用 --moment 指定"],
  ["replay baseline --customer 3 --where event=missed", "give one of them", "请只给一个"],
  ["replay baseline --customers 50 --customer 50", "customers 0 to 49", "0 到 49"],
  ["replay baseline --policy invited,consent-first", "under one policy", "只对应一项政策"],
  ["replay baseline --customers 50 --where event=charged", "no event `charged`", "没有事件 `charged`"],
  ["replay baseline --customers 50 --where decision=closur", "no decision `closur`; did you mean `closure`?", "没有决策 `closur`"],
  ["replay baseline --customers 50 --where decision=closure:refus", "closure has no outcome `refus`; did you mean `refuse`?", "closure 没有结果 `refus`"],
  ["replay baseline --customers 50 --where rule=ENR-0", "silent-auto-enrolment has no rule `ENR-0`", "没有规则 `ENR-0`"],
  ["replay baseline --customers 50 --where law=CN-ENR-01", "did you mean `CN-ENR-001`?", "是否指 `CN-ENR-001`？"],
  ["replay baseline --customers 50 --where customer.gender=femal", "did you mean `female`?", "是否指 `female`？"],
  ["replay baseline --customers 50 --where customer.gender<female", "only = and != go with", "只能用 = 和 !="],
  ["replay baseline --customers 50 --where customer.age<x", "is a number (years)", "是数"],
  ["replay baseline --customers 50 --where rubbish", "is no condition", "不是有效条件"],
  ["replay baseline --format csv", "no format `csv` here", "没有格式 `csv`"],
  ["population --sample 0", "from 1 to 1000", "1 到 1000"],
  ["population --sample 5 --format csv", "without names", "不含姓名"],
  ["lint nope", "no file, policy, scenario or law pack `nope`", "没有名为 `nope` 的文件"],
  ["lint inviteed", "did you mean `invited`?", "是否指 `invited`？"],
  ["lint src", "no rule, law, scenario or dictionary file in `src`", "`src` 中没有"],
  ["lint --format serif", "no format `serif` here", "没有格式 `serif`"],
  ["test nope", "there is no policy `nope`", "没有名为 `nope` 的政策"],
  ["test --run (", "`(` is no regular expression", "不是正则表达式"],
];

describe("a mistake in the command line is said in one message, in either language, and exits 2", () => {
  test.for(mistakes)("%s", async ([line, en, zh]) => {
    const args = line.split(" ");
    const english = await commandLine(args);
    const chinese = await commandLine(args, { POLICY_BENCH_LANG: "zh" });
    expect(english.stderr).toContain(en);
    expect(chinese.stderr).toContain(zh);
    expect([english.code, chinese.code]).toEqual([2, 2]);
    expect(english.stdout + chinese.stdout).toBe("");
    expect(english.stderr).not.toMatch(/\p{Script=Han}/u);
    expect(english.stderr).not.toMatch(/\.\n|^error: /u);
  });
});

test("several mistakes in one command line are all told", async () => {
  const { stderr, code } = await commandLine(["run", "baseline", "--months", "0", "--customers", "0", "--policy", "nope", "--set", "foo=1", "--set", "assumptions=bas"]);
  for (const words of ["`--months 0`", "`--customers 0`", "no policy `nope`", "unknown key `foo`", "`--set assumptions=bas`: there is no assumption set `bas`"]) expect(stderr).toContain(words);
  expect(stderr).toContain("5 errors");
  expect(code).toBe(2);
});

test("control characters in arguments never reach the terminal", async () => {
  const lines = [["run", "a\u001b[31mb"], ["run", "--a\u001b[31mb"], ["a\u001b[31mb"], ["explain", "a\u001b[31mb", "limit"], ["run", "baseline", "--set", "\u001b]0;x\u0007=1"], ["lint", "\u202eabc"]];
  for (const args of lines) {
    const { stderr, code } = await commandLine(args);
    expect(stderr).toMatch(/\\u001b|\\u202e/u);
    expect(actingOnTerminal(stderr)).toEqual([]);
    expect(code).toBe(2);
  }
});

test("the other spelling of enrolment is understood", async () => {
  const ours = await commandLine(["explain", "consent-first", "enrolment"]);
  const theirs = await commandLine(["explain", "consent-first", "enrollment"]);
  expect(theirs).toEqual(ours);
  expect(ours.code).toBe(0);
});

test("a seed that looks like a word to respell stays as it is", async () => {
  const [american, british] = await Promise.all(
    ["optimize", "optimise"].map((seed) => commandLine(["population", "baseline", "--customers", "3", "--seed", seed, "--sample", "1"])),
  );
  expect(american?.stdout).toMatch(/^#0 /u);
  expect(american?.stdout).not.toBe(british?.stdout);
});

test("the language comes from the flag, else from the environment", async () => {
  expect((await commandLine(["--help", "--lang", "zh"])).stdout).toContain("用法：");
  expect((await commandLine(["--help"], { LC_ALL: "", LANG: "zh_CN.UTF-8" })).stdout).toContain("用法：");
  expect((await commandLine(["--help"], { POLICY_BENCH_LANG: "en", LANG: "zh_CN.UTF-8" })).stdout).toContain("Usage:");
  expect((await commandLine(["--help", "--lang=en"], { LANG: "zh_CN.UTF-8" })).stdout).toContain("Usage:");
});

test("every command has help in both languages", async () => {
  for (const command of ["run", "replay", "explain", "population", "lint", "test", "schema", "doctor"]) {
    const english = await commandLine([command, "--help"]);
    const chinese = await commandLine(["help", command, "--lang", "zh"]);
    expect(english.stdout).toContain(`Usage: policy-bench ${command} [options]`);
    expect(english.stdout).not.toMatch(/\p{Script=Han}|help \[command\]/u);
    expect(chinese.stdout).toContain(`policy-bench ${command} [选项]`);
    for (const line of chinese.stdout.split("\n").filter((each) => /^ {2}-/u.test(each))) expect(line).toMatch(/\p{Script=Han}/u);
    expect([english.code, chinese.code]).toEqual([0, 0]);
  }
});
