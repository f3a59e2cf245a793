import { join, relative, sep } from "node:path";
import { policyFolder, type Project } from "../project.ts";

/** What a save touched, as commands name it. */
export interface SavedParts {
  /** Policies, and paths of other files; empty where all of the project is to be looked at. */
  readonly paths: readonly string[];
  /** Policies whose examples and claims may come out otherwise. */
  readonly policies: readonly string[];
}

/** Which policies (by the names or folders in `shown`, or of the project) and which other files were saved. */
export function savedParts(project: Project, shown: readonly string[], files: readonly string[]): SavedParts {
  const folders = shown.map((operand) => ({ operand, folder: policyFolder(project, operand) }));
  const rules = join(project.root, "rules");
  const home = join(rules, "policies");
  const isIn = (file: string, folder: string): boolean => file.startsWith(folder + sep);
  const ofFile = (file: string): string | undefined => {
    const own = folders.find(({ folder }) => isIn(file, folder))?.operand;
    return own ?? (isIn(file, home) ? relative(home, file).split(sep)[0] : undefined);
  };
  const policies = [...new Set(files.flatMap((file) => ofFile(file) ?? []))];
  const others = files.filter((file) => ofFile(file) === undefined);
  // The dictionary, the reasons and the claims about all policies are what every policy rests on.
  const shared = others.some((file) => isIn(file, rules) && !isIn(file, join(rules, "laws")));
  return shared ? { paths: [], policies: shown } : { paths: [...policies, ...others], policies };
}
