// The watch loop in a real terminal: saves as editors make them, files that are broken or gone, signals, resizes.
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test as each } from "vitest";
import { fits, main, missing, root, Terminals, type Terminal } from "./tmux.ts";

const reason = missing();
const terminals = new Terminals();
afterAll(() => terminals.close());
const test = each.skipIf(reason !== undefined);

const policy = join("rules", "policies", "consent-first");
let projects = 0;

/** A project of its own with the screen open on it. */
function open(columns: number, rows: number, flags: string): { readonly screen: Terminal; readonly home: string; readonly pid: () => number } {
  projects += 1;
  const home = join(terminals.folder, `project${projects}`);
  mkdirSync(home);
  for (const part of ["rules", "scenarios"]) cpSync(join(root, part), join(home, part), { recursive: true });
  const pid = join(terminals.folder, `pid${projects}`);
  const screen = terminals.open(columns, rows, `cd '${home}'; sh -c 'echo $$ > ${pid}; exec "$0" "$@"' '${process.execPath}' '${main}' --customers 300 --months 6 -o json=${join(home, "out.json")} ${flags}`);
  return { screen, home, pid: () => Number(readFileSync(pid, "utf8")) };
}

/** Saves as editors do: a draft beside the file, then a rename over it. */
function save(file: string, edit: (text: string) => string): void {
  writeFileSync(`${file}~`, edit(readFileSync(file, "utf8")));
  renameSync(`${file}~`, file);
}

test("a save shows what changed; garbage shows its place under the last good numbers; a folder may go and come back", async () => {
  const { screen, home } = open(160, 45, "--lang en");
  await screen.sees(/✓ lint/u);
  const file = join(home, policy, "policy.json");
  save(file, (text) => text.replace(/("minScore": \{\s*"value": )\d+/u, "$1800"));
  // Of everybody's first look the reader sees the difference with its interval, at the number itself and below.
  const moved = await screen.sees(/Approval rate .* ▼ -[\d.]+ pp \[[-\d.]+, [-\d.]+\][\s\S]*✓ run 300/u);
  fits(moved, 160, 45);
  const rate = /Approval rate .*$/mu.exec(moved)?.[0];

  const enrolment = join(home, policy, "enrolment.json");
  const good = readFileSync(enrolment, "utf8");
  writeFileSync(enrolment, good.slice(0, 700));
  const broken = await screen.sees(/these files cannot be run[\s\S]*enrolment\.json:\d+:\d+[\s\S]*\^[\s\S]*hint: [\s\S]*✗ run not run/u);
  expect(broken).toContain(rate);
  fits(broken, 160, 45);
  writeFileSync(enrolment, good);
  await screen.sees(/✓ run[^\n]*nothing that a run reads has changed/u);

  renameSync(join(home, policy), join(home, "away"));
  await screen.sees(/there is no policy `consent-first`/u);
  renameSync(join(home, "away"), join(home, policy));
  await screen.sees(/✓ run[^\n]*nothing that a run reads has changed/u);
  save(file, (text) => text.replace(/("minScore": \{\s*"value": )\d+/u, "$1600"));
  await screen.sees(/Approval rate .* ▲ \+[\d.]+ pp/u);
  screen.press("q");
  const left = await screen.sees(/exit code 0/u);
  expect(left).toContain("before the screen");
  expect(left).toContain("reports written");
  expect(readFileSync(join(home, "out.json"), "utf8")).toContain(`"schemaVersion"`);
});

test("a storm of resizes during a run leaves every row within the terminal, Chinese too", async () => {
  const { screen, home } = open(60, 16, "--lang zh --customers 3000");
  await screen.sees(/要点/u);
  save(join(home, policy, "policy.json"), (text) => text.replace(/("minScore": \{\s*"value": )\d+/u, "$1700"));
  for (let turn = 0; turn < 20; turn += 1) screen.resize(60 + ((turn * 37) % 90), 16 + ((turn * 7) % 25));
  screen.resize(60, 16);
  const small = await screen.sees(/✓ 运行/u);
  fits(small, 60, 16);
  expect(small).toMatch(/[▲▼]/u);
  screen.resize(100, 30);
  fits(await screen.sees(/与上次运行相比：B [▲▼][\s\S]*✓ 运行 3,000/u), 100, 30);
  screen.press("q");
  await screen.sees(/exit code 0/u);
});

test.each([["SIGTERM", 143], ["SIGHUP", 129]] as const)("%s in the middle of a save gives the normal screen back", async (signal, code) => {
  const { screen, home, pid } = open(100, 30, "--lang en --customers 3000");
  await screen.sees(/Headlines/u);
  save(join(home, policy, "policy.json"), (text) => text.replace(/("minScore": \{\s*"value": )\d+/u, "$1700"));
  process.kill(pid(), signal);
  const left = await screen.sees(new RegExp(`exit code ${code}`, "u"));
  expect(left).toContain("before the screen");
  expect(left).not.toContain("1-6 tabs");
});

test("with --no-watch a save is left alone; a full disk is told of when the reader leaves", async () => {
  const { screen, home } = open(100, 30, "--lang en --no-watch -o markdown=/dev/full");
  await screen.sees(/Headlines/u);
  save(join(home, policy, "policy.json"), (text) => text.replace(/("minScore": \{\s*"value": )\d+/u, "$1800"));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(screen.shows()).not.toMatch(/» run|✓ run/u);
  screen.press("r");
  await screen.sees(/the disk is full/u);
  screen.press("q");
  const left = await screen.sees(/exit code 2/u);
  expect(left).toContain("the disk is full");
  expect(left).toContain("before the screen");
});
