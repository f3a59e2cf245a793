import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { dictionarySchema } from "../../facts/index.ts";
import { ruleSchemas } from "../../policy/index.ts";
import { populationSchemas } from "../../population/index.ts";
import { reportSchema } from "../../verdict/index.ts";
import { json } from "../../view/index.ts";
import { z } from "zod";
import { assumptionsSchema, environmentSchema } from "../../simulation/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { openProject, shownPath } from "../project.ts";
import { readGroundwork } from "../read-rules.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { scenarioSchema } from "../scenario.ts";
import { readSettings } from "../settings.ts";
import { writeWhole } from "../write-file.ts";

/** `policy-bench schema`: JSON Schemas (draft-07) for editors, from the types that the readers use. */
export async function schema(call: Call): Promise<number> {
  const settings = readSettings(call);
  const project = openProject(call.world);
  const { groundwork, diagnostics } = readGroundwork(project);
  sayFindings(diagnostics, settings, call.world);
  if (groundwork === undefined) return exitCode([{ kind: "cannot-run" }]);
  const schemas = await Promise.resolve(allSchemas(groundwork.dictionary));
  const folder = textFlag(call, "write");
  const home = folder === undefined ? join(project.root, "rules", "schema") : resolve(call.world.cwd, folder);
  if (flag(call, "check")) {
    const stale = Object.entries(schemas).filter(([name, text]) => text !== textOf(join(home, name)));
    for (const [name] of stale) remark({ en: `out of date: ${name}`, zh: `已过期：${name}` }, settings, call.world);
    return exitCode(stale.map(() => ({ kind: "diagnostic", level: "error" })));
  }
  for (const [name, text] of Object.entries(schemas)) writeWhole(join(home, name), text);
  const count = Object.keys(schemas).length;
  remark({ en: `${count} schemas written to ${shownPath(project, home)}`, zh: `已将 ${count} 个 Schema 写入 ${shownPath(project, home)}` }, settings, call.world);
  return 0;
}

/** Every schema by file name, as it is written. */
export function allSchemas(dictionary: Parameters<typeof ruleSchemas>[0]): Readonly<Record<string, string>> {
  const draft = { target: "draft-7", io: "input", unrepresentable: "any" } as const;
  const schemas: Readonly<Record<string, unknown>> = {
    "dictionary.schema.json": dictionarySchema(),
    ...ruleSchemas(dictionary),
    ...populationSchemas(),
    "scenario.schema.json": z.toJSONSchema(scenarioSchema, draft),
    "environment.schema.json": z.toJSONSchema(environmentSchema, draft),
    "assumptions.schema.json": z.toJSONSchema(assumptionsSchema, draft),
    "report.schema.json": reportSchema(),
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, value]) => [name, json(value)]));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
