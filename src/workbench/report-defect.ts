import type { World } from "./world.ts";

/** A defect of ours: says what to send us, and returns exit code 70. */
export function reportDefect(error: unknown, world: World): 70 {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(
    [
      "policy-bench: this is a defect of ours, not a mistake of yours / 这是本工具的缺陷，不是您的错误",
      "please send us the lines below and the files that led here / 请将以下内容和相关文件发给我们",
      "",
      // Nothing in it may act on a terminal.
      trace.replaceAll(/[^\P{C}\n]/gu, "?"),
      "",
    ].join("\n"),
  );
  return 70;
}
