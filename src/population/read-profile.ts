import {
  checkShape,
  diagnose,
  nearest,
  readJson,
  type Diagnostic,
  type JsonDocument,
  type Text,
} from "../base/index.ts";
import { profileSchema, type Profile } from "./profile-schema.ts";
import { highestKs, noiseForKs } from "./score-noise.ts";
import { cityTiers, educations, genders, occupations } from "./vocabulary.ts";

/** Reads a profile file: the profile where nothing is wrong, and everything that is. */
export function readProfile(file: { readonly file: string; readonly text: string }): {
  readonly profile?: Profile;
  readonly diagnostics: readonly Diagnostic[];
} {
  const document = readJson(file.text, file.file);
  const { value, diagnostics } = checkShape(profileSchema, document);
  const found = [...document.diagnostics, ...diagnostics];
  if (value !== undefined) found.push(...contradictions(value, document));
  if (value === undefined || found.some(({ level }) => level === "error"))
    return { diagnostics: found };
  return { profile: value, diagnostics: found };
}

type Shares = Readonly<Record<string, number | undefined>>;

/** What no schema can say: sums, bands, scores out of reach, shifts of values that do not exist. */
function contradictions(profile: Profile, document: JsonDocument): readonly Diagnostic[] {
  return [
    ...sums(profile, document),
    ...bands(profile, document),
    ...reaches(profile, document),
    ...shifts(profile, document),
    ...limits(profile, document),
  ];
}

function sums({ people }: Profile, document: JsonDocument): readonly Diagnostic[] {
  const tables: (readonly [string, Shares])[] = [
    ["/people/gender", people.gender],
    ["/people/region", people.region],
    ["/people/cityTier", people.cityTier],
    ["/people/collegeStudents/education", people.collegeStudents.education],
  ];
  people.ages.forEach((band, index) => {
    tables.push([`/people/ages/${index}/occupation`, band.occupation]);
    tables.push([`/people/ages/${index}/education`, band.education]);
    tables.push([`/people/ages/${index}/maritalStatus`, band.maritalStatus]);
  });
  const found = tables.flatMap(([pointer, shares]) => {
    const sum = Object.values(shares).reduce<number>((total, share) => total + (share ?? 0), 0);
    return sum === 10_000 ? [] : [wrongSum(document, pointer, sum)];
  });
  const ages = people.ages.reduce((total, band) => total + band.shareBps, 0);
  return ages === 10_000 ? found : [...found, wrongSum(document, "/people/ages", ages)];
}

function wrongSum(document: JsonDocument, pointer: string, sum: number): Diagnostic {
  return diagnose({
    code: "shares-do-not-add-up",
    message: {
      en: `the shares add up to ${sum} basis points, not 10000`,
      zh: `各项占比合计为 ${sum} 个基点，应为 10000`,
    },
    hint:
      sum < 10_000
        ? { en: `${10_000 - sum} are missing`, zh: `还差 ${10_000 - sum}` }
        : { en: `${sum - 10_000} too many`, zh: `多出 ${sum - 10_000}` },
    document,
    pointer,
  });
}

function bands({ people }: Profile, document: JsonDocument): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  people.ages.forEach((band, index) => {
    const pointer = `/people/ages/${index}`;
    if (band.from > band.to) {
      found.push(
        say("age-band-reversed", document, `${pointer}/to`, {
          en: `the band ends at ${band.to}, before it begins at ${band.from}`,
          zh: `年龄段止于 ${band.to} 岁，早于起点 ${band.from} 岁`,
        }),
      );
    }
    const other = people.ages.findIndex(
      (one, at) => at < index && one.from <= band.to && band.from <= one.to,
    );
    if (other >= 0) {
      found.push(
        say("age-bands-overlap", document, `${pointer}/from`, {
          en: `the band ${band.from} to ${band.to} overlaps an earlier one`,
          zh: `年龄段 ${band.from} 至 ${band.to} 岁与前面的年龄段重叠`,
        }),
      );
    }
  });
  return found;
}

function reaches({ scores, quality }: Profile, document: JsonDocument): readonly Diagnostic[] {
  return Object.entries(scores).flatMap(([name, score]) => {
    if (noiseForKs(score.targetKs, quality.slope) >= 0) return [];
    const most = Math.floor(highestKs(quality.slope) * 1000) / 1000;
    return [
      diagnose({
        code: "ks-out-of-reach",
        message: {
          en: `a KS of \`${score.targetKs}\` is out of reach at a slope of \`${quality.slope}\``,
          zh: `斜率为 \`${quality.slope}\` 时无法达到 \`${score.targetKs}\` 的 KS`,
        },
        hint: {
          en: `${most} at most: quality itself separates no better`,
          zh: `上限为 ${most}：质量本身也只能区分到这一程度`,
        },
        document,
        pointer: `/scores/${name}/targetKs`,
      }),
    ];
  });
}

const shiftable: Readonly<Record<string, readonly string[]>> = {
  "customer.gender": genders,
  "customer.education": educations,
  "customer.occupation": occupations,
  "customer.cityTier": cityTiers,
};

function shifts({ quality }: Profile, document: JsonDocument): readonly Diagnostic[] {
  return quality.shifts.flatMap(({ fact, value }, index) => {
    const values = shiftable[fact] ?? [];
    if (values.includes(value)) return [];
    const guess = nearest(value, values);
    return [
      diagnose({
        code: "unknown-value",
        message: {
          en: `\`${fact}\` has no value \`${value}\``,
          zh: `\`${fact}\` 没有取值 \`${value}\``,
        },
        hint:
          guess === undefined
            ? { en: `one of ${values.join(", ")}`, zh: `可取 ${values.join("、")}` }
            : { en: `did you mean \`${guess}\`?`, zh: `是否想写 \`${guess}\`？` },
        document,
        pointer: `/quality/shifts/${index}/value`,
      }),
    ];
  });
}

/** Bounds that join two numbers of the file. */
function limits(profile: Profile, document: JsonDocument): readonly Diagnostic[] {
  const { bureau, shop } = profile;
  const { to30, to60, to90, over90 } = bureau.worstLateBps;
  const found: Diagnostic[] = [];
  if (to30 + to60 + to90 + over90 > 10_000) {
    found.push(
      say("shares-exceed-all", document, "/bureau/worstLateBps", {
        en: `more than all customers were late: ${to30 + to60 + to90 + over90} basis points`,
        zh: `逾期占比合计 ${to30 + to60 + to90 + over90} 个基点，超过全体客户`,
      }),
    );
  }
  if (shop.plusMembersBps + shop.goldMembersBps > 10_000) {
    found.push(
      say("shares-exceed-all", document, "/shop/plusMembersBps", {
        en: "plus and gold members together are more than all customers",
        zh: "plus 与 gold 会员合计超过全体客户",
      }),
    );
  }
  if (
    bureau.utilisationQuality * bureau.utilisationQuality +
      bureau.utilisationOverborrowing * bureau.utilisationOverborrowing >
    1
  ) {
    found.push(
      say("correlations-exceed-all", document, "/bureau/utilisationQuality", {
        en: "quality and over-borrowing together explain more than all of utilisation",
        zh: "质量与过度借贷倾向合计解释了超过全部的额度使用率",
      }),
    );
  }
  if (shop.tenureMeanMonths <= 3) {
    found.push(
      say("out-of-range", document, "/shop/tenureMeanMonths", {
        en: "the mean tenure must exceed the three months of new customers",
        zh: "平均注册时长须大于新客户的三个月",
      }),
    );
  }
  return found;
}

function say(code: string, document: JsonDocument, pointer: string, message: Text): Diagnostic {
  return diagnose({ code, message, document, pointer });
}
