import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "./command-line.ts";
import { interruptsAreOurs, tellInterrupt } from "./interrupted.ts";
import { reportDefect } from "./report-defect.ts";
import type { World } from "./world.ts";
import { removeDrafts } from "./write-file.ts";

// Compiled code is kept between runs, where node can: commands then start a fifth quicker.
module.enableCompileCache?.();

const world: World = {
  cwd: process.cwd(),
  packageRoot: join(dirname(fileURLToPath(import.meta.url)), ".."),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
};

// A reader that closes the pipe early (`| head`) is no defect; what it did not read is not written, and the exit code stays.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // A terminal that was closed takes nothing any more, and nobody is left to be told.
    if (error.code === "EIO") leave(129);
    if (error.code !== "EPIPE") throw error;
  });
}
// Whole files stand under their own names (write-file.ts): an interrupt may end the process where it stands.
process.on("SIGINT", () => (interruptsAreOurs() ? leave(130) : undefined));
process.on("SIGQUIT", () => (interruptsAreOurs() ? leave(131) : undefined));
process.once("SIGTERM", () => leave(143));
process.once("SIGHUP", () => leave(129));

function leave(code: number): never {
  removeDrafts();
  tellInterrupt(world);
  process.exit(code);
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), world);
} catch (error) {
  process.exitCode = reportDefect(error, world);
}
