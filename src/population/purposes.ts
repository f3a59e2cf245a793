/**
 * Addresses of the static draws (month −1), one number a purpose: skipping one moves nobody else.
 * The population owns 0 … 127; what happens in a month has 128 and above. Purposes drawn together stand in
 * one group of four (4n … 4n + 3), which costs one block. Never renumber: it would change every customer.
 */
export const purposes = {
  quality: 0,
  status: 1,
  demand: 2,
  overborrowing: 3,

  attention: 4,
  creditAppetite: 5,
  privacy: 6,

  // 8 … 15: one a consent source, in the order of `consentSources`
  consentFirst: 8,

  age: 16,
  gender: 17,
  region: 18,
  identityVerified: 19,

  occupation: 20,
  collegeStudent: 21,
  education: 22,
  cityTier: 23,

  maritalStatus: 24,
  declaredIncome: 25,
  withoutIncome: 26,

  tenure: 28,
  orders: 29,
  ordersRounding: 30,
  averageOrder: 31,

  returnShare: 32,
  returnsRounding: 33,
  daysSinceLastOrder: 34,
  addressChanges: 35,

  memberTier: 36,
  deviceCount: 37,
  deviceAge: 38,
  rooted: 39,

  sharedAccounts: 40,
  deviceRisk: 41,
  onTimeShare: 42,
  failedPayments: 43,

  cardsBound: 44,
  autopay: 45,
  walletBalance: 46,
  bankLinked: 47,

  bankInflow: 48,
  bankOverdrafts: 49,
  bureauFile: 50,
  bureauScore: 51,

  bureauLimit: 52,
  bureauUtilisation: 53,
  openLoans: 54,
  loanDebt: 55,

  bureauQueries: 56,
  maxDaysPastDue: 57,
  score: 58,
  scoreMissing: 59,

  scoreAge: 60,
  thirdPartyScore: 61,
  thirdPartyMissing: 62,

  // 64 … 95: where an imported value stands among equal ones, one a signal, in the order of the signals
  signalFirst: 64,

  identity: 96,
} as const;

/** The month that static draws are addressed to. */
export const staticMonth = -1;
