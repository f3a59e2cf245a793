// What each command does on the shipped rules, as a user runs it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { copyProject, policyBench, requireBuild, stackTrace, type Ran } from "./bin.ts";

beforeAll(requireBuild);

const project = copyProject();
afterAll(() => project.dispose());
const at = (args: string, cwd = project.folder): Promise<Ran> => policyBench(args.split(" "), { cwd });
const small = "--customers 200 --months 4";

describe.concurrent("run", () => {
  test("prints the summary and writes three reports that agree with each other", async ({ expect }) => {
    const ran = await at(`run baseline ${small} --set name="thrice"`);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("Steady economy (thrice)");
    expect(ran.stdout).toContain("not legal advice");
    expect(ran.stderr).toBe("reports written: reports/local/thrice.json, reports/local/thrice.md, reports/local/thrice.csv, reports/local/thrice.html\n");
    const report = JSON.parse(project.read("reports/local/thrice.json"));
    expect(report.inputs).toMatchObject({ scenario: "thrice", customers: 200, months: 4, policies: ["silent-auto-enrolment", "consent-first", "invited"] });
    expect(project.read("reports/local/thrice.md")).toContain("# Steady economy");
    const rate = report.policies[0].measures.find((measure: { name: string }) => measure.name === "bookingRate").value;
    expect(project.read("reports/local/thrice.csv")).toContain(`\nsilent-auto-enrolment,,bookingRate,share,${rate},`);
  });

  test("gives json, csv and markdown on stdout, the same bytes as the file", async ({ expect }) => {
    for (const [format, ending] of [["json", "json"], ["csv", "csv"], ["markdown", "md"]] as const) {
      const ran = await at(`run baseline ${small} --policy invited --format ${format} -o ${format}=out/x.${ending} --quiet`);
      expect(ran.stderr).toBe("");
      expect(ran.stdout).toBe(project.read(`out/x.${ending}`));
    }
  });

  test("holds no time, path or machine, and the hash of every input", async ({ expect }) => {
    const { stdout } = await at(`run baseline ${small} --set policies.invited.minScore=650 --json --quiet -o json=out/h.json`);
    expect(stdout).not.toContain(project.folder);
    const { hashes } = JSON.parse(stdout).inputs;
    expect(Object.keys(hashes)).toEqual(expect.arrayContaining(["scenarios/baseline.json", "rules/dictionary.json", "rules/laws/cn.json", "rules/policies/invited/limit.json", "--set policies.invited.minScore=650"]));
    for (const hash of Object.values(hashes)) expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  test("--set, --policy, --seed, --customers and --months change what they say", async ({ expect }) => {
    const inputs = async (args: string): Promise<Record<string, unknown>> => JSON.parse((await at(`run baseline --json --quiet -o json=out/s.json ${args}`)).stdout).inputs;
    expect(await inputs("--customers 0.1k --months 2 --policy invited")).toMatchObject({ customers: 100, months: 2, policies: ["invited"] });
    expect(await inputs(`${small} --seed other --policy rules/policies/invited`)).toMatchObject({ seed: "other", policies: ["invited"] });
    expect(await inputs(`${small} --set lender.type=bank --set assumptions=low --policy invited`)).toMatchObject({ lender: "bank", assumptions: "low" });
  });

  test("a parameter, a law's number and an assumption can be changed, and the numbers follow", async ({ expect }) => {
    const report = async (args: string): Promise<string> => {
      const { stdout, stderr } = await at(`run baseline --customers 400 --months 6 --policy consent-first --json --quiet -o json=out/p.json ${args}`.trim());
      expect(stderr).toBe("");
      const { policies } = JSON.parse(stdout);
      return JSON.stringify(policies);
    };
    const plain = await report("");
    expect(await report("--set policies.consent-first.minScore=800")).not.toBe(plain);
    expect(await report("--set assumptions.applicationHazard=0.9")).not.toBe(plain);
    expect(await report("--set laws.cn.aprCap=0")).not.toBe(plain);
    expect(await report("")).toBe(plain);
  });

  test("--by shows groups and months", async ({ expect }) => {
    const { stdout } = await at(`run baseline ${small} --by customer.cityTier --by month --json --quiet -o json=out/b.json`);
    const [policy] = JSON.parse(stdout).policies;
    expect(policy.groups.length).toBeGreaterThan(2);
    expect(policy.groups.reduce((sum: number, group: { customers: number }) => sum + group.customers, 0)).toBe(200);
    expect(policy.byMonth.map(({ date }: { date: string }) => date)).toEqual(["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]);
    const { stdout: text } = await at(`run baseline ${small} --by customer.cityTier,month --quiet -o json=out/b.json`);
    expect(text).toContain("2027-02-01");
  });

  test("--gate turns verdicts into the exit code, and without an expectation it is never green", async ({ expect }) => {
    const held = { name: "x", policy: "invited", measure: "considered", atLeast: 0 };
    const gate = async (expectations: unknown): Promise<number | null> =>
      (await policyBench(["run", "baseline", ...small.split(" "), "--gate", "--quiet", "-o", "json=out/g.json", "--set", `expectations=${JSON.stringify(expectations)}`], { cwd: project.folder })).code;
    expect(await gate([held])).toBe(0);
    expect(await gate([held, { ...held, atLeast: 1e9 }])).toBe(1);
    expect(await gate([held, { ...held, atLeast: 1e9, level: "warning" }])).toBe(0);
    expect(await gate([held, { ...held, measure: "ever90PlusAtMonth12", atLeast: undefined, atMost: 0.5 }])).toBe(3);
    expect(await gate([])).toBe(3);
  });

  test("without a command and without a terminal the scenario runs as text", async ({ expect }) => {
    const bare = await at(`baseline ${small} --quiet -o json=out/bare.json`);
    const run = await at(`run baseline ${small} --quiet -o json=out/bare.json`);
    expect(bare).toEqual(run);
  });
});

describe.concurrent("explain", () => {
  test("tells the outcome, the rule that decided, and every condition with the value it met", async ({ expect }) => {
    project.write("facts.json", '{ "customer.age": 17 }');
    const { stdout, stderr, code } = await at("explain consent-first enrolment --facts facts.json");
    expect(stdout).toContain("consent-first / enrolment @ application: decline (reason = minor)\ndecided by: ENR-10\n");
    expect(stdout).toMatch(/\+ customer\.age lessThan 18 +is 17/u);
    expect(stderr).toBe("about the typical applicant of the dictionary, but account.status = none, customer.age = 17\n");
    expect(code).toBe(0);
  });

  test("says what is missing where that leaves the decision open, and not where it does not", async ({ expect }) => {
    const asked = async (set: string): Promise<{ undecided: boolean; missing: string[]; outcome: { type: string; params: { reason?: string } } }> =>
      JSON.parse((await at(`explain invited enrolment --json ${set}`)).stdout);
    const minor = await asked("--set customer.age=17 --set score.points=null --set bureau.score=null");
    expect(minor).toMatchObject({ undecided: false, outcome: { type: "decline", params: { reason: "minor" } } });
    expect(minor.missing).toEqual(expect.arrayContaining(["bureau.score"]));
  });

  test("a parameter given with --set changes the policy that is asked", async ({ expect }) => {
    const { rules } = JSON.parse((await at("explain consent-first enrolment --set param.minScore=850 --json")).stdout);
    const [granted] = rules.filter(({ name }: { name: string }) => name === "ENR-40");
    expect(granted).toMatchObject({ fired: false, conditions: { parts: [{}, { valueFact: "param.minScore", value: 850, result: false }] } });
  });

  test("speaks Chinese", async ({ expect }) => {
    const { stdout, stderr } = await at("explain consent-first enrolment --lang zh --set customer.age=17");
    expect(stdout).toContain("未成年人");
    expect(stderr).toBe("对象为字典中的典型申请人，但 account.status = none，customer.age = 17\n");
  });
});

describe.concurrent("replay", () => {
  test("tells the life that the condition asked for", async ({ expect }) => {
    const { stdout, code } = await at(`replay baseline --customers 500 --months 6 --where event=booked --where customer.age<30 --json`);
    const life = JSON.parse(stdout);
    expect(life.entries.some(({ kind, name }: { kind: string; name: string }) => kind === "event" && name === "booked")).toBe(true);
    expect(code).toBe(0);
    const again = await at(`replay baseline --customers 500 --months 6 --customer ${life.customer} --json`);
    expect(again.stdout).toBe(stdout);
  });

  test("a customer is the same in a small and in a large population", async ({ expect }) => {
    const [few, many] = await Promise.all([at("replay baseline --customers 50 --months 6 --customer 17"), at("replay baseline --customers 50k --months 6 --customer 17")]);
    expect(few.stdout).toContain("Customer 17 under Silent auto-enrolment");
    expect(many).toEqual(few);
  });

  test("finding nobody is said and exits 1", async ({ expect }) => {
    const ran = await at(`replay baseline ${small} --policy consent-first --where law=CN-ENR-001 --quiet`);
    expect(ran).toEqual({ code: 1, stdout: "", stderr: "no customer fits all conditions\n" });
  });
});

describe.concurrent("population", () => {
  test("describes every fact, in both languages and as json", async ({ expect }) => {
    const [english, chinese, json] = await Promise.all([at("population --customers 300"), at("population --customers 300 --lang zh"), at("population --customers 300 --json")]);
    expect(english.stdout).toMatch(/^300 synthetic customers\n/u);
    expect(chinese.stdout).toMatch(/^300 名客户（合成）\n/u);
    expect(JSON.parse(json.stdout)).toMatchObject({ schemaVersion: 1, customers: 300, kind: "synthetic" });
  });

  test("writes the customers as CSV, to a file or to stdout", async ({ expect }) => {
    const [file, out] = await Promise.all([at("population --customers 20 --write-csv out/people.csv"), at("population --customers 20 --format csv")]);
    expect(file.stderr).toBe("20 customers written to out/people.csv\n");
    expect(out.stdout).toBe(project.read("out/people.csv"));
    expect(out.stdout.trim().split("\n")).toHaveLength(21);
  });

  test("shows some customers by name, the same ones every time", async ({ expect }) => {
    const [english, chinese, again] = await Promise.all([at("population --sample 2"), at("population --sample 2 --lang zh"), at("population --customers 40 --sample 2")]);
    expect(english.stdout).toMatch(/^#0 [A-Z]\w+ [A-Z]\w+, \w+: gender (?:fe)?male, age \d+.*¥[\d,.]+.*\n#1 /u);
    expect(chinese.stdout).toMatch(/^#0 \p{Script=Han}+, \p{Script=Han}+/u);
    expect(again.stdout).toBe(english.stdout);
  });
});

describe.concurrent("lint and test", () => {
  test("the shipped project has no finding, and silence is success", async ({ expect }) => {
    expect(await at("lint")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await at("lint rules scenarios rules/policies/invited/limit.json invited baseline cn")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(JSON.parse((await at("lint --json")).stdout)).toMatchObject({ schemaVersion: 1, diagnostics: [], checked: { lint: { failed: 0, skipped: 0 } } });
  });

  test("a finding is one line with --format compact", async ({ expect }) => {
    project.write("elsewhere/policy.json", "{");
    const { stdout, code } = await at("lint elsewhere/policy.json --format compact");
    expect(stdout).toMatch(/^elsewhere\/policy\.json:1:1 error json-syntax `\{` is never closed \(.+\)\n$/u);
    expect(code).toBe(1);
  });

  test("the examples of the shipped policies hold", async ({ expect }) => {
    const all = await at("test --json");
    expect(all.code).toBe(0);
    const { examples } = JSON.parse(all.stdout);
    expect(examples.length).toBeGreaterThan(100);
    expect(examples.every(({ passed }: { passed: boolean }) => passed)).toBe(true);
    const one = await at("test rules/policies/invited/limit.json --json");
    expect(JSON.parse(one.stdout).examples).toEqual(examples.filter(({ file }: { file: string }) => file.endsWith("invited/limit.json")));
  });

  test("a failing example shows what was expected and what came, and exits 1", async ({ expect }) => {
    const own = copyProject();
    try {
      const file = "rules/policies/consent-first/enrolment.json";
      const broken = own.read(file).replace(/"expect": \{([^}]*)"reason": "minor"/u, '"expect": {$1"reason": "student"');
      own.write(file, broken);
      const ran = await at("test consent-first", own.folder);
      expect(ran.stdout).toMatch(/minor/u);
      expect(ran.stdout).toMatch(/student/u);
      expect(ran.stdout).toMatch(/1 failed/u);
      expect(ran.code).toBe(1);
    } finally {
      own.dispose();
    }
  });

  test("no example is nothing held: exit 3 under --fail-on-empty", async ({ expect }) => {
    expect((await at("test --run nothing-of-that-name")).code).toBe(0);
    expect((await at("test --run nothing-of-that-name --fail-on-empty")).code).toBe(3);
  });
});

describe.concurrent("where a command runs", () => {
  test("from a folder below the project, by path, and for a scenario from elsewhere", async ({ expect }) => {
    const below = join(project.folder, "rules", "policies");
    const elsewhere = copyProject();
    try {
      elsewhere.edit("scenarios/baseline.json", '"name": "baseline"', '"name": "mine"');
      const named = await at(`run ${join(elsewhere.folder, "scenarios", "baseline.json")} ${small} --json`, below);
      expect(named.stderr).toContain("reports/local/mine.json");
      expect(named.stdout).not.toContain(elsewhere.folder);
      expect(project.read("reports/local/mine.json")).toBe(named.stdout);
      const path = await at(`run ../../scenarios/baseline.json ${small} --quiet --policy ./invited --json -o json=../../out/rel.json`, below);
      expect(JSON.parse(path.stdout).inputs.policies).toEqual(["invited"]);
      expect(project.read("out/rel.json")).toBe(path.stdout);
    } finally {
      elsewhere.dispose();
    }
  });

  test("in an empty folder the shipped rules run, and the reports stay with the user", async ({ expect }) => {
    const empty = copyProject();
    try {
      empty.remove("rules");
      empty.remove("scenarios");
      const ran = await at(`run baseline ${small} --policy invited`, empty.folder);
      expect(ran.code).toBe(0);
      expect(empty.files().map((file) => file.slice(empty.folder.length + 1)).toSorted()).toEqual(["reports/local/baseline.csv", "reports/local/baseline.html", "reports/local/baseline.json", "reports/local/baseline.md"]);
      expect(ran.stderr).toContain(`${empty.folder}/reports/local/baseline.json`);
    } finally {
      empty.dispose();
    }
  });

  test("settings come from the flag, the environment, the file, in this order; doctor says which", async ({ expect }) => {
    const own = copyProject();
    try {
      own.write(".policy-bench.json", '{ "lang": "zh", "threads": 1 }');
      const rows = async (args: string, env: Record<string, string> = {}): Promise<Record<string, string>> => {
        const { stdout } = await policyBench(["doctor", "--json", ...args.split(" ").filter(Boolean)], { cwd: join(own.folder, "rules"), env });
        const list: readonly { name: { en: string }; value: string; source?: { en: string } }[] = JSON.parse(stdout).rows;
        return Object.fromEntries(list.map(({ name, value, source }) => [name.en, `${value} ${source?.en ?? ""}`.trim()]));
      };
      expect(await rows("")).toMatchObject({ language: "zh file", threads: "1 file", colour: "false default" });
      expect(await rows("", { POLICY_BENCH_LANG: "en" })).toMatchObject({ language: "en environment" });
      expect(await rows("--lang en --threads 2", { POLICY_BENCH_LANG: "zh" })).toMatchObject({ language: "en flag", threads: "2 flag" });
      own.write(".policy-bench.json", '{ "lng": "zh", "threads": 0 }');
      const wrong = await at("doctor", own.folder);
      expect(wrong.stderr).toMatch(/^policy-bench: \.policy-bench\.json:\d+:\d+: `threads` \(line \d+\), `lng` \(line \d+\) do not fit/mu);
      expect(wrong.code).toBe(2);
    } finally {
      own.dispose();
    }
  });
});

test("colour is for terminals, and can be forced or forbidden", async ({ expect }) => {
  const args = ["lint", "elsewhere"];
  project.write("elsewhere/policy.json", "{");
  const plain = await policyBench(args, { cwd: project.folder });
  const forced = await policyBench(args, { cwd: project.folder, env: { FORCE_COLOR: "1" } });
  const forbidden = await policyBench([...args, "--no-color"], { cwd: project.folder, env: { FORCE_COLOR: "1" } });
  expect(plain.stdout).not.toContain("\u001b[");
  expect(forced.stdout).toContain("\u001b[");
  expect(forbidden.stdout).toBe(plain.stdout);
  expect(plain.stderr).not.toMatch(stackTrace);
  expect(readFileSync(join(project.folder, "elsewhere/policy.json"), "utf8")).toBe("{");
});
