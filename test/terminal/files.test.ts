// From the screen to the files in a real terminal: the editor at a line, a what-if written back, a what-if as a new policy.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test as each, vi } from "vitest";
import { commandLine } from "../workbench/world.ts";
import { main, missing, root, Terminals, type Terminal } from "./tmux.ts";

const reason = missing();
const terminals = new Terminals();
afterAll(() => terminals.close());
const test = (name: string, run: () => Promise<void>) => each.skipIf(reason !== undefined)(reason === undefined ? name : `${name} (${reason})`, run);

const file = join("rules", "policies", "silent-auto-enrolment", "policy.json");
let projects = 0;

/** A project of its own with the screen open on it, and this script for an editor; none where there is no script. */
function open(script: string | undefined, flags = ""): { readonly screen: Terminal; readonly home: string } {
  projects += 1;
  const home = join(terminals.folder, `project${projects}`);
  mkdirSync(home);
  for (const part of ["rules", "scenarios"]) cpSync(join(root, part), join(home, part), { recursive: true });
  const editor = join(home, "my editor");
  if (script !== undefined) {
    writeFileSync(editor, `#!/bin/sh\n${script}\n`);
    chmodSync(editor, 0o755);
  }
  const run = `VISUAL='"${editor}" --here' EDITOR=false '${process.execPath}' '${main}' --lang en --policy silent-auto-enrolment --customers 300 --months 6 -o json=${join(home, "out.json")} ${flags}`;
  // A shell of its own process group that outlives an interrupt, as a person's shell does.
  return { screen: terminals.open(100, 30, `cd '${home}'; trap : INT; ${run}`), home };
}

/** To the first parameter on the Rules tab. */
async function toParameters(screen: Terminal): Promise<void> {
  await screen.sees(/Headlines/u);
  screen.type("5");
  await screen.sees(/^>.* 580  300/mu);
}

test("the editor opens at the line of a parameter, a rule and a condition; the screen comes back whole and follows what it saved", async () => {
  const { screen, home } = open(`printf '%s\\n' "$@" >> arguments; printf 'the editor has the terminal'; sleep 0.7; sed -i.old 's/"value": 580/"value": 700/' ${file}`);
  await toParameters(screen);
  screen.type("e");
  const away = await screen.sees(/the editor has the terminal/u);
  expect(away).not.toContain("1-6 tabs");
  expect(away).toContain("before the screen");
  const back = await screen.sees(/✓ run/u);
  const lines = readFileSync(join(home, file), "utf8").split("\n");
  const [flag, line, path] = readFileSync(join(home, "arguments"), "utf8").trim().split("\n");
  expect(flag).toBe("--here");
  expect(lines[Number(line?.slice(1)) - 1]).toContain(`"minScore"`);
  expect(path).toBe(join(home, file));
  // Every line of the screen stands where it stood, whatever the editor left behind.
  expect(back.split("\n")[0]).toMatch(/^ Steady economy/u);
  expect(back).not.toContain("the editor has");
  await screen.sees(/^>.* 700  300/mu);
  screen.type("1");
  await screen.sees(/Approval rate .*▼/u);

  screen.type(":ENR-10");
  await screen.sees(/> .*ENR-10/u);
  screen.press("Enter");
  await screen.sees(/"name": "ENR-10"/u);
  screen.type("jje");
  await screen.sees(/the editor has the terminal/u);
  await screen.sees(/^>.*\d+/mu);
  const [, at, enrolment = ""] = readFileSync(join(home, "arguments"), "utf8").trim().split("\n").slice(3);
  const row = (await screen.sees(/^>/mu)).split("\n").find((each) => each.startsWith(">")) ?? "";
  expect(Number(/\s(\d+) ┃/u.exec(row)?.[1])).toBe(Number(at?.slice(1)));
  expect(row).toContain(readFileSync(enrolment, "utf8").split("\n")[Number(at?.slice(1)) - 1]?.trim());
  screen.type("q");
  await screen.sees(/exit code 0/u);
});

test("an editor that is not there, that fails or is interrupted says so on the screen, and the screen stays", async () => {
  const { screen, home } = open(undefined, "--no-watch");
  await toParameters(screen);
  screen.type("e");
  await screen.sees(/the editor `[^`]*my editor` cannot be started; set\s+VISUAL\s+or\s+EDITOR/u);
  const editor = join(home, "my editor");
  writeFileSync(editor, "#!/bin/sh\nexit 3\n", { mode: 0o755 });
  screen.type("e");
  await screen.sees(/my editor` ended with 3; whatever\s+it\s+saved\s+counts/u);
  writeFileSync(editor, "#!/bin/sh\necho waiting for a key; sleep 9\n", { mode: 0o755 });
  screen.type("e");
  await screen.sees(/waiting for a key/u);
  screen.press("C-c");
  const after = await screen.sees(/ended with SIGINT/u);
  expect(after.split("\n")[0]).toMatch(/^ Steady economy/u);
  // What ends the screen ends the editor, too.
  writeFileSync(editor, `#!/bin/sh\necho $$ > editing; kill -TERM $PPID; exec sleep 60\n`, { mode: 0o755 });
  screen.type("e");
  await screen.sees(/exit code 143/u);
  const editing = Number(readFileSync(join(home, "editing"), "utf8"));
  await vi.waitFor(() => expect(() => process.kill(editing, 0)).toThrow(/ESRCH/u), { timeout: 5000 });
});

test("w asks, writes the parameter and nothing else, and the run follows; W makes a policy that lint accepts", async () => {
  const { screen, home } = open("");
  const before = readFileSync(join(home, file), "utf8");
  await toParameters(screen);
  screen.type("l".repeat(24));
  await screen.sees(/^>.* 700 \(file: 580\)[\s\S]*what if, not saved: minScore = 700 \(A\)\n[\s\S]*open account at the/mu);
  screen.type("w");
  await screen.sees(/write minScore = 700 into policy\.json of silent-auto-enrolment\?/u);
  screen.type("x");
  await screen.sees(/Enter or y writes it/u);
  screen.press("Escape");
  await screen.sees(/what if, not saved[\s\S]*w W write/u);
  expect(readFileSync(join(home, file), "utf8")).toBe(before);

  screen.type("W");
  await screen.sees(/name of the new policy: _/u);
  screen.type("invited");
  screen.press("Enter");
  await screen.sees(/is not empty; nothing was overwritten/u);
  await screen.sees(/what if, not saved/u);
  screen.type("Wstricter");
  await screen.sees(/name of the new policy: stricter_/u);
  screen.press("Enter");
  await screen.sees(/written: rules\/policies\/stricter/u);
  const made = await commandLine(["lint", "stricter", "--lang", "en"], {}, home);
  expect(made.stdout).not.toMatch(/error/u);
  expect(made.code).toBe(0);
  const policy = (text: string): { name: string; parameters: { minScore: { value: number } } } => JSON.parse(text) as never;
  expect(policy(readFileSync(join(home, "rules", "policies", "stricter", "policy.json"), "utf8"))).toMatchObject({ name: "stricter", title: { en: "Silent auto-enrolment (stricter)" }, parameters: { minScore: { value: 700 } } });
  expect(readFileSync(join(home, file), "utf8")).toBe(before);
  // The numbers are those of the files again.
  await screen.sees(/^>.* 580  300/mu);

  screen.type("l".repeat(24));
  await screen.sees(/what if, not saved: minScore = 700/u);
  screen.type("wy");
  await screen.sees(/written: rules\/policies\/silent-auto-enrolment\/policy\.json/u);
  await screen.sees(/^>.* 700  300[\s\S]*✓ run/mu);
  expect(readFileSync(join(home, file), "utf8")).toBe(before.replace(/("minScore": \{\s*"value": )580/u, "$1700"));
  screen.type("1");
  await screen.sees(/Approval rate .*▼/u);
  screen.type("q");
  await screen.sees(/exit code 0/u);
});

test("what cannot be written stays a what-if, and says why; without a watch the written value is the run's, too", async () => {
  const { screen, home } = open("", "--no-watch");
  await toParameters(screen);
  screen.type("l".repeat(24));
  await screen.sees(/what if, not saved: minScore = 700 \(A\)\n/u);
  const text = readFileSync(join(home, file), "utf8");
  writeFileSync(join(home, file), "{ garbage");
  screen.type("wy");
  await screen.sees(/what if, not saved: minScore = 700 [\s\S]*\n [^\n]*(?:JSON|expected|policy)[^\n]*\n*$/u);
  expect(readFileSync(join(home, file), "utf8")).toBe("{ garbage");
  writeFileSync(join(home, file), text);
  screen.type("wy");
  await screen.sees(/^>.* 700  300/mu);
  expect(existsSync(join(home, file))).toBe(true);
  expect(screen.shows()).not.toContain("what if");
  screen.type("q");
  await screen.sees(/exit code 0/u);
});
