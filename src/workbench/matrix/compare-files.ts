import { basename, resolve } from "node:path";
import { isObject, readJson } from "../../base/index.ts";
import { compareMatrices, readMatrix, type MatrixComparison } from "../../verdict/index.ts";
import { csvMatrices, markdownMatrices, matricesPage, prettyMatrices } from "../../view/index.ts";
import type { Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { readTextFile } from "../read-file.ts";
import { tellerOf } from "../tell-report.ts";

/** Whether a file is a saved matrix. What cannot be read is none. */
export function isMatrix({ world }: Call, path: string): boolean {
  const read = readTextFile(resolve(world.cwd, path), path);
  if (!("source" in read)) return false;
  const { value } = readJson(read.source.text, path);
  return isObject(value) && value["kind"] === "matrix";
}

/** `compare a.json b.json` of two matrices: every cell that both have, and the conclusions that are others now. */
export async function compareMatrixFiles(call: Call, paths: readonly [string, string]): Promise<number> {
  const tell = tellerOf<MatrixComparison>(call, { pretty: prettyMatrices, markdown: markdownMatrices, csv: csvMatrices, page: matricesPage });
  const found = paths.map((path) => {
    const read = readTextFile(resolve(call.world.cwd, path), path);
    return "diagnostic" in read ? { diagnostics: [read.diagnostic] } : readMatrix(readJson(read.source.text, path));
  });
  const [first, second] = found.map((each) => ("report" in each ? each.report : undefined));
  if (first === undefined || second === undefined) return cannotRun(call, found.flatMap((each) => each.diagnostics));
  const names = paths.map((path) => basename(path));
  const [a = "", b = ""] = names[0] === names[1] ? paths : names;
  await tell(compareMatrices({ name: a, report: first }, { name: b, report: second }));
  return 0;
}
