import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exp,
  ln,
  logistic,
  logit,
  normalCdf,
  normalQuantile,
  power,
  studentQuantile,
} from "../../src/base/index.ts";

// References to 50 digits (mpmath), rounded to the nearest double.
const exps = [
  [-745.0, 5e-324],
  [-700.0, 9.85967654375977e-305],
  [-50.5, 1.1698459177061964e-22],
  [-1.0, 0.36787944117144233],
  [-0.001, 0.999000499833375],
  [1e-10, 1.0000000001],
  [0.3465, 1.4141094938303624],
  [0.5, 1.6487212707001282],
  [1.0, 2.718281828459045],
  [3.7, 40.4473043600674],
  [88.25, 2.120742930535254e38],
  [709.5, 1.3549863193146328e308],
] as const;

const logs = [
  [5e-324, -744.4400719213812],
  [1e-300, -690.7755278982137],
  [1e-10, -23.025850929940457],
  [0.1, -2.3025850929940455],
  [0.5, -0.6931471805599453],
  [0.9999999, -1.0000000494736474e-7],
  [1.0000001, 9.999999505838704e-8],
  [1.4142, 0.3465640001880033],
  [2.0, 0.6931471805599453],
  [10.0, 2.302585092994046],
  [12345.678, 9.421061321291832],
  [1e300, 690.7755278982137],
] as const;

const cdfs = [
  [-37.0, 5.725571222524577e-300],
  [-20.0, 2.7536241186062337e-89],
  [-8.0, 6.220960574271784e-16],
  [-6.0, 9.86587645037698e-10],
  [-3.5, 0.00023262907903552504],
  [-1.96, 0.024997895148220435],
  [-0.7, 0.24196365222307303],
  [-0.25, 0.4012936743170763],
  [0.0, 0.5],
  [1e-9, 0.5000000003989423],
  [0.5, 0.6914624612740131],
  [1.2815515655, 0.8999999999921727],
  [3.0, 0.9986501019683699],
  [8.0, 0.9999999999999993],
] as const;

const quantiles = [
  [1e-300, -37.0470962993612],
  [1e-50, -14.933337534788489],
  [1e-16, -8.222082216130435],
  [1e-9, -5.9978070150076865],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.07, -1.4757910281791706],
  [0.3, -0.5244005127080408],
  [0.6, 0.2533471031357997],
  [0.975, 1.9599639845400538],
  [0.999999, 4.753424308817087],
] as const;

const logits = [
  [1e-300, -690.7755278982137],
  [1e-9, -20.72326583594641],
  [0.02, -3.8918202981106265],
  [0.3, -0.8472978603872037],
  [0.4999, -0.0004000000053332894],
  [0.50001, 4.000000000515129e-5],
  [0.56, 0.2411620568168883],
  [0.97, 3.4760986898352724],
  [0.999999999, 20.723265864228342],
] as const;

const powers = [
  [1.0001, 120, 1.012071681663365],
  [0.97, 0.5, 0.9848857801796105],
  [2, -1074, 5e-324],
  [1.5, 31.25, 318311.1455046274],
  [1e-5, 7.3, 3.1622776601683877e-37],
  [0.9999999, 10000000.0, 0.367879422971105],
  [12.34, -56.7, 1.3256547892950688e-62],
  [10, 308, 1e308],
] as const;

const students = [
  [0.75, 1, 1.0],
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.95, 3.5, 2.222433493649601],
  [0.995, 7, 3.4994832973504932],
  [0.9, 9, 1.3830287383966324],
  [0.975, 31, 2.039513446396408],
  [0.6, 31, 0.2555321683175277],
  [0.0005, 31, -3.633456349758331],
  [0.975, 1000, 1.962339080826408],
  [0.975, 123456, 1.9599832002451865],
  [0.5001, 5, 0.0002634305560701855],
  [1e-12, 4, -1316.0727465592565],
] as const;

/** |found − expected| in units of the expected value; both exact zeros and infinities count as equal. */
function relative(found: number, expected: number): number {
  if (Object.is(found, expected) || found === expected) return 0;
  return Math.abs(found - expected) / Math.abs(expected);
}

const within = 2e-15;

test("exp, ln, the normal distribution and the log-odds agree with 50-digit references", () => {
  for (const [x, y] of exps) expect(relative(exp(x), y), `exp ${x}`).toBeLessThan(within);
  for (const [x, y] of logs) expect(relative(ln(x), y), `ln ${x}`).toBeLessThan(within);
  for (const [x, y] of cdfs) expect(relative(normalCdf(x), y), `cdf ${x}`).toBeLessThan(within);
  for (const [p, z] of quantiles)
    expect(relative(normalQuantile(p), z), `quantile ${p}`).toBeLessThan(within);
  for (const [p, x] of logits) expect(relative(logit(p), x), `logit ${p}`).toBeLessThan(within);
});

test("powers and Student's quantiles agree with 50-digit references", () => {
  for (const [x, y, z] of powers)
    expect(relative(power(x, y), z), `${x} to ${y}`).toBeLessThan(within);
  for (const [p, df, t] of students) {
    expect(relative(studentQuantile(p, df), t), `p ${p}, ${df} df`).toBeLessThan(2e-12);
  }
});

test("the edges of the domains are those of the limits", () => {
  const infinity = Number.POSITIVE_INFINITY;
  expect([exp(-infinity), exp(infinity), exp(-746), exp(710), exp(0)]).toEqual([
    0,
    infinity,
    0,
    infinity,
    1,
  ]);
  expect([ln(0), ln(infinity), ln(1), ln(-1)]).toEqual([-infinity, infinity, 0, Number.NaN]);
  expect([normalCdf(-infinity), normalCdf(infinity), normalCdf(-40)]).toEqual([0, 1, 0]);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([
    -infinity,
    infinity,
    0,
  ]);
  expect([normalQuantile(-0.1), normalQuantile(1.1), logit(2), logit(-1)]).toEqual(
    Array(4).fill(Number.NaN),
  );
  expect([logit(0), logit(1), logit(0.5), logistic(0)]).toEqual([-infinity, infinity, 0, 0.5]);
  expect([logistic(-infinity), logistic(infinity), logistic(-1000)]).toEqual([0, 1, 0]);
  expect([studentQuantile(0, 5), studentQuantile(1, 5), studentQuantile(0.5, 5)]).toEqual([
    -infinity,
    infinity,
    0,
  ]);
  expect([studentQuantile(0.5, 0.5), studentQuantile(2, 5)]).toEqual([Number.NaN, Number.NaN]);
  for (const f of [exp, ln, normalCdf, normalQuantile, logistic, logit])
    expect(f(Number.NaN)).toBeNaN();
});

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.5,
    2,
    3,
    -3,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.integer({ min: -1100, max: 1100 }),
);

test("a power is the language's own to the last two bits, special cases included", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (x, y) => {
      const [found, expected] = [power(x, y), Math.pow(x, y)];
      if (Math.abs(expected) < 1e-300 && expected !== 0)
        expect(Math.abs(found - expected)).toBeLessThan(1e-310);
      else if (Number.isFinite(expected)) expect(relative(found, expected)).toBeLessThan(5e-16);
      else expect(found).toBe(expected);
    }),
    { numRuns: 20_000 },
  );
});

/** Asserts that a function rises (or stays) between any two numbers of a range that are not next to each other. */
function checkRises(f: (x: number) => number, min: number, max: number): void {
  const number = fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 1000 }), (a, b, steps) => {
      const near = a + steps * 1e-14 * Math.max(1e-3, Math.abs(a));
      for (const other of [b, near]) {
        if (other < min || other > max || other === a) continue;
        expect(f(Math.min(a, other))).toBeLessThanOrEqual(f(Math.max(a, other)));
      }
    }),
    { numRuns: 3000 },
  );
}

test("exp, ln, logistic, logit and the normal quantile never fall as their argument rises", () => {
  checkRises(exp, -750, 720);
  checkRises(ln, 1e-300, 1e3);
  checkRises(logistic, -50, 50);
  checkRises(logit, 0, 1);
  checkRises(normalQuantile, 0, 1);
  checkRises(normalCdf, -39, 9);
});

test("each function undoes its inverse", () => {
  const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 400 }), (p, df) => {
      expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-13);
      expect(relative(logistic(logit(p)), p)).toBeLessThan(1e-13);
      expect(relative(exp(ln(p)), p)).toBeLessThan(1e-14);
      expect(studentQuantile(p, df)).toBeCloseTo(
        -studentQuantile(1 - p, df),
        3 - Math.log10(1 / Math.min(p, 1 - p)),
      );
    }),
  );
});

test("Student's quantile has the closed forms of one and two degrees of freedom", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
      expect(studentQuantile(p, 1)).toBeCloseTo(
        Math.tan(Math.PI * (p - 0.5)),
        5 - Math.log10(1 / p / (1 - p)) * 2,
      );
      expect(Math.abs(studentQuantile(p, 2) - two)).toBeLessThan(1e-9 * Math.max(1, Math.abs(two)));
    }),
  );
});
