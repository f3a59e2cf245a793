import { isDeepStrictEqual } from "node:util";

/**
 * The same function, which answers from memory where it was last asked the same under the same name (its first argument).
 * One answer a name is kept, so memory does not grow with the number of questions.
 */
export function rememberLast<Rest extends readonly unknown[], Made>(make: (name: string, ...rest: Rest) => Made): (name: string, ...rest: Rest) => Made {
  const known = new Map<string, { readonly rest: Rest; readonly made: Made }>();
  return (name, ...rest) => {
    const last = known.get(name);
    if (last !== undefined && isDeepStrictEqual(last.rest, rest)) return last.made;
    const made = make(name, ...rest);
    known.set(name, { rest, made });
    return made;
  };
}
