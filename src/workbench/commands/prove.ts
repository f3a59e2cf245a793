import { join, resolve } from "node:path";
import type { Policy } from "../../policy/index.ts";
import { makeProver, usualBudget, type Budget, type Claim } from "../../proof/index.ts";
import { exitCode, type Finding } from "../../verdict/index.ts";
import { prove as proveText, type FindingFormat, type ProofReport, type ToldRepair } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { proofCases } from "../checks/proof-cases.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { parseCount } from "../parse-count.ts";
import { openCustomers } from "../population-cases.ts";
import { openProject, policyFolder, readPolicyFiles, type Project } from "../project.ts";
import { acceptClaims } from "../proofs/accept-claims.ts";
import { applyRepair, saveCounterexamples, writeCertificates } from "../proofs/act-on-proofs.ts";
import { provePolicy, type PolicyProof } from "../proofs/prove-policy.ts";
import { readAllClaims, readSince } from "../read-all-claims.ts";
import { readProjectGround } from "../read-rules.ts";
import { readTargets, type Target } from "../read-targets.ts";
import { findRepairs, type Repair } from "../repairs/find-repairs.ts";
import { findingsRequest, reportFindings } from "../report-findings.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { UsageError, type Settings } from "../world.ts";
import { checkWritable } from "../write-file.ts";

const formats = ["pretty", "json", "junit", "sarif", "github", "compact", "tap", "markdown"] as const satisfies readonly ["pretty", ...FindingFormat[]];

/** `policy-bench prove [policy…]`: what holds for every possible applicant, and rules that can never decide. */
export async function prove(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, formats);
  const budget = budgetOf(call);
  const pattern = patternOf(call);
  const certificates = textFlag(call, "smtlib");
  if (certificates !== undefined) checkWritable([join(resolve(call.world.cwd, certificates), "claim.smt2")]);
  const project = openProject(call.world);
  const ground = readProjectGround(project);
  const read = readTargets(project, call.operands, ground);
  const opened = openCustomers(call, project, ground);
  const claimed = read.targets.map((target) => readAllClaims(project, target));
  const diagnostics = [...read.diagnostics, ...opened.diagnostics, ...claimed.flatMap(({ diagnostics: found }) => found)];
  sayFindings(diagnostics, settings, call.world);
  if (diagnostics.some(({ level }) => level === "error")) return exitCode([{ kind: "cannot-run" }]);
  if (format !== "pretty" && format !== "json") return await reportCases(call, { settings, project, budget, pattern, targets: read.targets });
  const proofs: Proved[] = [];
  for (const [index, target] of read.targets.entries()) {
    const all = claimed[index]?.claims ?? [];
    const claims = all.filter(({ name }) => pattern.test(name));
    const since = readSince(project, ground, all, target.operand);
    const proof = await provePolicy({ policy: target.policy, claims, budget, since, customers: opened.customers });
    const wanted = flag(call, "repair") || call.flags["apply"] !== undefined;
    const { sources } = readPolicyFiles(project, target.operand);
    const repairs = wanted ? proof.results.filter(({ verdict }) => verdict === "broken").flatMap((result) => findRepairs(result, { policy: target.policy, sources, ground, budget, since, kept: provedOf(target.policy, all, { budget, since }), customers: opened.customers })) : [];
    proofs.push({ ...proof, report: acceptClaims(proof.report, claimed[index]?.exceptions ?? []), target, repairs });
  }
  const reports = withRepairs(proofs, flag(call, "repair") || call.flags["apply"] !== undefined);
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, policies: reports }) : proveText(reports, textOptions(settings)));
  await act(call, { settings, project, proofs });
  return exitCode(reports.flatMap(verdictsOf));
}

/** The claims that are proved, asked about or not: a repair keeps them all. */
function provedOf(policy: Policy, claims: readonly Claim[], { budget, since }: { readonly budget: Budget; readonly since: ReadonlyMap<string, Policy> }): readonly Claim[] {
  const prover = makeProver({ policy, claims, budget, since });
  return claims.filter((claim) => prover.prove(claim).verdict === "held");
}

interface Proved extends PolicyProof {
  readonly target: Target;
  readonly repairs: readonly Repair[];
}

/** The reports with their repairs, numbered through all of them, as `--apply` takes them. */
function withRepairs(proofs: readonly Proved[], asked: boolean): readonly ProofReport[] {
  let number = 0;
  return proofs.map(({ report, repairs }) => ({
    ...report,
    claims: report.claims.map((claim) => {
      const own = repairs.filter((repair) => repair.claim === claim.name).map(({ edit, touched }): ToldRepair => {
        number += 1;
        return { number, file: edit.file, about: edit.about, title: edit.title, touched };
      });
      return asked && claim.verdict === "broken" ? { ...claim, repairs: own } : claim;
    }),
  }));
}

/** What is written: certificates, counterexamples as examples, a repair. */
async function act(call: Call, { settings, project, proofs }: { readonly settings: Settings; readonly project: Project; readonly proofs: readonly Proved[] }): Promise<void> {
  const folder = textFlag(call, "smtlib");
  if (folder !== undefined) writeCertificates(proofs, { folder: resolve(call.world.cwd, folder), project, settings });
  if (flag(call, "saveExample")) await saveCounterexamples(proofs.map(({ target, results }) => ({ target, results })), { project, settings });
  const written = call.flags["apply"];
  if (written === undefined) return;
  const repairs = proofs.flatMap(({ target, repairs: own }) => own.map((repair) => ({ repair, path: join(policyFolder(project, target.operand), `${repair.edit.file}.json`) })));
  applyRepair(repairs, typeof written === "string" ? written : undefined, { project, settings });
}

interface Reported {
  readonly settings: Settings;
  readonly project: Project;
  readonly budget: Budget;
  readonly pattern: RegExp;
  readonly targets: readonly Target[];
}

/** Claims and what the rules say of themselves as findings, for CI. */
async function reportCases(call: Call, { settings, project, budget, pattern, targets }: Reported): Promise<number> {
  const request = findingsRequest(call);
  const cases = await proofCases(project, targets.map(({ operand }) => operand), undefined, { budget, isAsked: (claim) => pattern.test(claim) });
  return reportFindings(cases, request, { call, settings }).code;
}

function budgetOf(call: Call): Budget {
  const written = textFlag(call, "budget");
  return written === undefined ? usualBudget : { ...usualBudget, nodes: parseCount(written, "--budget"), ...(written === "0" ? { conflicts: 0 } : {}) };
}

function patternOf(call: Call): RegExp {
  const written = textFlag(call, "run") ?? "";
  try {
    return new RegExp(written, "u");
  } catch {
    throw new UsageError({ en: `--run \`${written}\` is no regular expression`, zh: `--run \`${written}\` 不是正则表达式` });
  }
}

function verdictsOf({ claims, findings }: ProofReport): readonly Finding[] {
  return [
    ...claims.map(({ verdict, level, accepted }): Finding => ({ kind: "verdict", verdict: accepted === undefined ? verdict : "held", level })),
    ...findings.map((finding): Finding => (finding.kind === "unknown" ? { kind: "verdict", verdict: "undecided" } : { kind: "diagnostic", level: finding.level })),
  ];
}
