// The built command in a real terminal, as a person meets it.
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test as each } from "vitest";
import { fits, main, missing, root, Terminals } from "./tmux.ts";

const reason = missing();
const terminals = new Terminals();
afterAll(() => terminals.close());
const test = (name: string, run: () => Promise<void>) => each.skipIf(reason !== undefined)(reason === undefined ? name : `${name} (${reason})`, run);

const bench = (flags: string, bin = main): string => `'${process.execPath}' '${bin}' --lang en ${flags}`;
const small = "--customers 300 --months 6";

test("a person walks the tabs, opens rows, finds, asks for help, resizes, quits, and keeps a summary", async () => {
  const out = join(terminals.folder, "out.json");
  const screen = terminals.open(100, 30, bench(`${small} -o json=${out}`));
  await screen.sees(/1-6 tabs/u);
  expect(screen.shows()).not.toContain("before the screen");
  fits(await screen.sees(/Persons considered/u), 100, 30);

  screen.press("Enter");
  await screen.sees(/Overview › [^\n]*Customers with an open account/u);
  screen.press("Escape");
  screen.press("2");
  await screen.sees(/\[2 Default\][\s\S]*Accounts ever 91\+/u);
  screen.press("c");
  await screen.sees(/Accounts ever 31\+/u);
  screen.press("Right");
  await screen.sees(/\[3 Compliance\][\s\S]*CN-ENR-001/u);
  screen.press("Enter");
  const opened = await screen.sees(/rule matched: as simulated, would breach[\s\S]*policy-bench replay baseline --customers 300 --months 6/u);
  fits(opened, 100, 30);
  screen.press("Escape");
  screen.type("/closing");
  await screen.sees(/\/ closing_ .* of \d+ found/u);
  screen.press("Enter");
  screen.press("4");
  await screen.sees(/\[4 Trade-offs\][\s\S]*y: /u);
  screen.press("x");
  await screen.sees(/x: Margin per customer/u);

  screen.press("?");
  await screen.sees(/Help: type to filter/u);
  screen.type("quit");
  await screen.sees(/type to filter +quit_[\s\S]*Ctrl-C/u);
  expect(screen.shows()).not.toContain("previous or next tab");
  screen.press("Escape");

  screen.resize(60, 16);
  fits(await screen.sees(/x: Margin/u), 60, 16);
  screen.resize(50, 12);
  await screen.sees(/at least 60 x 16/u);
  screen.resize(160, 45);
  await screen.sees(/\[4 Trade-offs\]/u);
  screen.press("1");
  fits(await screen.sees(/\(champion\)[\s\S]*\[\d/u), 160, 45);

  screen.press("q");
  const left = await screen.sees(/exit code 0/u);
  expect(left).toContain("before the screen");
  expect(left).toMatch(/A Silent auto-enrolment \(champion\): \d+ of \d+ modelled rules matched/u);
  expect(left).toMatch(/Margin per customer/u);
  expect(left).toContain(`reports written: ${out}`);
  expect(left).not.toContain("1-6 tabs");
  expect(readFileSync(out, "utf8")).toContain(`"schemaVersion"`);
});

test("the screen speaks Chinese in 60 × 16 cells, in ASCII frames, without colour where none is wanted", async () => {
  const out = join(terminals.folder, "zh.json");
  const screen = terminals.open(60, 16, `NO_COLOR=1 ${bench(`${small} --lang zh --ascii -o json=${out}`)}`);
  fits(await screen.sees(/\[1 总览\][\s\S]*期末持有账户的客户/u), 60, 16);
  screen.press("3");
  fits(await screen.sees(/\[3 合规\][\s\S]*CN-ENR-001/u), 60, 16);
  const looks = screen.shows(true);
  expect(looks).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*3[0-7]m`, "u"));
  expect(looks).not.toMatch(/[│─█…]/u);
  screen.press("C-c");
  const left = await screen.sees(/exit code 0/u);
  expect(left).toContain("报告已写出");
  expect(left).toMatch(/人均利润/u);
});

test("Ctrl-C during a run leaves at once, with 130 and nothing written", async () => {
  const out = join(terminals.folder, "none.json");
  const screen = terminals.open(100, 30, bench(`--customers 60000 -o json=${out}`));
  await screen.sees(/Reading|Simulating/u);
  screen.press("C-c");
  const left = await screen.sees(/exit code 130/u);
  expect(left).toContain("left before the run had ended: no report was written");
  expect(left).toContain("before the screen");
  expect(existsSync(out)).toBe(false);
});

test("a termination gives the normal screen back", async () => {
  const pid = join(terminals.folder, "pid");
  const screen = terminals.open(100, 30, `sh -c 'echo $$ > ${pid}; exec "$0" "$@"' ${bench("--customers 60000")}`);
  await screen.sees(/1-6 tabs/u);
  process.kill(Number(readFileSync(pid, "utf8")), "SIGTERM");
  const left = await screen.sees(/exit code 143/u);
  expect(left).toContain("before the screen");
  expect(left).not.toContain("1-6 tabs");
});

test("what keeps a run from its end is told on the normal screen", async () => {
  const screen = terminals.open(100, 30, bench(`${small} --by customer.cityTeir`));
  const left = await screen.sees(/exit code 2/u);
  expect(left).toContain("before the screen");
  expect(left).toContain("customer.cityTier");
  expect(left).not.toContain("1-6 tabs");
});

test("a place where no report can be written is told of before anything runs, with exit code 2", async () => {
  const screen = terminals.open(100, 30, bench(`${small} -o json=/dev/null/out.json`));
  expect(await screen.sees(/exit code 2/u)).toContain("/dev/null/out.json");
});

test("a defect in the run is shown on the normal screen, and is no success", async () => {
  const house = join(terminals.folder, "house");
  cpSync(join(root, "dist"), join(house, "dist"), { recursive: true });
  rmSync(join(house, "dist", "worker.js"));
  writeFileSync(join(house, "dist", "worker.js"), `export const resident = () => { throw new Error("planted defect"); };\n`);
  writeFileSync(join(house, "package.json"), `{"type":"module"}\n`);
  for (const part of ["rules", "scenarios", "node_modules"]) symlinkSync(join(root, part), join(house, part));
  const screen = terminals.open(100, 30, `cd '${house}' && ${bench(small, join(house, "dist", "policy-bench.js"))}`);
  const left = await screen.sees(/exit code [1-9]/u);
  expect(left).toContain("planted defect");
  expect(left).not.toContain("1-6 tabs");
});
