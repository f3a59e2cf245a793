import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkWritable, writeAll, writePieces } from "../../src/workbench/write-file.ts";
import { UsageError } from "../../src/workbench/world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-write-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const below = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();

test("all files are written or none: one that cannot be leaves the others as they were", () => {
  const home = join(scratch, "all");
  mkdirSync(join(home, "c.txt"), { recursive: true });
  writeFileSync(join(home, "a.txt"), "before");
  const files = ["a.txt", "b.txt", "x/../../all/c.txt/../d.txt"].map((name) => ({ path: join(home, name), text: "now" }));
  expect(() => writeAll([...files, { path: join(home, "a.txt", "e.txt"), text: "now" }])).toThrow(UsageError);
  expect(readFileSync(join(home, "a.txt"), "utf8")).toBe("before");
  expect(below(home)).toEqual(["a.txt", "c.txt"]);
  writeAll(files);
  expect(below(home)).toEqual(["a.txt", "b.txt", "c.txt", "d.txt"]);
  expect(readFileSync(join(home, "a.txt"), "utf8")).toBe("now");
});

test("folders made for files that cannot be written are taken away again; those that stood there stay", () => {
  const home = join(scratch, "folders");
  mkdirSync(join(home, "old"), { recursive: true });
  const files = [join(home, "new", "deep", "a.txt"), join(home, "old", "b.txt")].map((path) => ({ path, text: "now" }));
  expect(() => writeAll([...files, { path: "/dev/full", text: "too much" }])).toThrow(/full/u);
  expect(below(home)).toEqual(["old"]);
  writeAll(files);
  expect(below(home)).toEqual(["new", "new/deep", "new/deep/a.txt", "old", "old/b.txt"]);
});

test("pieces that fail on the way leave nothing", async () => {
  const path = join(scratch, "made", "for", "pieces.csv");
  function* pieces(): Generator<string> {
    yield "x".repeat(3_000_000);
    throw new Error("the source broke");
  }
  await expect(writePieces(path, pieces())).rejects.toThrow("the source broke");
  expect(below(scratch).filter((file) => file.startsWith("made"))).toEqual([]);
  await writePieces(path, ["a", "b"]);
  expect(readFileSync(path, "utf8")).toBe("ab");
});

test("a place is checked without touching it", () => {
  const deep = join(scratch, "not", "yet", "there.json");
  checkWritable([deep]);
  expect(existsSync(join(scratch, "not"))).toBe(false);
  writeFileSync(join(scratch, "file"), "");
  for (const path of [scratch, join(scratch, "file", "x"), join(scratch, "file", "x", "y")]) expect(() => checkWritable([path]), path).toThrow(UsageError);
});

test("a pipe is written into and stays a pipe", async () => {
  const [pipe, out] = [join(scratch, "pipe"), join(scratch, "out.txt")];
  spawnSync("mkfifo", [pipe]);
  const reader = spawn("sh", ["-c", `cat '${pipe}' > '${out}'`]);
  writeAll([{ path: pipe, text: "through" }]);
  await new Promise((resolve) => reader.once("close", resolve));
  expect(readFileSync(out, "utf8")).toBe("through");
  expect(statSync(pipe).isFIFO()).toBe(true);
});
