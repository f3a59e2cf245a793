/** Who or what a fact is about: the first part of its name. */
export const factPrefixes = [
  "customer",
  "shop",
  "device",
  "payment",
  "bureau",
  "score",
  "consent",
  "account",
  "request",
  "lender",
  "enrolment",
  "contract",
  "costTable",
  "cashier",
  "assessment",
  "access",
  "notice",
  "security",
  "governance",
  "creditQuery",
  "limit",
  "decision",
  "product",
  "price",
  "loan",
  "funding",
  "bill",
  "negativeReport",
  "collection",
  "closure",
  "data",
  "leak",
  "complaint",
  "marketing",
  "law",
] as const;

/** Whether a name begins with one of the prefixes and goes on with at least one more part. */
export function hasPrefix(name: string, prefixes: readonly string[]): boolean {
  const dot = name.indexOf(".");
  return dot > 0 && dot < name.length - 1 && prefixes.includes(name.slice(0, dot));
}
