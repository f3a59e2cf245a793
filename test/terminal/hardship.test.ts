// What a screen that is open all day lives through: tiny terminals, files of any kind, folders deleted, a full disk, a terminal that closes.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test as each } from "vitest";
import { fits, main, missing, root, Terminals, type Terminal } from "./tmux.ts";

const reason = missing();
const terminals = new Terminals();
afterAll(() => terminals.close());
const test = (name: string, run: () => Promise<void>, lacking = reason) => each.skipIf(lacking !== undefined)(lacking === undefined ? name : `${name} (${lacking})`, run);

const policies = join("rules", "policies");
let projects = 0;

/** A project of its own with the screen open on it; `before` and `after` are shell that runs around it, in the same namespace. */
function open(columns: number, rows: number, flags: string, { within = "", before = "", after = "" } = {}): { readonly screen: Terminal; readonly home: string; readonly pid: () => number } {
  projects += 1;
  const home = join(terminals.folder, `project${projects}`);
  mkdirSync(home);
  for (const part of ["rules", "scenarios"]) cpSync(join(root, part), join(home, part), { recursive: true });
  const pid = join(terminals.folder, `pid${projects}`);
  const run = `${after === "" ? "exec " : ""}"${process.execPath}" "${main}" --lang en --policy consent-first --customers 300 --months 6 -o json=${join(home, "out.json")} ${flags}`;
  return { screen: terminals.open(columns, rows, `cd '${home}'; ${within} sh -c '${before} echo $$ > ${pid}; ${run}${after === "" ? "" : `; ${after}`}'`), home, pid: () => Number(readFileSync(pid, "utf8")) };
}

function raised(text: string): string {
  return text.replace(/("minScore": \{\s*"value": )(\d+)/u, (_all, head: string, value: string) => head + String(Number(value) + 5));
}

test("down to one column and one row and back, while runs are under way, nothing breaks", async () => {
  const { screen, home } = open(100, 30, "--customers 1200");
  for (let turn = 0; turn < 12; turn += 1) screen.resize(1 + ((turn * 29) % 70), 1 + ((turn * 11) % 20));
  screen.resize(1, 1);
  await sleep(300);
  screen.resize(60, 16);
  await screen.sees(/Headlines/u);
  const file = join(home, policies, "consent-first", "policy.json");
  for (let columns = 60; columns > 0; columns -= 3) {
    if (columns % 12 === 0) writeFileSync(file, raised(readFileSync(file, "utf8")));
    screen.resize(columns, Math.max(1, Math.floor(columns / 4)));
    screen.type("j");
  }
  screen.resize(100, 30);
  fits(await screen.sees(/✓ run 1,200/u), 100, 30);
  expect(screen.shows()).toMatch(/^ Steady economy/u);
  screen.press("q");
  await screen.sees(/exit code 0/u);
});

test("files of any kind may be saved, and a folder deleted in the middle of a run", async () => {
  const { screen, home } = open(100, 30, "--customers 1200");
  await screen.sees(/Headlines/u);
  const file = join(home, policies, "consent-first", "enrolment.json");
  const good = readFileSync(file);
  const garbage = ["", "\u0000\u0001\u0002", "[".repeat(200_000), `{"rules": 7}`, "null", "政策".repeat(5000), `{"rules":[{"name":"\u001b[2J\u001b]0;x\u0007"}]}`, good.subarray(0, 900).toString("latin1")];
  for (const text of garbage) {
    writeFileSync(file, text);
    await sleep(120);
  }
  const broken = await screen.sees(/these files cannot be run/u);
  fits(broken, 100, 30);
  writeFileSync(file, good);
  await screen.sees(/✓ run[^\n]*(?:nothing|no )/u);
  expect(screen.shows()).not.toContain("cannot be run");

  const manifest = join(home, policies, "consent-first", "policy.json");
  writeFileSync(manifest, raised(readFileSync(manifest, "utf8")));
  await sleep(60);
  rmSync(join(home, policies, "consent-first"), { recursive: true });
  await screen.sees(/there is no policy `consent-first`/u);
  fits(screen.shows(), 100, 30);
  for (const key of ["1", "2", "s", "3", "4", "5", "o", "6"]) screen.type(key);
  await screen.sees(/\[6 Customer\]/u);
  rmSync(join(home, "scenarios"), { recursive: true });
  await screen.sees(/baseline/u);
  for (const part of ["rules", "scenarios"]) cpSync(join(root, part), join(home, part), { recursive: true });
  await screen.sees(/✓ run/u);
  expect(screen.shows()).not.toContain("cannot be run");
  screen.press("q");
  await screen.sees(/exit code 0/u);
});

test("a terminal that closes ends everything behind it, in the middle of a run and at rest", async () => {
  const ends = async (pid: number): Promise<void> => {
    for (let waited = 0; waited < 10_000; waited += 50) {
      try {
        process.kill(pid, 0);
      } catch {
        return;
      }
      await sleep(50);
    }
    process.kill(pid, "SIGKILL");
    throw new Error("the command lives on without its terminal");
  };
  const running = open(100, 30, "--customers 200000");
  await running.screen.sees(/1-6 tabs/u);
  const first = running.pid();
  running.screen.shut();
  await ends(first);
  const resting = open(100, 30, "--no-watch");
  await resting.screen.sees(/Headlines/u);
  const second = resting.pid();
  resting.screen.shut();
  await ends(second);
});

const namespaces = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", terminals.folder]).status === 0;

test(
  "on a full disk a what-if is not written, neither as a file nor as half a policy; it stays a what-if and says why",
  async () => {
    const small = join(policies, "consent-first");
    const before = `cp -r ${policies} kept; mount -t tmpfs -o size=400k tmpfs ${policies}; cp -r kept/* ${policies}/; cp ${small}/policy.json was; dd if=/dev/zero of=${policies}/filler bs=1k 2>/dev/null;`;
    const after = `ls ${policies}; cmp ${small}/policy.json was && echo the file is as it was`;
    const { screen } = open(100, 30, "--no-watch", { within: "unshare -rm", before, after });
    await screen.sees(/Headlines/u);
    screen.type("5");
    await screen.sees(/^>.* 600  300/mu);
    screen.type("l".repeat(4));
    await screen.sees(/what if, not saved: minScore = 620 \(A\)/u);
    screen.type("wy");
    await screen.sees(/the\s+disk\s+is\s+full[\s\S]*/u);
    expect(screen.shows()).toContain("what if, not saved: minScore = 620");
    screen.type("Wstricter");
    await screen.sees(/name of the new policy: stricter_/u);
    screen.press("Enter");
    await screen.sees(/stricter[\s\S]*the\s+disk\s+is\s+full/u);
    screen.press("Escape");
    await screen.sees(/^>.* 600  300/mu);
    screen.press("q");
    const left = await screen.sees(/the file is as it was\s+exit code 0/u);
    expect(left).not.toMatch(/stricter|\.part/u);
  },
  reason ?? (namespaces ? undefined : "skipped: no mount namespaces"),
);
