import { setJson, type Diagnostic } from "../base/index.ts";
import { readProfile } from "../population/index.ts";
import { placeFindings, type Override } from "./overrides.ts";
import type { Source } from "./read-file.ts";

/** A profile with `--set profile.<path>=…` written into its text; mistakes that the changes make name their flag. */
export function overrideProfile(profile: Source, overrides: readonly Override[]): { readonly source: Source; readonly diagnostics: readonly Diagnostic[] } {
  const own = overrides.flatMap(({ path: [first, ...rest], ...override }) => (first === "profile" && rest.length > 0 ? [{ ...override, path: rest }] : []));
  if (own.length === 0) return { source: profile, diagnostics: [] };
  const text = own.reduce((now, { path, value }) => setJson(now, path, value) ?? now, profile.text);
  const source = { file: profile.file, text };
  const found = readProfile(source).diagnostics;
  const before = readProfile(profile).diagnostics;
  return { source, diagnostics: placeFindings(found, before, own).filter((finding) => !before.includes(finding)) };
}
