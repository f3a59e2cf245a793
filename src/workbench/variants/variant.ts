import type { Diagnostic } from "../../base/index.ts";
import type { Policy } from "../../policy/index.ts";
import type { Bench } from "../bench.ts";
import type { Source } from "../read-file.ts";
import { readPolicyTexts, type Ground } from "../read-rules.ts";

/** One of many runs that differ in numbers: a policy of the bench with something changed, as plain data. */
export interface Variant {
  /** A policy of the bench. */
  readonly policy: string;
  /** Its files in another wording. */
  readonly files?: readonly Source[] | undefined;
  /** Its parameters that are set. */
  readonly parameters?: Readonly<Record<string, number>> | undefined;
  /** Assumptions that are set. */
  readonly assumptions?: Readonly<Record<string, number>> | undefined;
}

/** The bench of a variant: its policy alone, under the name it has in the bench. Law packs only where they are asked for. */
export function benchOf(bench: Bench, variant: Variant, { ground, laws }: { readonly ground: Ground; readonly laws: boolean }): Bench {
  const policy = policyOf(bench, variant, ground);
  const { assumptions } = bench;
  return {
    ...bench,
    policies: new Map([[variant.policy, policy]]),
    packs: laws || lawsSteer(policy) ? bench.packs : [],
    assumptions: variant.assumptions === undefined ? assumptions : { ...assumptions, values: { ...assumptions.values, ...variant.assumptions } },
  };
}

/** Whether what the law says of acts changes what is done next: then a run without law packs would be another run. */
export function lawsSteer({ procedures }: Policy): boolean {
  return Object.hasOwn(procedures, "audit");
}

function policyOf(bench: Bench, { policy: name, files, parameters = {} }: Variant, ground: Ground): Policy {
  const policy = files === undefined ? bench.policies.get(name) : readPolicyTexts(files, ground).policy;
  if (policy === undefined) throw new Error(`policy ${name} was not read`);
  return { ...policy, parameters: policy.parameters.map((each) => ({ ...each, value: parameters[each.name] ?? each.value })) };
}

/** What is wrong with files that a variant is to be made of: errors only, without those that stood there before. */
export function variantErrors(files: readonly Source[], ground: Ground): readonly Diagnostic[] {
  return readPolicyTexts(files, ground).diagnostics.filter(({ level }) => level === "error");
}
