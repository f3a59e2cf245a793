/** A type with every level read-only and optional keys kept: the form in which two spellings of it compare. */
type Plain<T> = T extends (...input: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** True where two types have the same keys and values all the way down, `readonly` aside. */
export type SameType<A, B> = Identical<Plain<A>, Plain<B>>;
