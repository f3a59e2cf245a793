import type { Diagnostic } from "../../base/index.ts";

/** What makes a finding the same one after lines have moved: its code, its file and what it says. */
export function identityOf({ code, message, place }: Diagnostic): string {
  return JSON.stringify([code, place?.file ?? "", message.en.replaceAll(/\bon line \d+/gu, "on line")]);
}

/** Fingerprints of findings in their order; the second of two alike differs from the first. 64 bits as 16 hex digits. */
export function fingerprints(diagnostics: readonly Diagnostic[]): readonly string[] {
  const counts = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const identity = identityOf(diagnostic);
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    return hash(`${identity}#${count}`);
  });
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) state = BigInt.asUintN(64, (state ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return state.toString(16).padStart(16, "0");
}
