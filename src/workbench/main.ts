import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "./command-line.ts";
import { reportDefect } from "./report-defect.ts";
import type { World } from "./world.ts";

const world: World = {
  cwd: process.cwd(),
  packageRoot: join(dirname(fileURLToPath(import.meta.url)), ".."),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
};

// A reader that closes the pipe early (`| head`) is no defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
// What was written is whole (write-file.ts), so an interrupt may end the process where it stands.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), world);
} catch (error) {
  process.exitCode = reportDefect(error, world);
}
