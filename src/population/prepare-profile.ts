import { ln, logit, normalQuantile } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { noiseForKs } from "./score-noise.ts";
import type { Profile } from "./profile-schema.ts";
import { cumulate, onNormal, type ShareTable } from "./share-table.ts";
import {
  cityTiers,
  educations,
  genders,
  maritalStatuses,
  memberTiers,
  occupations,
  regions,
} from "./vocabulary.ts";

/** A profile as the steps read it: cumulative tables, logarithms taken, codes of the dictionary. */
export interface PreparedProfile {
  readonly source: Profile;
  readonly ages: {
    readonly cumulative: Float64Array;
    readonly from: Float64Array;
    readonly to: Float64Array;
  };
  /** Index of the band by age 0 … 120; ages between bands belong to the nearest one. */
  readonly bandOfAge: Uint8Array;
  readonly bands: readonly {
    readonly lnIncome: number;
    readonly occupation: ShareTable;
    readonly education: ShareTable;
    readonly maritalStatus: ShareTable;
  }[];
  /** Tables of education and city tier are read with a standard normal. */
  readonly gender: ShareTable;
  readonly region: ShareTable;
  readonly cityTier: ShareTable;
  readonly collegeEducation: ShareTable;
  readonly codes: Codes;
  readonly lnMedianIncome: number;
  /** By code of the occupation. */
  readonly lnOccupationIncome: Float64Array;
  readonly shifts: readonly {
    readonly fact: FactName;
    readonly code: number;
    readonly shift: number;
  }[];
  readonly noise: { readonly shop: number; readonly bureau: number; readonly thirdParty: number };
  readonly logits: {
    readonly returns: number;
    readonly plus: number;
    readonly gold: number;
    readonly autopay: number;
    readonly utilisation: number;
  };
  /** Standard normal values below which the worst lateness is over 90 days, over 60, over 30, over 0. */
  readonly lateThresholds: readonly number[];
  readonly nullable: ReadonlySet<FactName>;
}

/** Codes of values that steps ask for by name. */
export interface Codes {
  readonly student: number;
  readonly unemployed: number;
  readonly gigWorker: number;
  readonly otherEducation: number;
  readonly highSchool: number;
  readonly university: number;
  readonly graduate: number;
  readonly memberTiers: readonly number[];
}

/** Makes a profile ready; the dictionary fixes codes and which facts may be missing. */
export function prepareProfile(profile: Profile, dictionary: Dictionary): PreparedProfile {
  const code = (fact: FactName, value: string): number => codeOf(dictionary, fact, value);
  const table = (fact: FactName, values: readonly string[], shares: Shares): ShareTable =>
    cumulate(values.map((value) => ({ code: code(fact, value), share: shares[value] ?? 0 })));
  const { people, quality, shop, payments, bureau, scores } = profile;
  const bands = [...people.ages].sort((a, b) => a.from - b.from);
  return {
    source: profile,
    ages: ageColumns(bands),
    bandOfAge: bandsByAge(bands),
    bands: bands.map((band) => ({
      lnIncome: ln(band.incomeBps / 10_000),
      occupation: table("customer.occupation", occupations, band.occupation),
      education: onNormal(table("customer.education", educations, band.education)),
      maritalStatus: table("customer.maritalStatus", maritalStatuses, band.maritalStatus),
    })),
    gender: table("customer.gender", genders, people.gender),
    region: table("customer.region", regions, people.region),
    cityTier: onNormal(table("customer.cityTier", cityTiers, people.cityTier)),
    collegeEducation: onNormal(
      table("customer.education", educations, people.collegeStudents.education),
    ),
    codes: codesOf(code),
    lnMedianIncome: ln(profile.income.medianFen),
    lnOccupationIncome: incomeByOccupation(profile, code),
    shifts: quality.shifts.map(({ fact, value, shift }) => ({
      fact,
      code: code(fact, value),
      shift,
    })),
    noise: {
      shop: noiseForKs(scores.shop.targetKs, quality.slope),
      bureau: noiseForKs(scores.bureau.targetKs, quality.slope),
      thirdParty: noiseForKs(scores.thirdParty.targetKs, quality.slope),
    },
    logits: {
      returns: shareLogit(shop.returnShareBps),
      plus: shareLogit(shop.plusMembersBps + shop.goldMembersBps),
      gold: shareLogit(shop.goldMembersBps),
      autopay: shareLogit(payments.autopayBps),
      utilisation: logit(bureau.utilisationMedianBps / highestUtilisationBps),
    },
    lateThresholds: lateThresholds(bureau.worstLateBps),
    nullable: new Set(
      [...dictionary.facts.values()].filter((fact) => fact.nullable).map((fact) => fact.name),
    ),
  };
}

/** A line may be overdrawn a little: utilisation stays below this. */
export const highestUtilisationBps = 11_500;

type Shares = Readonly<Record<string, number | undefined>>;

function codeOf(dictionary: Dictionary, fact: FactName, value: string): number {
  const definition = dictionary.facts.get(fact);
  if (definition === undefined) return 0; // nobody reads the fact
  if (definition.type !== "enum") return Number(value);
  const index = definition.values.indexOf(value);
  if (index < 0) throw new Error(`the dictionary's ${fact} lacks the value ${value}`);
  return index;
}

function ageColumns(bands: Profile["people"]["ages"]): PreparedProfile["ages"] {
  let sum = 0;
  return {
    cumulative: Float64Array.from(bands, (band) => (sum += band.shareBps) / 10_000),
    from: Float64Array.from(bands, (band) => band.from),
    to: Float64Array.from(bands, (band) => band.to),
  };
}

function bandsByAge(bands: Profile["people"]["ages"]): Uint8Array {
  return Uint8Array.from({ length: 121 }, (_, age) => {
    let best = 0;
    let bestDistance = Number.POSITIVE_INFINITY;
    bands.forEach((band, index) => {
      const distance = Math.max(band.from - age, age - band.to, 0);
      if (distance < bestDistance) {
        best = index;
        bestDistance = distance;
      }
    });
    return best;
  });
}

function codesOf(code: (fact: FactName, value: string) => number): Codes {
  return {
    student: code("customer.occupation", "student"),
    unemployed: code("customer.occupation", "unemployed"),
    gigWorker: code("customer.occupation", "gig-worker"),
    otherEducation: code("customer.education", "other"),
    highSchool: code("customer.education", "high-school"),
    university: code("customer.education", "university"),
    graduate: code("customer.education", "graduate"),
    memberTiers: memberTiers.map((tier) => code("shop.memberTier", tier)),
  };
}

function incomeByOccupation(
  profile: Profile,
  code: (fact: FactName, value: string) => number,
): Float64Array {
  const result = new Float64Array(occupations.length);
  for (const occupation of occupations) {
    result[code("customer.occupation", occupation)] = ln(
      (profile.income.occupationBps[occupation] ?? 10_000) / 10_000,
    );
  }
  return result;
}

/** Logit of a share in basis points; shares of nothing and of all stay just inside. */
function shareLogit(bps: number): number {
  return logit(Math.min(9_999.9, Math.max(0.1, bps)) / 10_000);
}

function lateThresholds(late: Profile["bureau"]["worstLateBps"]): readonly number[] {
  const over60 = late.over90 + late.to90;
  const over30 = over60 + late.to60;
  return [late.over90, over60, over30, over30 + late.to30].map((bps) =>
    normalQuantile(bps / 10_000),
  );
}
