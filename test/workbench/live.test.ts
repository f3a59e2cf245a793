// What goes on behind an open screen: the same numbers as a run from scratch, and only what an edit touches is run again.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test, vi } from "vitest";
import type { Override } from "../../src/workbench/overrides.ts";
import type { ScreenNews } from "../../src/view/index.ts";
import { openLiveBench } from "../../src/workbench/live/live-bench.ts";
import { useRecent } from "../../src/workbench/live/recent-runs.ts";
import { editorCommand } from "../../src/workbench/live/run-editor.ts";
import { savedParts } from "../../src/workbench/live/saved-parts.ts";
import { openProject } from "../../src/workbench/project.ts";
import { readRunTexts, type ReadRunTexts } from "../../src/workbench/run-texts.ts";
import { simulateScenario } from "../../src/workbench/simulate-scenario.ts";
import { withParameters } from "../../src/workbench/variants/write-policy.ts";
import { watchFolders } from "../../src/workbench/watch-folders.ts";
import { quietWorld } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-live-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const project = openProject(quietWorld());
const sized: readonly Override[] = [
  { path: ["population", "customers"], value: 8500, written: "--customers 8500" },
  { path: ["months"], value: 3, written: "--months 3" },
];
const texts = (more: readonly Override[]): ReadRunTexts => readRunTexts({ project, scenario: "baseline", overrides: [...sized, ...more], policies: ["consent-first", "invited"] });
const minScore = (value: number): Override => ({ path: ["policies", "consent-first", "minScore"], value, written: `--set policies.consent-first.minScore=${value}` });
const asked = { by: [], policies: ["consent-first", "invited"] };

test("an edited policy alone runs again, its first customers first, and the numbers are those of a run from scratch", async () => {
  const news: ScreenNews[] = [];
  let set: readonly Override[] = [];
  // Without a built worker everything is done on this thread.
  const live = openLiveBench({ asked, strict: false, threads: 2, packageRoot: scratch, read: (more) => texts([...set, ...more]), send: (one) => news.push(one) });
  const fresh = async () => {
    const read = texts(set).texts;
    if (read === undefined) throw new Error("the shipped scenario can be read");
    return (await simulateScenario({ ...asked, texts: read, strict: false, threads: 1, packageRoot: scratch })).report;
  };
  await live.run();
  const first = live.filed();
  expect(first).toEqual(await fresh());
  // Every account with a balance stands in one bucket.
  for (const { series } of first?.policies ?? []) {
    const of = (name: string, month: number): number => series[name]?.[month] ?? Number.NaN;
    for (const month of [0, 1, 2]) expect(["current", "dpd1to30", "dpd31to60", "dpd61to90", "dpd91plus"].reduce((sum, name) => sum + of(name, month), 0)).toBe(of("accountsWithBalance", month));
  }

  // What cannot be run changes nothing, though threads have read it, too.
  set = [minScore(99_999)];
  expect(await live.run()).toMatchObject({ diagnostics: [{ level: "error" }] });

  set = [minScore(700)];
  news.length = 0;
  const { done } = await live.run();
  expect(done).toMatchObject({ edited: ["consent-first"], unchanged: undefined });
  expect(live.filed()).toEqual(await fresh());
  const [part, whole] = news.filter((one) => one.kind === "report");
  expect(part).toMatchObject({ part: { customers: 2048, of: 8500 }, edited: ["consent-first"] });
  expect(whole).toMatchObject({ edited: ["consent-first"], changes: [{ champion: "consent-first", challenger: "consent-first" }] });
  // The other policy's numbers do not move while the first customers are told.
  const invited = (one: typeof part) => one?.report.policies.find(({ name }) => name === "invited");
  expect(invited(part)?.measures).toEqual(invited(whole)?.measures);
  const approval = whole?.changes?.[0]?.measures.find(({ name }) => name === "approvalRate");
  expect(approval?.difference).toBeLessThan(0);

  news.length = 0;
  live.try({ policy: "consent-first", parameters: { minScore: 705 } });
  expect((await live.run()).done?.edited).toEqual(["consent-first"]);
  live.try(undefined);
  const back = await live.run();
  expect(back.done).toMatchObject({ edited: [], unchanged: "no-rule" });
  expect(live.filed()).toEqual(await fresh());
  await live.close();
});

test.runIf(process.platform === "linux")("the thread that checks gives way to those that run, and to nobody else", async () => {
  const before = getPriority();
  const module = join(import.meta.dirname, "../../src/workbench/live/give-way.ts");
  const script = `const os = require("node:os"); import(${JSON.stringify(module)}).then(({ giveWay }) => { giveWay(); giveWay(); require("node:worker_threads").parentPort.postMessage(os.getPriority()); });`;
  const worker = new Worker(script, { eval: true });
  const [own] = await once(worker, "message");
  await worker.terminate();
  expect(own).toBe(Math.min(19, before + 10));
  expect(getPriority()).toBe(before);
});

test("what was used last is held, at most four times what the latest job was about", () => {
  const held = new Map<number, string>();
  for (let job = 0; job < 100; job += 1) useRecent(held, new Map([[0, "champion"], [job, "before"], [job + 1, "after"]]));
  expect([...held.keys()].toSorted((a, b) => a - b)).toEqual([0, ...Array.from({ length: 11 }, (_, at) => 90 + at)]);
});

test("a run that a newer one overtakes ends as abandoned, and nothing of it is kept", async () => {
  const live = openLiveBench({ asked, strict: false, threads: 2, packageRoot: scratch, read: (more) => texts([...more, { path: ["population", "customers"], value: 200, written: "--customers 200" }]), send: () => undefined });
  const [first, second] = [live.run(), live.run()];
  await expect(first).rejects.toThrow(/abort/iu);
  expect((await second).done?.kept.report.inputs.customers).toBe(200);
  await live.close();
});

test("a parameter is written where it stands and nothing else, however the author lays files out", () => {
  const shipped = readFileSync(join(project.root, "rules", "policies", "consent-first", "policy.json"), "utf8");
  const layouts = [shipped, shipped.replaceAll("\n", "\r\n"), shipped.replaceAll("  ", "\t"), JSON.stringify(JSON.parse(shipped)), shipped.replace(/"minScore": \{\s*"value": (\d+)/u, '"minScore"  :{ "value"\t:\n\n $1  ')];
  for (const text of layouts) {
    const written = withParameters(text, { minScore: 705 });
    expect(written).toBe(text.replace(/("minScore"\s*:\s*\{\s*"value"\s*:\s*)\d+/u, "$1705"));
    expect(written).not.toBe(text);
    expect(withParameters(text, { noSuch: 1 })).toBe(text);
  }
});

test("folders are watched through renames, deletion and coming back", async () => {
  const home = join(scratch, "watched");
  mkdirSync(join(home, "rules", "deep"), { recursive: true });
  const seen: string[] = [];
  const watching = watchFolders([join(home, "rules")], (files) => seen.push(...files.map((file) => file.slice(home.length + 1))), { settleMs: 5, pollMs: 20 });
  const sees = (file: string) => vi.waitFor(() => expect(seen).toContain(file), { timeout: 5000 });
  writeFileSync(join(home, "draft"), "{}");
  renameSync(join(home, "draft"), join(home, "rules", "deep", "a.json"));
  await sees("rules/deep/a.json");
  for (const turn of [1, 2]) {
    renameSync(join(home, "rules"), join(home, "away"));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
    mkdirSync(join(home, "rules", "deep"), { recursive: true });
    seen.length = 0;
    writeFileSync(join(home, "rules", "deep", `b${turn}.json`), "{}");
    await sees(`rules/deep/b${turn}.json`);
    rmSync(join(home, "away"), { recursive: true });
  }
  watching.close();
});

test("a save is told by what it touches: its policy, its path, or all that rests on it", () => {
  const at = (file: string): string => join(project.root, file);
  const shown = ["consent-first", "invited"];
  expect(savedParts(project, shown, [at("rules/policies/invited/limit.json")])).toEqual({ paths: ["invited"], policies: ["invited"] });
  expect(savedParts(project, shown, [at("rules/laws/cn.json")])).toEqual({ paths: [at("rules/laws/cn.json")], policies: [] });
  expect(savedParts(project, shown, [at("rules/dictionary.json")])).toEqual({ paths: [], policies: shown });
});

test.each([
  [{}, ["vi", "+7", "/p.json"]],
  [{ EDITOR: "nano" }, ["nano", "+7", "/p.json"]],
  [{ VISUAL: "code --wait", EDITOR: "vi" }, ["code", "--wait", "-g", "/p.json:7"]],
  [{ EDITOR: `"/opt/my editor/hx" -v` }, ["/opt/my editor/hx", "-v", "/p.json:7"]],
])("an editor is asked for the line in its own way: %j", (env, command) => {
  expect(editorCommand(env, "/p.json", 7)).toEqual(command);
});
