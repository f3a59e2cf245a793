// Three questions answered by somebody who has only the `?` key, in a real terminal.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test as each } from "vitest";
import { main, missing, Terminals, type Terminal } from "./tmux.ts";

const reason = missing();
const terminals = new Terminals();
afterAll(() => terminals.close());
const test = (name: string, run: () => Promise<void>) => each.skipIf(reason !== undefined)(reason === undefined ? name : `${name} (${reason})`, run);

const open = (name: string): Terminal =>
  terminals.open(110, 34, `'${process.execPath}' '${main}' --lang en --customers 300 --months 14 --no-watch -o html=${join(terminals.folder, `${name}.html`)}`);

/** Moves the cursor down to the first line that shows something. */
async function to(screen: Terminal, wanted: RegExp): Promise<void> {
  const lines = (await screen.sees(wanted)).split("\n");
  const [from, at] = [lines.findIndex((line) => line.startsWith(">")), lines.findIndex((line) => wanted.test(line))];
  screen.type("j".repeat(Math.max(0, at - from)));
  await screen.sees(new RegExp(`^>.*${wanted.source}`, "mu"));
}

test("which policy matches which law rule, and one person it happened to", async () => {
  const screen = open("law");
  await screen.sees(/Headlines/u);
  screen.type("?");
  await screen.sees(/go to a tab: Overview, Default, Compliance[\s\S]*go down: from a number to the people behind it/u);
  screen.press("Escape");
  screen.type("3");
  await to(screen, /CN-ENR-001/u);
  screen.press("Enter");
  await screen.sees(/rule matched: as simulated, would breach[\s\S]*A Silent auto-enrolment\s+\d+ persons/u);
  screen.press("Enter");
  await screen.sees(/Compliance › critical: CN-ENR-001 › customer \d+ \(A\)[\s\S]*rule matched: as simulated, would breach: CN-/u);
  screen.press("Escape");
  await screen.sees(/remedy: /u);
  screen.press("Escape");
  await screen.sees(/as simulated, would breach \(persons\)/u);
  screen.type("q");
  await screen.sees(/exit code 0/u);
});

test("what a higher threshold does to enrolment and default, without a file being touched", async () => {
  const screen = open("threshold");
  await screen.sees(/Headlines/u);
  screen.type("5o");
  await to(screen, /bureau score from which applications/u);
  screen.type("l".repeat(20));
  await screen.sees(/what if, not saved: minScore = 700\s[\s\S]*open account at the\s+end\s+\d+\.\d+%\s+→\s+\d+\.\d+%\s+\(-[\s\S]*Ever\s+90\+/u);
  screen.press("Escape");
  expect(await screen.sees(/applications are g\S+\s+600  300/u)).not.toContain("not saved");
});

test("the customer who was refused closing, and why; and a page to hand over", async () => {
  const screen = open("closing");
  await screen.sees(/Headlines/u);
  screen.type(":closing refused");
  await screen.sees(/> closing refused/u);
  screen.press("Enter");
  await screen.sees(/\[closing refused\][\s\S]*^> \d+ +age \d/mu);
  screen.press("Enter");
  await screen.sees(/^>.*closure @ request: refuse/mu);
  screen.press("Enter");
  const why = await screen.sees(/matched and decided/u);
  expect(why).toMatch(/closure @ request: refuse \(reason/u);
  expect(why).toMatch(/CLO-\d+/u);
  await to(screen, /matched and decided/u);
  screen.press("Enter");
  await screen.sees(/› CLO-\d+\s[\s\S]*"name": "CLO-/u);

  // From here a page to hand over.
  const page = join(terminals.folder, "closing.html");
  rmSync(page, { force: true });
  screen.type("?");
  screen.type("hand over");
  await screen.sees(/ r +write the report files now/u);
  screen.press("Escape");
  screen.type("r");
  await screen.sees(/reports written:[\s\S]*closing\.html[\s\S]*opens\s+in\s+any\s+browser/u);
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/iu);
});
