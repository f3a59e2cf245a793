/**
 * What each draw of the simulation is for. Four numbers that start at a multiple of four cost one block, so purposes
 * that are usually drawn together in one month stand together. The population has 0 … 127.
 * Changing a number is a breaking change: it changes everybody's luck.
 */
export const purposes = {
  // static (month −1): once a customer
  termsMet: 128, // when an old customer meets the new terms
  awareAtStart: 129,
  autopay: 130,
  identityTheft: 131, // when a thief applies in her name
  // every month
  shock: 132,
  purchase: 133,
  leaveShop: 134,
  apply: 135,
  // a purchase
  amount: 136,
  creditUse: 137,
  instalment: 138,
  term: 139,
  // an open account
  strength: 140, // to pay or to cure: low is strong
  memory: 141, // to forget the bill or to roll on: low forgets, low rolls
  closeWish: 142,
  takeover: 143,
  // finding out
  notice: 144,
  complaint: 145,
  leaveAfterDiscovery: 146,
  optOut: 147,
  // enrolling
  untick: 148,
  tick: 149,
  priceAnswer: 150,
  steps: 151,
  reviewer: 152,
  invitationAnswer: 153,
  newDevice: 154,
  withdrawal: 155,
  // closing
  entrance: 156,
  factors: 157,
  settle: 158,
  closureComplaint: 159,
  // taking over
  takeoverStage: 160,
  takeoverFactors: 161,
  // closing, further on: the first two blocks are drawn together
  decisionDays: 200,
  settlementDay: 201,
  settlementWay: 202,
  settlementFails: 203,
  closeConditions: 204,
  closeDoubts: 205,
  refund: 206,
  spillComplaint: 207,
  theftWave: 208,
  attackKind: 209,
  verifyOpening: 210,
  verifySpending: 211,
  purchaseLost: 212,
  victimComplaint: 213,
  complaintReach: 214,
  complaintEscalation: 215,
  // answering offers
  raiseAnswer: 164,
  planAnswer: 165,
  limitRequest: 166,
  complaintKind: 167,
  // the remedy of silent accounts
  remedyRead: 176,
  remedyAnswer: 177,
  // contacted after a refusal
  naggedComplaint: 181,
  naggedOptOut: 182,
  // a leak of data
  leakHit: 183,
  leakComplaint: 184,
  leakLeave: 185,
  // credit repair
  repairAnswer: 186,
  // taking a consent back
  withdrawalWish: 178,
  withdrawalExtent: 179,
  withdrawalEntrance: 180,
  // the score (224 … 247); static: once a customer
  scoreLost: 224, // whose score a fault loses
  // money (248 … 271); static: once a customer
  rollOut: 248, // whether a new policy reaches her
  poolSale: 249, // whether her debts are sold; in the month of the sale
  // the economy: customer `economyCustomer`
  economy: 168,
} as const;

/** The number under which the economy draws; no customer has it. */
export const economyCustomer = 1_099_511_627_776; // 2^40
