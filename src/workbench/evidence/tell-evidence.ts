import { exitCode } from "../../verdict/index.ts";
import { evidenceMarkdown } from "../../view/index.ts";
import type { Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { runRequest, textsOf } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateAsked } from "../simulate-asked.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";
import { evidencePack } from "./evidence-pack.ts";

/** `policy-bench laws --evidence <scenario> --policy <policy>`: runs the one policy and tells what was found, article by article. */
export async function tellEvidence(call: Call, scenario: string): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["markdown", "json"]);
  const request = runRequest(call);
  const [asked, ...others] = request.policies;
  if (asked === undefined || others.length > 0)
    throw new UsageError({ en: "--evidence is about one policy; name it with --policy", zh: "--evidence 针对一项政策；请用 --policy 指明" });
  const read = textsOf(call, request, scenario);
  if (read.texts === undefined) return cannotRun(call, read.diagnostics);
  const done = await simulateAsked(call, { texts: read.texts });
  const { bench, report } = done;
  sayFindings(done.diagnostics.filter(({ level }) => level === "error"), settings, call.world);
  const [name, policy] = [...(bench?.policies ?? [])][0] ?? [];
  if (bench === undefined || report === undefined || policy === undefined || name === undefined) return exitCode([{ kind: "cannot-run" }]);
  const pack = evidencePack({ policy, files: read.texts.policies[name] ?? [], packs: bench.packs, report });
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, ...pack }) : evidenceMarkdown(pack, textOptions(settings)));
  return 0;
}
