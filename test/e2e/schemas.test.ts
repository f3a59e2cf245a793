// rules/schema holds what editors read: the schemas that the readers themselves are made from.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { copyProject, policyBench, requireBuild, root } from "./bin.ts";

beforeAll(requireBuild);

test("the committed schemas are current", async () => {
  const { code, stderr } = await policyBench(["schema", "--check"], { cwd: root });
  expect(stderr, "out of date; run: npm run build && node dist/policy-bench.js schema").toBe("");
  expect(code).toBe(0);
});

test("a schema that is out of date is named, and exits 1", async () => {
  const project = copyProject();
  try {
    const written = await policyBench(["schema"], { cwd: project.folder });
    expect(written.stderr).toMatch(/^\d+ schemas written to rules\/schema\n$/u);
    expect((await policyBench(["schema", "--check"], { cwd: project.folder })).code).toBe(0);
    project.write("rules/schema/limit.schema.json", "{}");
    const checked = await policyBench(["schema", "--check", "--quiet"], { cwd: project.folder });
    expect(checked).toEqual({ code: 1, stdout: "", stderr: "out of date: rules/schema/limit.schema.json\n" });
  } finally {
    project.dispose();
  }
});

test("every file that names a schema names one that is there", () => {
  const files = ["rules", "scenarios"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json") && !entry.name.endsWith(".schema.json"))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const { $schema } = JSON.parse(readFileSync(file, "utf8"));
    // Claims about all applicants have none yet.
    if ($schema === undefined && basename(file) === "invariants.json") continue;
    expect($schema, `${file} names no schema`).toBeTypeOf("string");
    const schema = JSON.parse(readFileSync(join(file, "..", $schema), "utf8"));
    expect(schema.$schema, `${$schema} of ${file}`).toContain("draft-07");
  }
});
