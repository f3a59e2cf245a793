import { z } from "zod";
import { checkShape, createDraws, normalQuantile, readJson, type Diagnostic, type StreamKey, type Text } from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import { checkSegments } from "./environment-facts.ts";
import { attackKinds, attackStages, type AttackWave } from "./attacks.ts";
import { economyCustomer, purposes } from "./purposes.ts";

/** What the world does, the same for every policy. */
export interface Environment {
  readonly name: string;
  readonly title: Text;
  /**
   * The state of the economy Z by month, standard normal: 0 is ordinary, −2.5 a slump. `path`: month 0 on, its last
   * value stays, months before 0 have `before`. `autoregressive`: Z(t+1) = phi · Z(t) + √(1 − phi²) · η, drawn anew
   * for each replication.
   */
  readonly macro:
    | { readonly kind: "path"; readonly before: number; readonly path: readonly number[] }
    | { readonly kind: "autoregressive"; readonly phi: number };
  /** Times the rate of purchases, by calendar month, January first. */
  readonly purchaseFactors: readonly number[];
  /** Waves of takeover attempts. */
  readonly attacks: readonly AttackWave[];
  /** Shopping festivals of single months, on top of the calendar: times the rate of purchases, and times amounts on credit. */
  readonly festivals: readonly { readonly month: number; readonly factor: number; readonly creditFactor?: number }[];
  /** Layoffs of a group of customers: times the chance of an income shock, from month to month, both included. */
  readonly layoffs: readonly Layoff[];
  /** Months in which the score that lenders read is wrong. */
  readonly scoreFaults: readonly ScoreFault[];
  /** Leaks of the lender's data: in a month, of facts at these levels, of this share of the customers it holds data of. */
  readonly leaks: readonly { readonly month: number; readonly levels: readonly number[]; readonly share: number }[];
}

/** A layoff: whom it meets, when, and how hard. */
export interface Layoff {
  readonly from: number;
  readonly to: number;
  readonly fact: string;
  readonly value: string | number | boolean;
  readonly factor: number;
}

/** A fault of the score, from month to month, both included: for all customers or a segment of them. */
export interface ScoreFault {
  readonly from: number;
  /** Absent: to the end. */
  readonly to?: number;
  readonly segment?: { readonly fact: string; readonly equals: string | number | boolean };
  /** Points added to the right score. */
  readonly shift?: number;
  /** Times the right score. */
  readonly scale?: number;
  /** Share of customers whose score is lost. */
  readonly missingShare?: number;
}

const text = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });
const state = z.number().min(-6).max(6);

/** The shape of an environment file. */
export const environmentSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u),
  title: text,
  description: text.optional(),
  macro: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("path"), before: state.default(0), path: z.array(state).min(1).max(240) }),
    z.strictObject({ kind: z.literal("autoregressive"), phi: z.number().min(0).max(0.999) }),
  ]),
  purchaseFactors: z.array(z.number().min(0).max(10)).length(12).default(Array.from({ length: 12 }, () => 1)),
  attacks: z
    .array(
      z
        .strictObject({
          from: z.int().min(0).max(239),
          to: z.int().min(0).max(239),
          factor: z.number().min(0).max(10_000),
          kind: z.enum(attackKinds).exactOptional(),
          stages: z.array(z.enum(attackStages)).min(1).exactOptional(),
        })
        .refine((attack) => attack.from <= attack.to, { message: "`to` must not be before `from`", path: ["to"] }),
    )
    .max(100)
    .default([]),
  festivals: z
    .array(z.strictObject({ month: z.int().min(0).max(239), factor: z.number().min(0).max(10), creditFactor: z.number().min(0).max(10).exactOptional() }))
    .max(240)
    .default([]),
  layoffs: z
    .array(
      z
        .strictObject({
          from: z.int().min(0).max(239),
          to: z.int().min(0).max(239),
          fact: z.string().min(1).max(100),
          value: z.union([z.string(), z.number(), z.boolean()]),
          factor: z.number().min(0).max(1000),
        })
        .refine((layoff) => layoff.from <= layoff.to, { message: "`to` must not be before `from`", path: ["to"] }),
    )
    .max(30)
    .default([]),
  scoreFaults: z
    .array(
      z
        .strictObject({
          from: z.int().min(0).max(239),
          to: z.int().min(0).max(239).exactOptional(),
          segment: z.strictObject({ fact: z.string().min(1).max(100), equals: z.union([z.string(), z.number(), z.boolean()]) }).exactOptional(),
          shift: z.number().min(-550).max(550).exactOptional(),
          scale: z.number().min(0).max(10).exactOptional(),
          missingShare: z.number().min(0).max(1).exactOptional(),
        })
        .refine((fault) => fault.from <= (fault.to ?? fault.from), { message: "`to` must not be before `from`", path: ["to"] }),
    )
    .max(30)
    .default([]),
  leaks: z
    .array(z.strictObject({ month: z.int().min(0).max(239), levels: z.array(z.int().min(1).max(5)).min(1).max(5), share: z.number().min(0).max(1) }))
    .max(30)
    .default([]),
});

/** Reads an environment file; every mistake is reported at its place. Facts it names are held to the dictionary, if one is at hand. */
export function readEnvironment(source: { readonly file: string; readonly text: string }, dictionary?: Dictionary): {
  environment?: Environment;
  diagnostics: readonly Diagnostic[];
} {
  const document = readJson(source.text, source.file);
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const shape = checkShape(environmentSchema, document);
  const diagnostics = [...document.diagnostics, ...shape.diagnostics];
  if (shape.value !== undefined && dictionary !== undefined) diagnostics.push(...checkSegments(shape.value, { document, dictionary }));
  if (shape.value === undefined || diagnostics.some((d) => d.level === "error")) return { diagnostics };
  const { $schema: _, description: __, ...environment } = shape.value;
  return { environment, diagnostics };
}

/** Z for months −warmUp … months − 1, in this order. */
export function macroPath(environment: Environment, key: StreamKey, warmUp: number, months: number): Float64Array {
  const path = new Float64Array(warmUp + months);
  const { macro } = environment;
  if (macro.kind === "path") {
    for (let i = 0; i < path.length; i++) {
      const month = i - warmUp;
      path[i] = month < 0 ? macro.before : (macro.path[Math.min(month, macro.path.length - 1)] ?? 0);
    }
    return path;
  }
  const draws = createDraws(key);
  const noise = Math.sqrt(1 - macro.phi * macro.phi);
  // The path starts in month −warmUp from its stationary law.
  let z = 0;
  for (let i = 0; i < path.length; i++) {
    const eta = normalQuantile(draws.uniform(economyCustomer, i - warmUp, purposes.economy));
    z = i === 0 ? eta : macro.phi * z + noise * eta;
    path[i] = z;
  }
  return path;
}
