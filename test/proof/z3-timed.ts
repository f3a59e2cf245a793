import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { SmtQuestion, SmtSheet } from "./smt-questions.ts";

/** What z3 said to a question, and the CPU milliseconds it took. */
export interface TimedAnswer {
  readonly question: SmtQuestion;
  readonly answer: string;
  readonly milliseconds: number;
}

/** What z3 made of a sheet: milliseconds to read what is declared, and its answers until the time was up. */
export interface TimedSheet {
  readonly declared: number;
  readonly answers: readonly TimedAnswer[];
}

/** Puts the questions of a sheet to z3 one after the other, in a process of its own, until all are answered or it has used so much of the processor. */
export async function askTimed({ prelude, questions }: SmtSheet, { timeout, most }: { readonly timeout: number; readonly most: number }): Promise<TimedSheet> {
  if (questions.length === 0) return { declared: 0, answers: [] };
  const child = spawn(process.execPath, [join(import.meta.dirname, "z3-timed-child.ts")], { stdio: ["pipe", "pipe", "ignore"] });
  let [declared, used] = [0, 0];
  const answers: TimedAnswer[] = [];
  // One question at a time: what is not asked costs nothing.
  const ask = (): void => {
    const question = questions[answers.length];
    if (question === undefined || used > most) child.kill("SIGKILL");
    else child.stdin.write(`${JSON.stringify(question.text)}\n`);
  };
  await new Promise<void>((resolve) => {
    child.on("error", () => resolve());
    child.on("close", () => resolve());
    child.stdin.on("error", () => undefined);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [answer = "", spent = "0"] = line.split(" ");
      used += Number(spent);
      if (answer === "declared") declared = Number(spent);
      else {
        const question = questions[answers.length];
        if (question !== undefined) answers.push({ question, answer, milliseconds: Number(spent) });
      }
      ask();
    });
    child.stdin.write(`${JSON.stringify([prelude, timeout])}\n`);
  });
  return { declared, answers };
}
