// The two sizes that issue E asks for, on two threads: 200 settings of a policy over 20,000 customers and 24 months within
// 90 seconds, and three policies over 100,000 customers and 24 months within 15. On a machine that others use, the
// CPU-seconds are the figure: two quiet cores take half of them by the clock.
// Run with `npm run build && node test/bench/sweep.ts [policy] [settings]`.
import { timed, tookText, type Timed } from "./timed.ts";

const [policy = "silent-auto-enrolment", settings = "200"] = process.argv.slice(2);
const speed = (months: number, { cpu }: Timed): string => `${(months / cpu / 1e6).toFixed(2)} M customer-months a CPU-second`;

const sweep = timed(["sweep", "baseline", "--policy", policy, "--points", settings, "--threads", "2", "--json", "--quiet"]);
const points = (JSON.parse(sweep.stdout) as { points: unknown[] }).points.length;
process.stdout.write(`${points} settings of ${policy} (and the policies beside it), 20,000 customers, 24 months: ${tookText(sweep)} (at most 90 s asked); ${speed(points * 20_000 * 24, sweep)}\n`);

const whole = timed(["run", "baseline", "--customers", "100000", "--threads", "2", "--json", "--quiet", "-o", "csv=/dev/null"]);
process.stdout.write(`3 policies, 100,000 customers, 24 months, whole report: ${tookText(whole)} (at most 15 s asked); ${speed(3 * 100_000 * 24, whole)}\n`);
