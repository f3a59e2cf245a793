/** Measures that stand first on the Overview: whom we reach, what it costs, what it earns, what it does to people. */
export const headlines: readonly string[] = [
  "enrolledShare", "unaskedShare", "ever90PlusAtMonth12", "lossPerCustomer", "marginPerCustomer", "incrementalSalesPerCustomer",
  "awareShare", "complaintsPerThousand", "closureRefusedShare", "lawRulesMatched",
];
