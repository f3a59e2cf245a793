import type { Diagnostic, Text } from "../base/index.ts";
import { prettyDiagnostics } from "../view/index.ts";
import { textOptions } from "./text-options.ts";
import type { Settings, World } from "./world.ts";

/** Findings on stderr, with frames; nothing where there are none. */
export function sayFindings(diagnostics: readonly Diagnostic[], settings: Settings, world: World): void {
  if (diagnostics.length === 0) return;
  const color = settings.color.value && world.stderr.isTTY;
  world.stderr.write(prettyDiagnostics(diagnostics, { ...textOptions(settings), color }));
}

/** A remark on stderr, unless the user wants quiet. */
export function remark(text: Text, settings: Settings, world: World): void {
  if (!settings.quiet) world.stderr.write(`${text[settings.lang.value]}\n`);
}
