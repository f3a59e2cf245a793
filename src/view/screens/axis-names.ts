/** Measures that may stand on an axis, in the order `x` and `y` step through them: first those the report pairs. */
export const axisNames: readonly string[] = [
  "enrolledShare",
  "ever90PlusAtMonth12",
  "marginPerCustomer",
  "complaintsPerThousand",
  "incrementalSalesPerCustomer",
  "violationsCritical",
  "lawRulesMatched",
  "unaskedShare",
  "lossToCreditSales",
  "accounts30PlusShare",
  "awareShare",
  "closureBlockedShare",
];
