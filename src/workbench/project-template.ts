import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readJson, setJson, valueAt } from "../base/index.ts";
import { json } from "../view/index.ts";
import { allSchemas } from "./all-schemas.ts";
import { readProjectGround } from "./read-rules.ts";
import type { Project } from "./project.ts";
import { version } from "./version.ts";

/** The shipped policy that a new project begins with. */
const model = "consent-first";
const decisionFiles = ["enrolment.json", "limit.json", "pricing.json", "closure.json", "monitoring.json"];

/** A file of a new project, by its place in it. */
export interface TemplateFile {
  readonly place: string;
  readonly text: string;
}

/**
 * The files of a new project: one policy with all five decisions, one scenario and what they rest on, taken from the shipped
 * ones; schemas and settings for the editor; gates; a workflow for CI.
 */
export function projectTemplate(shipped: Project, policy: string): readonly TemplateFile[] {
  const read = (place: string): string => readFileSync(join(shipped.root, place), "utf8");
  const same = ["rules/dictionary.json", "rules/invariants.json", "rules/laws/cn.json", "scenarios/profiles/urban-shoppers.json", "scenarios/environments/steady.json", "scenarios/assumptions/base.json"];
  const folder = `rules/policies/${policy}`;
  const own = [...decisionFiles, "invariants.json", "scorecard.json"].filter((file) => existsSync(join(shipped.root, "rules/policies", model, file)));
  const decisions = own.map((file) => ({ place: `${folder}/${file}`, text: read(`rules/policies/${model}/${file}`) }));
  const { dictionary } = readProjectGround(shipped);
  const schemas = dictionary === undefined ? {} : allSchemas(dictionary);
  return [
    ...same.map((place) => ({ place, text: read(place) })),
    { place: "rules/reasons.json", text: reasonsFor(read("rules/reasons.json"), decisions.map(({ text }) => text).join("\n")) },
    { place: `${folder}/policy.json`, text: named(read(`rules/policies/${model}/policy.json`), policy) },
    ...decisions,
    { place: "scenarios/baseline.json", text: scenarioFor(policy) },
    ...Object.entries(schemas).map(([name, text]) => ({ place: `rules/schema/${name}`, text })),
    { place: ".vscode/settings.json", text: json(editorSettings) },
    { place: ".vscode/tasks.json", text: json(editorTasks) },
    { place: ".policy-bench.json", text: json({ check: { coverage: { min: 90, minMcdc: 40 }, mutation: { min: 60 } } }) },
    { place: ".github/workflows/policies.yml", text: workflow },
    { place: ".gitignore", text: "node_modules/\nreports/local/\n" },
    { place: "package.json", text: json({ name: policy, private: true, type: "module", scripts: { check: "policy-bench check", test: "policy-bench test" }, devDependencies: { "policy-bench": version } }) },
  ];
}

function named(text: string, policy: string): string {
  const changes: readonly (readonly [readonly string[], unknown])[] = [
    [["name"], policy],
    [["title"], { en: titleOf(policy), zh: policy }],
    [["version"], "0.1.0"],
  ];
  return changes.reduce((now, [path, value]) => setJson(now, path, value) ?? now, text);
}

function titleOf(policy: string): string {
  const words = policy.replaceAll(/[-._]+/gu, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Only reasons that the policy gives: the rest would be told as unused. */
function reasonsFor(text: string, rules: string): string {
  const unused = Object.keys(Object(valueAt(readJson(text, "rules/reasons.json").value, "/reasons"))).filter((code) => !rules.includes(`"${code}"`));
  return unused.reduce((now, code) => setJson(now, ["reasons", code], undefined) ?? now, text);
}

function scenarioFor(policy: string): string {
  return json({
    $schema: "../rules/schema/scenario.schema.json",
    name: "baseline",
    title: { en: "Steady economy", zh: "平稳经济" },
    startDate: "2026-11-01",
    months: 24,
    seed: "baseline",
    replications: 1,
    population: { customers: 20000, profile: "urban-shoppers", book: "empty" },
    lender: { type: "microlender", partners: { "bank-x": { type: "bank" }, "guarantor-y": { type: "guarantor" } } },
    environment: { macro: "steady" },
    assumptions: "base",
    champion: policy,
    challengers: [],
    laws: ["cn"],
    expectations: [
      { name: "no critical law rule is matched", policy, measure: "violationsCritical", equals: 0 },
      { name: "90+ at month 12 stays under 3 %", policy, measure: "ever90PlusAtMonth12", atMost: 0.03, confidence: 0.95 },
    ],
  });
}

const schemaOf = (fileMatch: string, name: string): object => ({ fileMatch: [fileMatch], url: `./rules/schema/${name}.schema.json` });

/** Schemas by place, so that a new file is completed before it names one. */
const editorSettings = {
  "json.schemas": [
    schemaOf("/rules/dictionary.json", "dictionary"),
    schemaOf("/rules/reasons.json", "reasons"),
    schemaOf("/rules/laws/*.json", "law"),
    ...["policy", "enrolment", "limit", "pricing", "closure", "monitoring", "scorecard"].map((name) => schemaOf(`/rules/policies/*/${name}.json`, name)),
    ...["enrolment", "limit", "pricing", "closure", "monitoring"].map((name) => schemaOf(`/rules/policies/*/${name}.examples.json`, `${name}.examples`)),
    schemaOf("/rules/invariants.json", "invariants"),
    schemaOf("/rules/policies/*/invariants.json", "invariants"),
    schemaOf("/scenarios/*.json", "scenario"),
    schemaOf("/scenarios/profiles/*.json", "profile"),
    schemaOf("/scenarios/environments/*.json", "environment"),
    schemaOf("/scenarios/assumptions/*.json", "assumptions"),
    schemaOf("/scenarios/mappings/*.json", "mapping"),
    schemaOf("/scenarios/scorecards/*.json", "scorecard"),
  ],
  "json.schemaDownload.enable": true,
  "editor.tabSize": 2,
};

/** Findings at their lines as one types: lint keeps watching, and the editor reads its lines. */
const editorTasks = {
  version: "2.0.0",
  tasks: [
    {
      label: "policy-bench: findings as you save",
      type: "shell",
      command: "npx policy-bench lint --watch --proofs --format compact",
      isBackground: true,
      runOptions: { runOn: "folderOpen" },
      presentation: { reveal: "never", panel: "dedicated" },
      problemMatcher: {
        owner: "policy-bench",
        source: "policy-bench",
        fileLocation: ["relative", "${workspaceFolder}"],
        pattern: { regexp: "^(.+?):(\\d+):(\\d+) (error|warning|note) (\\S+) (.+)$", file: 1, line: 2, column: 3, severity: 4, code: 5, message: 6 },
        background: { activeOnStart: true, beginsPattern: "^(changed: |已改动：)", endsPattern: "^(watching; |监视中；)" },
      },
    },
  ],
};

const workflow = `name: policies
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npm install
      - run: npx policy-bench check --quiet --format github -o sarif=findings.sarif -o junit=findings.xml
      - if: always()
        uses: actions/upload-artifact@v4
        with: { name: findings, path: "findings.*" }
`;
