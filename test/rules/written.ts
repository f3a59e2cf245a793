import { readFileSync } from "node:fs";
import { z } from "zod";
import { readDictionary } from "../../src/facts/index.ts";
import { decisionNames } from "../../src/policy/index.ts";

/** The policies as their authors wrote them: JSON, not passed through our reader. */
export const folders: Readonly<Record<string, string>> = {
  "silent-auto-enrolment": "rules/policies/silent-auto-enrolment",
  "consent-first": "rules/policies/consent-first",
  invited: "rules/policies/invited",
  "tiered-partners": "test/fixtures/policies/tiered-partners",
};
export const shipped = ["silent-auto-enrolment", "consent-first", "invited"] as const;

const constant = z.union([z.number(), z.string(), z.boolean()]);
const reference = z.strictObject({ fact: z.string() });
const operand = z.union([z.string(), z.number()]);
const pair = z.tuple([operand, operand]);
const event = z.strictObject({
  type: z.string(),
  params: z.record(z.string(), z.union([constant, z.array(constant), reference])).optional(),
});
const rule = z.looseObject({
  name: z.string(),
  title: z.unknown(),
  why: z.unknown(),
  serves: z.array(z.string()),
  priority: z.int().min(1),
  conditions: z.looseObject({}),
  event,
});
const example = z.strictObject({
  name: z.string(),
  moment: z.string(),
  facts: z.record(z.string(), z.union([constant, z.null()])),
  expect: z.looseObject({ type: z.string(), because: z.array(z.string()), undecided: z.literal(true).optional() }),
});
const ruleFile = z.looseObject({
  decision: z.enum(decisionNames),
  combine: z.record(z.string(), z.string()),
  exclusive: z.array(z.tuple([z.string(), z.string()])).optional(),
  otherwise: z.record(z.string(), event),
  onMissing: event,
  conditions: z.record(z.string(), z.looseObject({})).optional(),
  rules: z.array(rule),
  examples: z.array(example),
});
const policyFile = z.looseObject({
  name: z.string(),
  parameters: z.record(z.string(), z.looseObject({ value: z.number() })),
  derived: z.record(
    z.string(),
    z.looseObject({
      times: pair.optional(),
      plus: pair.optional(),
      minus: pair.optional(),
      dividedBy: pair.optional(),
      min: z.array(operand).optional(),
      max: z.array(operand).optional(),
      band: z.string().optional(),
      steps: z.array(z.strictObject({ from: z.number(), to: z.number() })).optional(),
      roundDownTo: z.number().optional(),
    }),
  ),
});

export type WrittenEvent = z.infer<typeof event>;
export type WrittenFile = z.infer<typeof ruleFile>;
export type WrittenExample = z.infer<typeof example>;
export type WrittenPolicy = z.infer<typeof policyFile>;

/** A file of the project as JSON. */
export function readProjectJson(path: string): unknown {
  const value: unknown = JSON.parse(readText(path));
  return value;
}

export function readText(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

export function folderOf(policy: string): string {
  const folder = folders[policy];
  if (folder === undefined) throw new Error(`no policy ${policy}`);
  return folder;
}

export function writtenPolicy(policy: string): WrittenPolicy {
  return policyFile.parse(readProjectJson(`${folderOf(policy)}/policy.json`));
}

/** The five decision files of a policy. */
export function writtenFiles(policy: string): readonly WrittenFile[] {
  return decisionNames.map((name) => ruleFile.parse(readProjectJson(`${folderOf(policy)}/${name}.json`)));
}

/** The six files of a policy, as `readPolicy` takes them. */
export function filesOf(policy: string): readonly { readonly file: string; readonly text: string }[] {
  return ["policy", ...decisionNames].map((name) => {
    const file = `${folderOf(policy)}/${name}.json`;
    return { file, text: readText(file) };
  });
}

export const dictionary = readDictionary({ file: "rules/dictionary.json", text: readText("rules/dictionary.json") }).dictionary;
