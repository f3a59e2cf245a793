/** A function of one object that computes each answer once: many rules ask the same of the same condition. */
export function remembered<Key extends object, Answer>(compute: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.answer;
    const answer = compute(key);
    known.set(key, { answer });
    return answer;
  };
}
