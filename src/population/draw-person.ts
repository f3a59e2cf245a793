import { column, settle, type Draft, type Step } from "./draft.ts";
import type { PreparedProfile } from "./prepare-profile.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";
import { pick } from "./share-table.ts";

/** Age, gender, region and whether the identity was checked. */
export const basics: Step = {
  facts: ["customer.age", "customer.gender", "customer.region", "customer.identityVerified"],
  draw: drawBasics,
};

/** Occupation, college, education, city tier and marital status, given the age. */
export const standing: Step = {
  facts: [
    "customer.occupation",
    "customer.isCollegeStudent",
    "customer.education",
    "customer.cityTier",
    "customer.maritalStatus",
  ],
  draw: (draft) => {
    drawOccupation(draft);
    drawEducation(draft);
    drawPlaceAndFamily(draft);
  },
};

function drawBasics(draft: Draft): void {
  const { count, profile } = draft;
  const ageLane = draft.lanes.of(purposes.age);
  const genderLane = draft.lanes.of(purposes.gender);
  const regionLane = draft.lanes.of(purposes.region);
  const identityVerifiedLane = draft.lanes.of(purposes.identityVerified);
  const verified = profile.source.people.identityVerifiedBps / 10_000;
  const age = column(draft, "customer.age");
  const gender = column(draft, "customer.gender");
  const region = column(draft, "customer.region");
  const identity = column(draft, "customer.identityVerified");
  for (let i = 0; i < count; i++) {
    age[i] = ageAt(profile.ages, uniformAt(ageLane, i));
    gender[i] = pick(profile.gender, uniformAt(genderLane, i));
    region[i] = pick(profile.region, uniformAt(regionLane, i));
    identity[i] = uniformAt(identityVerifiedLane, i) < verified ? 1 : 0;
  }
  for (const fact of basics.facts) settle(draft, fact);
}

/** One uniform chooses the band and, rescaled, the year in it. */
function ageAt({ cumulative, from, to }: PreparedProfile["ages"], uniform: number): number {
  const last = cumulative.length - 1;
  let band = 0;
  while (band < last && uniform >= (cumulative[band] ?? 1)) band++;
  const low = band === 0 ? 0 : (cumulative[band - 1] ?? 0);
  const width = (cumulative[band] ?? 1) - low;
  const youngest = from[band] ?? 0;
  const oldest = to[band] ?? 0;
  return Math.min(
    oldest,
    youngest + Math.floor(((uniform - low) / width) * (oldest - youngest + 1)),
  );
}

function drawOccupation(draft: Draft): void {
  const { count, profile } = draft;
  const occupationLane = draft.lanes.of(purposes.occupation);
  const collegeStudentLane = draft.lanes.of(purposes.collegeStudent);
  const { ofStudentsBps, ofOthersAged18to24Bps } = profile.source.people.collegeStudents;
  const age = column(draft, "customer.age");
  const occupation = column(draft, "customer.occupation");
  const college = column(draft, "customer.isCollegeStudent");
  for (let i = 0; i < count; i++) {
    const band = profile.bands[profile.bandOfAge[age[i] ?? 0] ?? 0];
    if (band !== undefined) {
      occupation[i] = pick(band.occupation, uniformAt(occupationLane, i));
    }
  }
  settle(draft, "customer.occupation");
  for (let i = 0; i < count; i++) {
    const years = age[i] ?? 0;
    const student = occupation[i] === profile.codes.student;
    const bps =
      years < 18 || years > 30
        ? 0
        : student
          ? ofStudentsBps
          : years <= 24
            ? ofOthersAged18to24Bps
            : 0;
    college[i] = uniformAt(collegeStudentLane, i) * 10_000 < bps ? 1 : 0;
  }
  settle(draft, "customer.isCollegeStudent");
}

/** Education rises with income standing (Gaussian copula) within the shares of the age band. */
function drawEducation(draft: Draft): void {
  const { count, latent, profile } = draft;
  const educationLane = draft.lanes.of(purposes.education);
  const link = profile.source.income.educationCorrelation;
  const own = Math.sqrt(1 - link * link);
  const age = column(draft, "customer.age");
  const college = column(draft, "customer.isCollegeStudent");
  const education = column(draft, "customer.education");
  for (let i = 0; i < count; i++) {
    const years = age[i] ?? 0;
    const band = profile.bands[profile.bandOfAge[years] ?? 0];
    if (band === undefined) continue;
    const z = link * (latent.status[i] ?? 0) + own * normalAt(educationLane, i);
    const table = college[i] === 1 ? profile.collegeEducation : band.education;
    education[i] = reachable(pick(table, z), years, profile.codes);
  }
  settle(draft, "customer.education");
}

/** Nobody graduates before 21, is at a university before 17 or at a high school before 15. */
function reachable(education: number, age: number, codes: PreparedProfile["codes"]): number {
  if (age >= 21) return education;
  if (age < 15) return codes.otherEducation;
  const most = age < 17 ? codes.highSchool : codes.university;
  const beyond = education === codes.graduate || (education === codes.university && age < 17);
  return beyond ? most : education;
}

function drawPlaceAndFamily(draft: Draft): void {
  const { count, latent, profile } = draft;
  const cityTierLane = draft.lanes.of(purposes.cityTier);
  const maritalStatusLane = draft.lanes.of(purposes.maritalStatus);
  const link = profile.source.income.cityTierCorrelation;
  const own = Math.sqrt(1 - link * link);
  const age = column(draft, "customer.age");
  const cityTier = column(draft, "customer.cityTier");
  const marital = column(draft, "customer.maritalStatus");
  for (let i = 0; i < count; i++) {
    const z = link * (latent.status[i] ?? 0) + own * normalAt(cityTierLane, i);
    cityTier[i] = pick(profile.cityTier, z);
  }
  for (let i = 0; i < count; i++) {
    const band = profile.bands[profile.bandOfAge[age[i] ?? 0] ?? 0];
    if (band === undefined) continue;
    marital[i] = pick(band.maritalStatus, uniformAt(maritalStatusLane, i));
  }
  settle(draft, "customer.cityTier");
  settle(draft, "customer.maritalStatus");
}
