const spellings: Readonly<Record<string, string>> = { enrollment: "enrolment", optimize: "optimise" };

/** Our spelling of a word that is spelt differently elsewhere; any other word as it stands. */
export function british(word: string): string {
  return spellings[word] ?? word;
}
