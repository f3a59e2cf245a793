/**
 * The candidate that the word was probably meant to be; `undefined` where none is near. Near is at most a
 * third of the letters wrong (adjacent letters swapped count once), case aside; for dotted names also the
 * same or nearly the same last part under another prefix. A name broken off counts as near too. Of equals the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === word) return candidate;
    const distance = farness(word, candidate, least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

const longest = 200;

/** Wrong letters; a half more where only the last part agrees; infinite where too far to be meant. */
function farness(word: string, candidate: string, least: number): number {
  if (word.length > longest || candidate.length > longest || word === "")
    return Number.POSITIVE_INFINITY;
  const [lowerWord, lowerCandidate] = [word.toLowerCase(), candidate.toLowerCase()];
  const whole = Math.min(within(lowerWord, lowerCandidate), begun(lowerWord, lowerCandidate));
  if (whole < least) return whole;
  const [wordPart, candidatePart] = [lastPart(word), lastPart(candidate)];
  if (wordPart === word && candidatePart === candidate) return whole;
  if (wordPart.length < 3) return whole;
  return Math.min(whole, within(wordPart.toLowerCase(), candidatePart.toLowerCase()) + 0.5);
}

/** A name broken off in its second half, or with something after it: `bool`, `incomeMonthly`. */
function begun(word: string, candidate: string): number {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  const begins = short.length >= 3 && long.startsWith(short) && long[short.length] !== ".";
  if (!begins || short.length * 2 < long.length) return Number.POSITIVE_INFINITY;
  return 1 + (long.length - short.length) / longest;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The distance, or infinity where it is more than a third of the shorter word, at least 1. */
function within(a: string, b: string): number {
  const allowed = Math.max(1, Math.floor(Math.min(a.length, b.length) / 3));
  if (Math.abs(a.length - b.length) > allowed) return Number.POSITIVE_INFINITY;
  if (Math.min(a.length, b.length) < 2 && a !== b) return Number.POSITIVE_INFINITY;
  const distance = editDistance(a, b);
  return distance <= allowed ? distance : Number.POSITIVE_INFINITY;
}

/** Damerau–Levenshtein (optimal string alignment): insert, delete, replace, swap neighbours. */
function editDistance(a: string, b: string): number {
  let [before, previous] = [
    Array.from({ length: b.length + 1 }, () => 0),
    Array.from({ length: b.length + 1 }, (_, i) => i),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
