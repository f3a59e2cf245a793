// Faults planted in a copy of the compiler's text. The copy is the shipped text with one replacement; nothing in the
// shipped compiler knows of this.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as policy from "../../src/policy/index.ts";

/** What a copy of the compiler offers. */
export type CompilerCopy = Pick<
  typeof policy,
  "compileRules" | "missing" | "compileDecision" | "compileColumns" | "compileLaw" | "readOutcome" | "deriveFacts"
>;

/** One fault: in which file which words become which others. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const room = join(import.meta.dirname, "../../src/policy");
const sources = ["check-compilable", "compile-decision", "compile-law", "compile-rules", "derive", "emit", "read-outcome"];

/** Loads the compiler with a fault; without one, to show that the copy itself is sound. Throws where the words are not found. */
export async function loadCopy(fault?: Fault): Promise<CompilerCopy> {
  const folder = mkdtempSync(join(tmpdir(), "policy-bench-fault-"));
  try {
    cpSync(join(room, "compile"), folder, { recursive: true });
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), "utf8");
      writeFileSync(join(folder, file), anchored(fault?.file === file ? planted(text, fault) : text));
    }
    writeFileSync(join(folder, "index.ts"), sources.map((name) => `export * from "./${name}.ts";\n`).join(""));
    return (await import(/* @vite-ignore */ pathToFileURL(join(folder, "index.ts")).href)) as CompilerCopy;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function planted(text: string, { name, from, to }: Fault): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${name}: the words to replace stand ${more.length + (after === undefined ? 0 : 1)} times in the text, not once`);
  return `${before}${to}${after}`;
}

/** Imports of the rest of the room and of other rooms go to the shipped files. */
function anchored(text: string): string {
  return text
    .replaceAll(/from "\.\.\/\.\.\/([^"]+)"/gu, (_, path: string) => `from "${join(room, "..", path)}"`)
    .replaceAll(/from "\.\.\/([^"]+)"/gu, (_, path: string) => `from "${join(room, path)}"`);
}
