// Output that cannot be written, readers that leave, and Ctrl-C: nothing half-written, no trace of an exception.
import { spawnSync } from "node:child_process";
import { beforeAll, describe, test } from "vitest";
import { bin, copyProject, policyBench, requireBuild, stackTrace, type Project } from "./bin.ts";

beforeAll(requireBuild);

const small = ["run", "baseline", "--policy", "consent-first", "--customers", "50", "--months", "3"];

interface Unwritable {
  readonly name: string;
  readonly prepare?: (project: Project) => void;
  readonly args: readonly string[];
  readonly says: RegExp;
}

const unwritable: readonly Unwritable[] = [
  { name: "a file stands where the report folder should be", prepare: (p) => p.write("reports", "x"), args: small, says: /cannot write `.*reports\/local\/baseline\.json`: a file stands where its folder should be/u },
  { name: "a folder stands where one of three reports should be", prepare: (p) => p.write("reports/local/baseline.csv/x", ""), args: small, says: /baseline\.csv`: it is a folder/u },
  { name: "a report is to go below a file", args: [...small, "-o", "markdown=ok.md", "-o", "json=rules/dictionary.json/x.json"], says: /a file stands where its folder should be/u },
  { name: "two reports are to go to one place", args: [...small, "-o", "json=x", "-o", "csv=./x"], says: /two reports are to be written to/u },
  { name: "customers are to go below a file", args: ["population", "--customers", "50", "--write-csv", "rules/dictionary.json/x.csv"], says: /cannot write/u },
  { name: "schemas are to go below a file", args: ["schema", "--write", "rules/dictionary.json"], says: /cannot write/u },
];

describe.concurrent("output", () => {
  test.for(unwritable)("$name", async ({ prepare, args, says }, { expect }) => {
    const project = copyProject();
    try {
      prepare?.(project);
      const before = project.files();
      const ran = await policyBench(args, { cwd: project.folder });
      expect(ran.stderr).toMatch(says);
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe("");
      expect(ran.stderr).not.toMatch(stackTrace);
      expect(project.files()).toEqual(before);
    } finally {
      project.dispose();
    }
  });

  test("a place where no folder can be made is named, and the command ends", async ({ expect }) => {
    const project = copyProject();
    try {
      const ran = await policyBench([...small, "-o", "json=/proc/none/below/x.json"], { cwd: project.folder });
      expect(ran.stderr).toContain("cannot write `/proc/none/below/x.json`");
      expect(ran.code).toBe(2);
    } finally {
      project.dispose();
    }
  });

  test("a reader that leaves early ends nothing with a trace, and the report files are whole", async ({ expect }) => {
    const project = copyProject();
    try {
      const piped = spawnSync("bash", ["-c", `set -o pipefail; "$0" "$1" ${small.join(" ")} --json | head -c 10`, process.execPath, bin], { cwd: project.folder, encoding: "utf8" });
      expect(piped.stdout).toBe('{\n  "schem');
      expect(piped.stderr).not.toMatch(stackTrace);
      expect(piped.stderr).toContain("reports written");
      expect(JSON.parse(project.read("reports/local/baseline.json"))).toMatchObject({ schemaVersion: 1 });
    } finally {
      project.dispose();
    }
  });

  test("Ctrl-C in the middle of a run ends with 130 and leaves no report", async ({ expect }) => {
    const project = copyProject();
    try {
      const before = project.files();
      const ran = await policyBench(["run", "baseline", "--customers", "1m", "--threads", "2"], {
        cwd: project.folder,
        meanwhile: async (child) => {
          await new Promise((resolve) => setTimeout(resolve, 2500));
          child.kill("SIGINT");
        },
      });
      expect(ran).toEqual({ code: 130, stdout: "", stderr: "" });
      expect(project.files()).toEqual(before);
    } finally {
      project.dispose();
    }
  });

  test("Ctrl-C while customers are written leaves no part of the file", async ({ expect }) => {
    const project = copyProject();
    try {
      const before = project.files();
      const ran = await policyBench(["population", "--customers", "2m", "--write-csv", "out.csv"], {
        cwd: project.folder,
        meanwhile: async (child) => {
          while (project.files().length === before.length) await new Promise((resolve) => setTimeout(resolve, 50));
          child.kill("SIGINT");
        },
      });
      expect(ran.code).toBe(130);
      expect(project.files()).toEqual(before);
    } finally {
      project.dispose();
    }
  });
});
