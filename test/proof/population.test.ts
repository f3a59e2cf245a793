// Nothing proved is ever contradicted by a simulated population: 4,000 customers in every run, a million in the long one.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { layoutFacts, type FactDefinition, type FactName } from "../../src/facts/index.ts";
import { readProfile, synthesise, type CustomerBlock } from "../../src/population/index.ts";
import { makeProver, readClaims, type Asked, type Claim, type Prover, type Trial } from "../../src/proof/index.ts";
import { readWhole } from "../rules/read-policies.ts";
import { dictionary, readText, shipped } from "../rules/written.ts";
import { makeRowJudge, type Broken } from "./population-trial.ts";

const isLong = process.env["POLICY_BENCH_LONG"] !== undefined;
const customers = isLong ? 1_000_000 : 4_000;
const blockSize = 4_096;
/** Every so many customers the trial that counterexamples pass through is asked as well. */
const trialEvery = isLong ? 1_009 : 101;

/** Evenly mixed bits of two numbers: Murmur3's finaliser. */
function mixed(a: number, b: number): number {
  let bits = Math.imul(a + 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A value of a fact that the population does not know: typical for half of the customers, else any, ends more often. */
function anyValue(definition: FactDefinition, draw: number): number {
  const [kind, rest] = [draw & 15, draw >>> 4];
  if (definition.nullable && kind === 15) return NaN;
  switch (definition.type) {
    case "boolean":
      return kind < 8 ? Number(definition.typical) : rest & 1;
    case "enum":
      return kind < 8 ? definition.values.indexOf(definition.typical) : rest % definition.values.length;
    case "integer":
    case "decimal": {
      const scale = 10 ** definition.decimals;
      const [low, high] = [Math.round(definition.min * scale), Math.round(definition.max * scale)];
      if (kind < 8 && !Number.isNaN(definition.typical)) return definition.typical;
      if (kind < 10) return (kind === 8 ? low : high) / scale;
      return (low + (rest % (high - low + 1))) / scale;
    }
  }
}

/** One policy, its claims, and the row they are put to. */
class Examined {
  readonly name: string;
  readonly prover: Prover;
  readonly held: ReadonlySet<Claim>;
  readonly row: Float64Array;
  readonly judge: ReturnType<typeof makeRowJudge>;
  readonly layout: ReturnType<typeof layoutFacts>;
  /** Claims about one applicant, as counterexamples are tried. */
  readonly trials: readonly { readonly claim: Claim; readonly asked: readonly Asked[]; readonly trial: Trial }[];
  readonly #other = (fact: FactName): number => this.#otherOf(fact);
  readonly #definitions: readonly { readonly slot: number; readonly definition: FactDefinition }[];
  #block: CustomerBlock | undefined;
  #index = 0;
  #customer = 0;

  constructor(name: string) {
    this.name = name;
    const policy = readWhole(name);
    const claims = ["rules/invariants.json", `rules/policies/${name}/invariants.json`].flatMap((file) => readClaims({ file, text: readText(file) }, policy).claims);
    this.prover = makeProver({ policy, claims });
    this.held = new Set(claims.filter((claim) => this.prover.prove(claim).verdict === "held"));
    this.layout = layoutFacts(this.prover.model.dictionary);
    this.row = new Float64Array(this.layout.size).fill(NaN);
    this.judge = makeRowJudge(this.prover, claims);
    this.trials = claims.flatMap((claim) => this.prover.violations(claim).flatMap(({ asked, differs }) => (differs === undefined ? [{ claim, asked, trial: this.prover.trial(claim, asked) }] : [])));
    this.#definitions = [...policy.dictionary.facts.values()].filter((definition) => !/^(?:param|derived)\.|^request\.moment$/u.test(definition.name)).map((definition) => ({ slot: this.layout.slot(definition.name), definition }));
  }

  /** Puts a customer into the row, with all that the population does not know drawn for her. */
  meet(block: CustomerBlock, index: number, customer: number): void {
    [this.#block, this.#index, this.#customer] = [block, index, customer];
    for (const { slot, definition } of this.#definitions) {
      const column = block.observed.get(definition.name);
      this.row[slot] = column === undefined ? anyValue(definition, mixed(customer, slot)) : (column[index] ?? NaN);
    }
  }

  broken(): readonly Broken[] {
    return this.judge(this.row, this.#other);
  }

  /** The value of a second applicant: another customer's, or another draw. */
  #otherOf(fact: FactName): number {
    const column = this.#block?.observed.get(fact);
    if (column !== undefined && this.#block !== undefined) return column[(this.#index + 1) % this.#block.count] ?? NaN;
    const definition = this.layout.dictionary.facts.get(fact);
    return definition === undefined ? NaN : anyValue(definition, mixed(this.#customer, 7_919));
  }

  /** The policy's own facts at a moment, as a trial takes them. */
  own(moment: number): Float64Array {
    const own = this.row.slice(0, layoutFacts(this.prover.model.policy.dictionary).size);
    own[this.layout.slot("request.moment")] = moment;
    return own;
  }
}

/** The trial of a claim says of these applicants what the row judge says. */
function agrees(examined: Examined, found: readonly Broken[]): void {
  const moment = examined.layout.dictionary.facts.get("request.moment");
  for (const { claim, asked, trial } of examined.trials) {
    const first = examined.own(moment?.type === "enum" ? moment.values.indexOf(asked[0]?.moment ?? "") : NaN);
    const told = found.some((each) => each.claim === claim && each.asked === asked);
    expect(trial.breaks({ first }), `${examined.name} ${claim.name}`).toBe(told);
  }
}

test(`nothing proved is contradicted by a simulated population of ${customers.toLocaleString("en")}`, { timeout: 3_600_000 }, () => {
  const profile = readProfile({ file: "p", text: readFileSync("scenarios/profiles/urban-shoppers.json", "utf8") }).profile;
  if (profile === undefined) throw new Error("the profile is read");
  const population = synthesise({ profile, seed: "proof", replication: 0, customers, dictionary });
  const policies = shipped.map((name) => new Examined(name));
  const refuted = new Map<string, number>();
  const start = performance.now();
  for (let first = 0; first < customers; first += blockSize) {
    const block = population.block(first, Math.min(blockSize, customers - first));
    for (const examined of policies) {
      for (let index = 0; index < block.count; index += 1) {
        examined.meet(block, index, first + index);
        const found = examined.broken();
        for (const { claim } of found) {
          if (examined.held.has(claim)) throw new Error(`${examined.name} ${claim.name} is proved, and broken by customer ${first + index}: ${examined.row.join()}`);
          refuted.set(`${examined.name} ${claim.name}`, (refuted.get(`${examined.name} ${claim.name}`) ?? 0) + 1);
        }
        if ((first + index) % trialEvery === 0) agrees(examined, found);
      }
    }
    if (isLong && Math.floor((first + block.count) / 100_000) > Math.floor(first / 100_000)) console.log(`${(first + block.count).toLocaleString("en")} customers, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  const held = policies.reduce((sum, examined) => sum + examined.held.size, 0);
  if (isLong) console.log(`${held} proved claims of ${policies.length} policies, none contradicted; of the refuted ones, customers who break each: ${[...refuted].map(([name, count]) => `${name} ${count}`).join(", ")}`);
  expect(held).toBeGreaterThan(75);
  // A judge that never finds anything would prove nothing.
  expect(refuted.size).toBeGreaterThan(0);
});
