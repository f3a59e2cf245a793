// A real terminal for tests: a tmux server of its own, so that nobody else's sessions are touched.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { displayWidth } from "../../src/base/index.ts";

export const root = join(import.meta.dirname, "..", "..");
export const main = join(root, "dist", "policy-bench.js");

/** Why these tests cannot run here; undefined where they can. */
export function missing(): string | undefined {
  if (spawnSync("tmux", ["-V"]).status !== 0) return "skipped: no tmux";
  return existsSync(main) ? undefined : "skipped: no dist, run npm run build first";
}

/** Whether what a terminal shows stays within its cells. */
export function fits(text: string, columns: number, rows: number): void {
  const lines = text.replace(/\n$/u, "").split("\n");
  expect(lines.length).toBeLessThanOrEqual(rows);
  for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
}

export interface Terminal {
  /** Presses a key by tmux's name (`Enter`, `Escape`, `C-c`) or, for more than a name, types the text as it is. */
  press(key: string): void;
  type(text: string): void;
  /** What the terminal shows; with escape sequences for looks where asked for. */
  shows(looks?: boolean): string;
  /** Waits until the terminal shows something, and returns all that it shows. */
  sees(wanted: RegExp): Promise<string>;
  resize(columns: number, rows: number): void;
  /** Closes the terminal under whatever runs in it. */
  shut(): void;
}

/** Terminals of one test file, and a folder for what they write. */
export class Terminals {
  readonly folder = mkdtempSync(join(tmpdir(), "policy-bench-terminal-"));
  readonly #socket = join(this.folder, "tmux");
  #count = 0;

  /** A terminal of so many cells that runs a line of shell, says its exit code and stays. */
  open(columns: number, rows: number, line: string): Terminal {
    this.#count += 1;
    const name = `t${this.#count}`;
    const shell = `printf 'before the screen\\n'; ${line}; printf 'exit code %s\\n' "$?"; exec cat`;
    this.#tmux("new-session", "-d", "-s", name, "-x", String(columns), "-y", String(rows), "sh", "-c", shell);
    const shows = (looks = false): string => this.#tmux("capture-pane", "-p", ...(looks ? ["-e"] : []), "-t", name);
    return {
      press: (key) => void this.#tmux("send-keys", "-t", name, key),
      type: (text) => void this.#tmux("send-keys", "-t", name, "-l", text),
      shows,
      sees: (wanted) => until(shows, wanted),
      resize: (wide, high) => void this.#tmux("resize-window", "-t", name, "-x", String(wide), "-y", String(high)),
      shut: () => void this.#tmux("kill-session", "-t", name),
    };
  }

  close(): void {
    spawnSync("tmux", ["-S", this.#socket, "kill-server"]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #tmux(...args: readonly string[]): string {
    const { CI: _ci, NO_COLOR: _plain, FORCE_COLOR: _forced, ...env } = process.env;
    const done = spawnSync("tmux", ["-S", this.#socket, "-f", "/dev/null", "-u", ...args], { cwd: root, encoding: "utf8", env: { ...env, LC_ALL: "C.UTF-8" } });
    if (done.status !== 0) throw new Error(`tmux ${args[0]}: ${done.stderr}`);
    return done.stdout;
  }
}

async function until(shows: () => string, wanted: RegExp): Promise<string> {
  const end = performance.now() + 25_000;
  for (;;) {
    const text = shows();
    if (wanted.test(text)) return text;
    if (performance.now() > end) throw new Error(`waited for ${String(wanted)}; the terminal shows\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
