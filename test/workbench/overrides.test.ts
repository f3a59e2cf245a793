import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOverrides, readOverrides } from "../../src/workbench/overrides.ts";
import { parseCount } from "../../src/workbench/parse-count.ts";
import { UsageError } from "../../src/workbench/world.ts";
import { commandLine } from "./world.ts";

const source = { file: "s.json", text: '{ "months": 24, "lender": { "type": "bank" }, "laws": ["cn"] }' };
const changed = (...written: string[]): unknown => JSON.parse(applyOverrides(source, readOverrides(written)).source.text);

test("a value is JSON, and a bare word is a text", () => {
  expect(changed("months=12", "lender.type=microlender", 'laws=["cn","eu"]', "laws.0=uk", "new.part=true")).toEqual({
    months: 12,
    lender: { type: "microlender" },
    laws: ["uk", "eu"],
    new: { part: true },
  });
});

test("numbers of other files leave the scenario as it is", () => {
  expect(applyOverrides(source, readOverrides(["policies.a.b=1", "laws.cn.aprCap=0.2", "assumptions.x=1"])).source.text).toBe(source.text);
});

test("any path and any value is taken or named, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (path, value) => {
      const { source: after, diagnostics } = applyOverrides(source, readOverrides([`x${path.replaceAll("=", "")}=${value}`]));
      expect(() => JSON.parse(after.text)).not.toThrow();
      expect(diagnostics.length === 0 || after.text === source.text).toBe(true);
    }),
  );
});

test("whole numbers are read as people write them, and nothing else is", () => {
  expect(["20000", "20k", "20K", "1.5m", "1,000", "1_000", "0"].map((text) => parseCount(text, "--customers"))).toEqual([20_000, 20_000, 20_000, 1_500_000, 1000, 1000, 0]);
  for (const text of ["", "-5", "1e9", "2.5", "0.0001k", "ten", "0x10", "١٢", "99999999999999999999", "k"]) expect(() => parseCount(text, "--customers"), text).toThrow(UsageError);
});

test("--set reaches into the profile, and a mistake there names its flag", async () => {
  const wrong = await commandLine(["run", "baseline", "--customers", "20", "--months", "1", "--quiet", "--set", "profile.bureau.thinFileBp=1"]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("`--set profile.bureau.thinFileBp=1`: unknown key")]);
  const { stdout } = await commandLine(["run", "baseline", "--customers", "20", "--months", "1", "--quiet", "--json", "--set", "profile.bureau.thinFileBps=5000"]);
  expect(stdout).toContain("--set profile.bureau.thinFileBps=5000");
});
