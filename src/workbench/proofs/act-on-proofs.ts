import { join } from "node:path";
import { certificatesOf, type ClaimResult } from "../../proof/index.ts";
import type { Project } from "../project.ts";
import { shownPath } from "../project.ts";
import type { Target } from "../read-targets.ts";
import type { Repair } from "../repairs/find-repairs.ts";
import { saveExample } from "../save-example.ts";
import { remark } from "../say-findings.ts";
import { UsageError, type Settings } from "../world.ts";
import { writeAll } from "../write-file.ts";
import type { PolicyProof } from "./prove-policy.ts";

interface Acting {
  readonly project: Project;
  readonly settings: Settings;
}

/** Writes every question of every claim as SMT-LIB, a file each. */
export function writeCertificates(proofs: readonly Pick<PolicyProof, "prover" | "results">[], { folder, project, settings }: Acting & { readonly folder: string }): void {
  const files = proofs.flatMap(({ prover, results }) =>
    results.flatMap(({ claim }) =>
      certificatesOf(prover, claim).map(({ asked, differs, text }) => {
        const name = [prover.model.policy.name, claim.name, ...asked.map(({ decision, moment }) => `${decision}@${moment}`), ...(differs === undefined ? [] : [differs])].join("-");
        return { path: join(folder, `${name.replaceAll(/[^\w.@-]+/gu, "_")}.smt2`), text };
      }),
    ),
  );
  writeAll(files);
  remark({ en: `${files.length} questions written to ${folder}; a solver answers \`unsat\` where the claim is proved`, zh: `已将 ${files.length} 个问题写入 ${folder}；求解器回答 \`unsat\` 即表示不变量已证明` }, settings, project.world);
}

/** Writes the first counterexample of each broken claim as an example into the decision file. */
export async function saveCounterexamples(proofs: readonly { readonly target: Target; readonly results: readonly ClaimResult[] }[], { project, settings }: Acting): Promise<void> {
  for (const { target, results } of proofs) {
    for (const { claim, counterexamples } of results) {
      const [one] = counterexamples;
      const [asked] = one?.asked ?? [];
      if (one === undefined || asked === undefined) continue;
      const name = `${claim.name}: ${claim.title.en}`;
      const people = [{ name, facts: one.departures }, ...(one.second === undefined ? [] : [{ name: `${name} (2)`, facts: { ...one.departures, [one.second.fact]: one.second.value } }])];
      for (const person of people) await saveExample({ project, settings, operand: target.operand, policy: target.policy, ...asked, ...person });
    }
  }
}

/** Writes the repair of this number; a UsageError where it is not said which of several, or there is none. */
export function applyRepair(repairs: readonly { readonly repair: Repair; readonly path: string }[], written: string | undefined, { project, settings }: Acting): void {
  if (repairs.length === 0) {
    remark({ en: "no single edit was found that repairs a broken claim and breaks no other", zh: "未找到可修复不变量且不破坏其他不变量的单处改动" }, settings, project.world);
    return;
  }
  if (written === undefined && repairs.length > 1) throw new UsageError({ en: `there are ${repairs.length} repairs; say which: --apply 1`, zh: `共有 ${repairs.length} 种修复，请指明采用哪一种：--apply 1` });
  const number = written === undefined ? 1 : Number(written);
  const chosen = repairs[number - 1];
  if (chosen === undefined) throw new UsageError({ en: `there is no repair ${written ?? ""}; they are numbered 1 to ${repairs.length}`, zh: `没有编号为 ${written ?? ""} 的修复；编号为 1 到 ${repairs.length}` });
  writeAll([{ path: chosen.path, text: chosen.repair.source.text }]);
  const { about, title } = chosen.repair.edit;
  const file = shownPath(project, chosen.path);
  remark({ en: `${file}: ${about} ${title.en}`, zh: `${file}：${about} ${title.zh}` }, settings, project.world);
}
