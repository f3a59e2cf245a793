// Broken rule, law and scenario files: each mistake is one clear finding; lint exits 1, any other command 2.
import { beforeAll, describe, test } from "vitest";
import { actingOnTerminal, copyProject, policyBench, requireBuild, stackTrace, type Project } from "./bin.ts";

beforeAll(requireBuild);

interface BadFile {
  readonly name: string;
  readonly break: (project: Project) => void;
  /** `code file` of every finding of lint, in order. */
  readonly finds: readonly string[];
  /** What the run says on stderr. */
  readonly says: readonly RegExp[];
}

const policy = "rules/policies/consent-first";
const baseline = "scenarios/baseline.json";
const enrolment = `${policy}/enrolment.json`;
const run = ["run", "baseline", "--policy", "consent-first"];

const files: readonly BadFile[] = [
  {
    name: "a comma is missing in a scenario",
    break: (p) => p.edit(baseline, '"months": 24,', '"months": 24'),
    finds: [`json-syntax ${baseline}`],
    says: [/baseline\.json:7:3/u, /missing comma before `"seed"`/u, /> 7 \| {3}"seed"/u],
  },
  {
    name: "a policy file ends in the middle",
    break: (p) => p.write(`${policy}/policy.json`, p.read(`${policy}/policy.json`).slice(0, 400)),
    finds: [`json-syntax ${policy}/policy.json`],
    says: [/`\{` is never closed/u],
  },
  {
    name: "the dictionary ends in the middle: one finding, not one at every fact",
    break: (p) => p.write("rules/dictionary.json", p.read("rules/dictionary.json").slice(0, 4000)),
    finds: ["json-syntax rules/dictionary.json"],
    says: [/never closed/u, /^1 error$/mu],
  },
  {
    name: "the reasons end in the middle: one finding, not one at every reason",
    break: (p) => p.write("rules/reasons.json", p.read("rules/reasons.json").slice(0, 300)),
    finds: ["json-syntax rules/reasons.json"],
    says: [/never closed/u, /^1 error$/mu],
  },
  {
    name: "a law pack ends in the middle",
    break: (p) => p.write("rules/laws/cn.json", p.read("rules/laws/cn.json").slice(0, 3000)),
    finds: ["json-syntax rules/laws/cn.json"],
    says: [/never closed/u],
  },
  {
    name: "a key stands twice",
    break: (p) => p.edit(baseline, '"months": 24,', '"months": 24, "months": 12,'),
    finds: [`duplicate-key ${baseline}`],
    says: [/key `months` stands twice/u, /baseline\.json:6:17/u],
  },
  {
    name: "a fact is unknown",
    break: (p) => p.edit(enrolment, '"customer.age"', '"customer.agee"'),
    finds: [`unknown-fact ${enrolment}`],
    says: [/unknown fact `customer\.agee`; did you mean `customer\.age`\?/u],
  },
  {
    name: "an operator is unknown",
    break: (p) => p.edit(enrolment, '"lessThan"', '"lesThan"'),
    finds: [`unknown-operator ${enrolment}`],
    says: [/unknown operator `lesThan`; did you mean `lessThan`\?/u],
  },
  {
    name: "an outcome is unknown",
    break: (p) => p.edit(enrolment, '"type": "decline"', '"type": "declin"'),
    finds: [`unknown-outcome ${enrolment}`],
    says: [/no outcome `declin`; did you mean `decline`\?/u],
  },
  {
    name: "a parameter is unknown",
    break: (p) => p.edit(`${policy}/limit.json`, '"param.lowDebtToIncomeBps"', '"param.lowDebtToIncomeBp"'),
    finds: [`unknown-fact ${policy}/limit.json`],
    says: [/unknown fact `param\.lowDebtToIncomeBp`; did you mean `param\.lowDebtToIncomeBps`\?/u],
  },
  {
    name: "a number is written as a text",
    break: (p) => p.edit(enrolment, '"value": 18', '"value": "18"'),
    finds: [`wrong-type ${enrolment}`],
    says: [/`customer\.age` is a whole number, and `"18"` is not/u, /write 18 without quotes/u],
  },
  {
    name: "a parameter has another unit than the fact it is compared with",
    break: (p) => p.edit(`${policy}/policy.json`, '"unit": "points"', '"unit": "bps"'),
    finds: [`incomparable-facts ${enrolment}`],
    says: [/do not compare: points against bps/u],
  },
  {
    name: "a threshold lies outside its fact's domain",
    break: (p) => p.edit(enrolment, '"value": 18', '"value": 1800'),
    finds: [`outside-domain ${enrolment}`],
    says: [/`1800` lies outside the domain of `customer\.age`/u],
  },
  {
    name: "named conditions lead back to themselves",
    break: (p) => p.edit(enrolment, '"conditions": {', '"conditions": { "a": { "all": [{ "condition": "b" }] }, "b": { "any": [{ "condition": "a" }] },'),
    finds: [`condition-cycle ${enrolment}`],
    says: [/`a` → `b` → `a`/u],
  },
  {
    name: "two rules have one name",
    break: (p) => p.edit(enrolment, '"name": "ENR-10"', '"name": "ENR-01"'),
    finds: [`duplicate-rule ${enrolment}`, `unknown-rule ${enrolment}`],
    says: [/rule `ENR-01` stands twice/u],
  },
  { name: "a file is empty", break: (p) => p.write(`${policy}/limit.json`, ""), finds: [`empty-file ${policy}/limit.json`], says: [/the file is empty/u] },
  {
    name: "a file is binary",
    break: (p) => p.write(`${policy}/limit.json`, Buffer.from([0x7b, 0, 1, 2, 0, 10])),
    finds: [`binary-file ${policy}/limit.json`],
    says: [/contains NUL bytes/u],
  },
  {
    name: "a file is in GBK",
    break: (p) => p.write(`${policy}/limit.json`, Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]), Buffer.from('"}')])),
    finds: [`not-utf8 ${policy}/limit.json`],
    says: [/not UTF-8/u, /save it as UTF-8/u],
  },
  {
    name: "a file is in UTF-16",
    break: (p) => p.write(baseline, Buffer.from(`\ufeff${p.read(baseline)}`, "utf16le")),
    finds: [`not-utf8 ${baseline}`],
    says: [/not UTF-8/u],
  },
  {
    name: "a file is larger than 20 MB",
    break: (p) => p.write(`${policy}/limit.json`, Buffer.alloc(21_000_000, 32)),
    finds: [`too-large ${policy}/limit.json`],
    says: [/21 MB; files of at most 20 MB are read/u],
  },
  {
    name: "a folder stands where a file should be",
    break: (p) => {
      p.remove(`${policy}/limit.json`);
      p.write(`${policy}/limit.json/x.txt`, "");
    },
    finds: [`unreadable-file ${policy}/limit.json`],
    says: [/the file is a folder/u],
  },
  { name: "a decision file is missing", break: (p) => p.remove(`${policy}/limit.json`), finds: [`missing-file ${policy}/limit.json`], says: [/has no file `limit\.json`/u] },
  {
    name: "10,000 levels of nesting",
    break: (p) => p.write(baseline, `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`),
    finds: [`too-deep ${baseline}`],
    says: [/nested deeper than 64 levels/u],
  },
  {
    name: "a key named __proto__",
    break: (p) => p.edit(baseline, '"months": 24,', '"months": 24, "__proto__": { "x": 1 },'),
    finds: [`forbidden-key ${baseline}`],
    says: [/key `__proto__` is not allowed/u],
  },
  { name: "no customers", break: (p) => p.edit(baseline, "20000", "0"), finds: [`out-of-range ${baseline}`], says: [/must be at least 1, is `0`/u, /baseline\.json:9:32/u] },
  { name: "a thousand million customers", break: (p) => p.edit(baseline, "20000", "1000000000"), finds: [`out-of-range ${baseline}`], says: [/must be at most 200000000/u] },
  {
    name: "control characters in names",
    break: (p) => {
      p.edit(baseline, '"name": "baseline"', '"name": "a\\u001b[31mred"');
      p.edit(baseline, '"seed": "baseline"', '"seed": "s", "k\\u001b[2J\\u202e": 1');
    },
    finds: [`wrong-format ${baseline}`, `unknown-key ${baseline}`],
    says: [/`a\\u001b\[31mred` is not in the form/u, /use letters, digits/u, /unknown key `k\\u001b\[2J\\u202e`/u],
  },
  {
    name: "unknown policy, profile, environment, assumption set, mapping and law pack: all at once, each where it is named",
    break: (p) => {
      p.edit(baseline, '"challengers": ["consent-first"', '"challengers": ["consent-frist"');
      p.edit(baseline, '"profile": "urban-shoppers"', '"profile": "urban-shopers"');
      p.edit(baseline, '"macro": "steady"', '"macro": "stedy"');
      p.edit(baseline, '"assumptions": "base"', '"assumptions": "bas"');
      p.edit(baseline, '"customers": 20000', '"mapping": "uci-credit-crad"');
      p.edit(baseline, '"laws": ["cn"]', '"laws": ["cn", "us"]');
    },
    finds: ["unknown-profile", "unknown-environment", "unknown-assumptions", "unknown-law", "unknown-mapping", "unknown-policy"].map((code) => `${code} ${baseline}`),
    says: [/profile `urban-shopers`/u, /did you mean `steady`\?/u, /assumption set `bas`/u, /did you mean `uci-credit-card`\?/u, /law pack `us`/u],
  },
  {
    name: "an expectation about a policy that does not run",
    break: (p) => p.edit(baseline, '"policy": "consent-first"', '"policy": "consent-frist"'),
    finds: [`unknown-policy ${baseline}`],
    says: [/runs no policy `consent-frist`; did you mean `consent-first`\?/u],
  },
  {
    name: "mistakes in five files at once",
    break: (p) => {
      p.edit(baseline, '"months": 24', '"months": -3');
      p.edit(baseline, '"type": "microlender"', '"type": "micro"');
      p.edit(enrolment, '"customer.age"', '"customer.agee"');
      p.edit("rules/laws/cn.json", '"operator": "equal"', '"operator": "equol"');
      p.write("scenarios/profiles/urban-shoppers.json", p.read("scenarios/profiles/urban-shoppers.json").slice(0, 300));
    },
    finds: [`unknown-fact ${enrolment}`, "unknown-operator rules/laws/cn.json", "json-syntax scenarios/profiles/urban-shoppers.json", `out-of-range ${baseline}`, `unknown-value ${baseline}`],
    says: [/is `-3`/u, /unknown value `micro`/u, /customer\.agee/u, /equol/u, /urban-shoppers\.json:/u],
  },
];

interface Finding {
  readonly code: string;
  readonly message: { readonly en: string; readonly zh: string };
  readonly place?: { readonly file: string };
}

describe.concurrent("a broken file", () => {
  test.for(files)("$name", async (bad, { expect }) => {
    const project = copyProject();
    try {
      bad.break(project);
      const before = project.files();
      const [lint, ran] = await Promise.all([policyBench(["lint", "--json"], { cwd: project.folder }), policyBench(run, { cwd: project.folder })]);
      const found: readonly Finding[] = JSON.parse(lint.stdout).diagnostics;
      expect(found.map(({ code, place }) => `${code} ${place?.file}`).toSorted()).toEqual(bad.finds.toSorted());
      for (const { message } of found) expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(lint.code).toBe(1);
      for (const words of bad.says) expect(ran.stderr).toMatch(words);
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe("");
      for (const text of [lint.stdout, lint.stderr, ran.stderr]) {
        expect(actingOnTerminal(text)).toEqual([]);
        expect(text).not.toMatch(stackTrace);
      }
      expect(project.files()).toEqual(before);
    } finally {
      project.dispose();
    }
  });
});
