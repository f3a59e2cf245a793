import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** So many questions go to one process; its memory is then given back. */
const questionsMax = 500;
/** A question is asked so often before it is a failure. */
const attemptsMax = 4;
/** Milliseconds without an answer after which a process is taken for lost. */
const silenceMax = 30_000;

/** What z3 says to each question in SMT-LIB: `sat` or `unsat`. Throws, and never hangs, where z3 cannot be brought to answer. */
export async function askZ3(questions: readonly string[]): Promise<readonly string[]> {
  const answers: string[] = [];
  let failures = 0;
  while (answers.length < questions.length) {
    const before = answers.length;
    await askOnce(questions.slice(before, before + questionsMax), answers);
    failures = answers.length > before ? 0 : failures + 1;
    if (failures >= attemptsMax) throw new Error(`z3 does not answer question ${answers.length + 1} of ${questions.length}, after ${attemptsMax} attempts: ${questions[answers.length]?.slice(0, 400)}`);
  }
  return answers;
}

/** Asks one process until all is answered, it ends, or it falls silent. */
async function askOnce(questions: readonly string[], answers: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "z3-child.ts")], { stdio: ["pipe", "pipe", "ignore"] });
  const wanted = answers.length + questions.length;
  await new Promise<void>((resolve) => {
    let watch = setTimeout(() => child.kill("SIGKILL"), silenceMax);
    createInterface({ input: child.stdout }).on("line", (line) => {
      clearTimeout(watch);
      watch = setTimeout(() => child.kill("SIGKILL"), silenceMax);
      answers.push(line);
      if (answers.length === wanted) child.kill("SIGKILL");
    });
    child.on("error", () => resolve());
    child.on("close", () => {
      clearTimeout(watch);
      resolve();
    });
    // A process that dies leaves its pipe behind.
    child.stdin.on("error", () => undefined);
    for (const question of questions) child.stdin.write(`${JSON.stringify(question)}\n`);
    child.stdin.end();
  });
}
