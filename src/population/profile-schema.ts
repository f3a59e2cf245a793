import { z } from "zod";
import {
  cityTiers,
  educations,
  genders,
  maritalStatuses,
  occupations,
  regions,
} from "./vocabulary.ts";

const text = z.strictObject({ en: z.string().min(1).max(400), zh: z.string().min(1).max(400) });
const source = z
  .string()
  .min(3)
  .max(400)
  .describe("Where the numbers come from, or the word assumption");
const bps = z.int().min(0).max(10_000).describe("Share in basis points");
const correlation = z.number().min(-0.95).max(0.95);
const spread = z.number().min(0).max(3);

/** Shares in basis points by value; they add up to 10,000 and an absent value has none. */
function shares(values: readonly string[]) {
  const shape: Record<string, z.ZodOptional<typeof bps>> = {};
  for (const value of values) shape[value] = bps.optional();
  return z.strictObject(shape).describe("Shares in basis points that add up to 10,000");
}

/** Multiples in basis points by value; an absent value has 10,000. */
function multiples(values: readonly string[]) {
  const shape: Record<string, z.ZodOptional<z.ZodInt>> = {};
  for (const value of values) shape[value] = z.int().min(100).max(50_000).optional();
  return z.strictObject(shape).describe("Multiples in basis points; 10,000 is as it is");
}

const ageBand = z.strictObject({
  from: z.int().min(14).max(90),
  to: z.int().min(14).max(90),
  shareBps: bps,
  incomeBps: z
    .int()
    .min(100)
    .max(50_000)
    .describe("Income against the median of the profile, in basis points"),
  occupation: shares(occupations),
  education: shares(educations),
  maritalStatus: shares(maritalStatuses),
});

const people = z.strictObject({
  source,
  ages: z.array(ageBand).min(1).max(30),
  gender: shares(genders),
  region: shares(regions),
  cityTier: shares(cityTiers),
  collegeStudents: z.strictObject({
    ofStudentsBps: bps.describe("Of students aged 18 to 30, how many are at a college"),
    ofOthersAged18to24Bps: bps.describe(
      "Of others aged 18 to 24, how many study beside their work",
    ),
    education: shares(educations),
  }),
  identityVerifiedBps: bps,
});

const qualityShift = z.strictObject({
  fact: z.enum([
    "customer.gender",
    "customer.education",
    "customer.occupation",
    "customer.cityTier",
  ]),
  value: z.string().min(1).max(40),
  shift: z.number().min(-2).max(2).describe("Standard deviations of quality"),
  source,
});

const quality = z.strictObject({
  source,
  slope: z
    .number()
    .min(0.1)
    .max(5)
    .describe("Log odds of a default per standard deviation of quality"),
  overborrowingCorrelation: correlation,
  shifts: z
    .array(qualityShift)
    .max(20)
    .describe("Groups whose quality differs: the known truth of fairness checks"),
});

const income = z.strictObject({
  source,
  medianFen: z
    .int()
    .min(10_000)
    .max(100_000_000)
    .describe("Median monthly income of an employee, in fen"),
  spread: z.number().min(0.05).max(2).describe("Standard deviation of ln income"),
  qualityCorrelation: correlation,
  educationCorrelation: correlation,
  cityTierCorrelation: correlation,
  occupationBps: multiples(occupations),
  minorsWithIncomeBps: bps,
  unemployedWithoutIncomeBps: bps,
  declaredBiasBps: z
    .int()
    .min(-5_000)
    .max(10_000)
    .describe("By how much the income on file exceeds the true one"),
  declaredSpread: spread,
});

const shop = z.strictObject({
  source,
  newCustomersBps: bps.describe("Registered less than three months ago"),
  tenureMeanMonths: z.number().min(1).max(200),
  tenureMaxMonths: z.int().min(3).max(240),
  ordersMedian: z.number().min(0.1).max(500).describe("Orders a year"),
  ordersSpread: spread,
  averageOrderMedianFen: z.int().min(100).max(10_000_000),
  averageOrderSpread: spread,
  returnShareBps: bps,
  returnSpread: spread,
  addressChangesMean: z.number().min(0).max(10),
  plusMembersBps: bps,
  goldMembersBps: bps,
});

const devices = z.strictObject({
  source,
  extraDevicesMean: z.number().min(0).max(10),
  ageMedianDays: z.number().min(10).max(3_000),
  ageSpread: spread,
  rootedBps: bps,
  sharedBps: bps.describe("Devices on which other accounts were seen"),
  farmBps: bps.describe("Devices on which four accounts or more were seen"),
});

const payments = z.strictObject({
  source,
  lateShareMedianBps: bps,
  lateSpread: spread,
  lateNoise: z
    .number()
    .min(0.1)
    .max(10)
    .describe("Noise of payment habits about quality; 1 halves the signal"),
  failedMean: z.number().min(0).max(20),
  cardsMean: z.number().min(0).max(10),
  autopayBps: bps,
  walletMedianFen: z.int().min(100).max(100_000_000),
  walletSpread: spread,
  bankLinkedBps: bps.describe(
    "Of adults with income, how many have a bank account that could be read",
  ),
  inflowSpread: spread,
  overdraftsMean: z.number().min(0).max(20),
});

const bureau = z.strictObject({
  source,
  thinFileBps: bps.describe("Adults without a file"),
  thinFileUnder25Bps: bps,
  thinFileStudentsBps: bps,
  limitMonthlyIncomes: z
    .number()
    .min(0.1)
    .max(50)
    .describe("Median of all limits, in months of income"),
  limitQuality: z.number().min(-2).max(2).describe("Of ln limit per standard deviation of quality"),
  limitSpread: spread,
  utilisationMedianBps: z.int().min(10).max(10_000),
  utilisationSpread: spread,
  utilisationQuality: z.number().min(-0.95).max(0),
  utilisationOverborrowing: z.number().min(0).max(0.95),
  openLoansMean: z.number().min(0).max(20),
  loanMonthlyIncomes: z
    .number()
    .min(0)
    .max(50)
    .describe("Median debt of one open loan, in months of income"),
  queriesMean: z.number().min(0).max(20),
  lateNoise: z.number().min(0.1).max(10),
  worstLateBps: z
    .strictObject({ to30: bps, to60: bps, to90: bps, over90: bps })
    .describe("Worst days past due in 24 months; the rest were never late"),
});

const ks = z
  .number()
  .min(0.02)
  .max(0.95)
  .describe("KS against defaults; the noise of the score follows from it");
const level = {
  source,
  targetKs: ks,
  mean: z.number().min(300).max(850),
  spread: z.number().min(5).max(200),
};

const scores = z.strictObject({
  bureau: z.strictObject(level),
  shop: z.strictObject({
    ...level,
    minTenureMonths: z.int().min(0).max(60),
    minOrders: z.int().min(0).max(100),
    missingBps: bps.describe("Missing for other reasons"),
    ageMeanMonths: z.number().min(0).max(24),
  }),
  thirdParty: z.strictObject({ ...level, missingBps: bps, missingThinFileBps: bps }),
});

const behaviour = z.strictObject({
  source,
  demandSpread: spread,
  consentCorrelation: z
    .number()
    .min(0)
    .max(0.95)
    .describe("Between a customer's consents to any two sources"),
});

/** A profile file: who the customers are, as bounded shares and distributions. */
export const profileSchema = z.strictObject({
  $schema: z.string().max(400).optional(),
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  title: text,
  description: text,
  people,
  quality,
  income,
  shop,
  devices,
  payments,
  bureau,
  scores,
  behaviour,
});

/** A profile as read from its file. Shares are basis points. */
export type Profile = z.infer<typeof profileSchema>;
export type AgeBand = Profile["people"]["ages"][number];
