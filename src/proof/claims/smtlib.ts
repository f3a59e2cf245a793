import { partsOf, reachable } from "../logic/formula.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import { domainOf } from "../logic/ordinary.ts";
import { putIntoCells } from "../logic/orders.ts";
import type { Asked } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { Prover } from "./prove-claims.ts";

/** One question of a claim in SMT-LIB 2: a solver answers `unsat` where nobody breaks the claim. */
export interface Certificate {
  readonly asked: readonly Asked[];
  /** The fact in which two applicants differ. */
  readonly differs?: string;
  readonly text: string;
}

/**
 * What was asked to prove a claim, to be checked with another solver. Facts are whole numbers of their smallest unit, one
 * below the lowest where missing; orders between facts are put into cells, as for our own engines.
 */
export function certificatesOf(prover: Prover, claim: Claim): readonly Certificate[] {
  return prover.violations(claim).map(({ asked, differs, question }) => {
    const whole = question();
    const settled = putIntoCells(prover.space, [whole])(whole);
    const where = [...asked.map(({ decision, moment }) => `${decision} at ${moment}`), ...(differs === undefined ? [] : [`two applicants who differ in ${differs}`])].join(", ");
    const head = [`; ${claim.name}: ${claim.title.en}`, `; policy ${prover.model.policy.name}, ${where}`, "; unsat: nobody breaks the claim; sat: the model is somebody who does, or something that was left open"].map(plain);
    return { asked, ...(differs === undefined ? {} : { differs }), text: [...head, ...script(prover, settled), ""].join("\n") };
  });
}

function script({ space: { formulas } }: Prover, question: Formula): readonly string[] {
  const all = reachable(formulas, [question]);
  const variables = new Map<number, Variable>();
  for (const of of all) {
    const node = formulas.node(of);
    if (node.kind === "atLeast") variables.set(node.variable.index, node.variable);
  }
  const declared = [...variables.values()].flatMap((variable) => {
    const { from, to } = domainOf(variable);
    const about = variable.kind === "copy" ? `${variable.name}, of the second applicant` : variable.name;
    const real = variable.kind === "open";
    const ends = [Number.isFinite(from) ? [`(assert (<= ${number(from, real)} v${variable.index}))`] : [], Number.isFinite(to) ? [`(assert (<= v${variable.index} ${number(to, real)}))`] : []].flat();
    return [plain(`; v${variable.index}: ${about}${variable.scale === 1 ? "" : `, in units of 1/${variable.scale}`}`), `(declare-const v${variable.index} ${real ? "Real" : "Int"})`, ...ends];
  });
  const defined = all.map((of) => `(define-fun p${of} () Bool ${expression(of)})`);
  return ["(set-logic ALL)", ...declared, ...defined, `(assert p${question})`, "(check-sat)"];

  function expression(of: Formula): string {
    const node = formulas.node(of);
    if (node.kind === "constant") return String(node.truth);
    if (node.kind === "atLeast") return `(<= ${number(node.cut, node.variable.kind === "open")} v${node.variable.index})`;
    const parts = partsOf(node).map((part) => `p${part}`).join(" ");
    if (node.kind === "not") return `(not ${parts})`;
    if (node.kind === "less") throw new Error("orders of facts are put into cells before");
    return `(${node.kind === "all" ? "and" : "or"} ${parts})`;
  }
}

/** A number as SMT-LIB writes it: no exponent, no sign. */
function number(value: number, isReal: boolean): string {
  const size = Number.isInteger(value) ? BigInt(Math.abs(value)).toString() : Math.abs(value).toFixed(20);
  const written = isReal && !size.includes(".") ? `${size}.0` : size;
  return value < 0 ? `(- ${written})` : written;
}

/** One line, whatever the author wrote. */
function plain(line: string): string {
  return line.replaceAll(/[\r\n]+/gu, " ");
}
