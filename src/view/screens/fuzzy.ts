/**
 * How well letters typed in a hurry fit a text: 0 where they do not stand in it in their order; more where they stand
 * together, where words begin, and where the text is short. The case of letters says nothing.
 */
export function fuzzyScore(wanted: string, text: string): number {
  const letters = Array.from(wanted.toLowerCase()).filter((letter) => letter.trim() !== "");
  const signs = Array.from(text.toLowerCase());
  if (letters.length === 0) return 1;
  if (signs.join("").includes(wanted.toLowerCase())) return 1000 - Math.min(400, signs.length) + (beginsWord(signs, signs.join("").indexOf(wanted.toLowerCase())) ? 300 : 0);
  let score = 0;
  let at = -1;
  for (const letter of letters) {
    const next = signs.indexOf(letter, at + 1);
    if (next < 0) return 0;
    score += next === at + 1 ? 6 : beginsWord(signs, next) ? 5 : Math.max(0, 2 - (next - at) / 8);
    at = next;
  }
  return Math.max(0.1, score - signs.length / 40);
}

/** Whether a word begins here; Chinese has no spaces, so each of its signs may begin one. */
function beginsWord(signs: readonly string[], at: number): boolean {
  return at <= 0 || !/[\p{Letter}\p{Number}]/u.test(signs[at - 1] ?? "") || /\p{Script=Han}/u.test(signs[at] ?? "");
}
