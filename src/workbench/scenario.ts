import { z } from "zod";
import { checkShape, diagnose, isIsoDate, readJson, type Diagnostic, type JsonDocument, type Text } from "../base/index.ts";
import { assumptionNames, environmentSchema, lenderSchema } from "../simulation/index.ts";
import { checkAssumed } from "./scenario-assumptions.ts";
import { checkSet } from "./scenario-settings.ts";
import { checkExpectationPolicies, expectationSchema } from "../verdict/index.ts";
import { suggest } from "./suggest.ts";

const text = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });
/** Names become file names and report headings: letters, digits, dots and dashes only. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u, {
  message: "use letters, digits, dots and dashes",
});

/** What a scenario may say of the world itself; each field replaces that of the environment file it names. */
const environmentFields = environmentSchema.omit({ $schema: true, name: true, title: true, description: true, macro: true }).partial();

/** A scenario file: who the customers are, what the world does, which policies meet them. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  name,
  title: text,
  startDate: z.string().refine((date) => isIsoDate(date) && date >= "1970" && date < "2201", { message: "use a date like 2026-11-01" }),
  months: z.int().min(1).max(240),
  seed: z.string().min(1).max(200),
  replications: z.int().min(1).max(1000).default(1),
  /** Times that customers are played where cases wait at a desk: the last lives with the waits that the one before it found. */
  passes: z.int().min(2).max(10).default(2),
  population: z.strictObject({
    customers: z.int().min(1).max(200_000_000).optional(),
    profile: name.default("urban-shoppers"),
    book: z.enum(["empty", "seasoned"]).default("empty"),
    /** Customers from a CSV file, read by a mapping of scenarios/mappings. */
    mapping: name.optional(),
    /** The CSV file, relative to the scenario; `--csv` wins. */
    csv: z.string().min(1).max(4096).optional(),
  }),
  lender: lenderSchema,
  environment: environmentFields.extend({ macro: name }),
  assumptions: name.default("base"),
  /** Numbers that this scenario assumes otherwise than its assumption set. */
  assume: z.partialRecord(z.enum(assumptionNames), z.number()).exactOptional(),
  champion: name,
  challengers: z.array(name).max(100).default([]),
  /** What this scenario changes in the files of its policies, by path as `--set` takes it. */
  set: z
    .record(z.string().min(1).max(500), z.unknown())
    .exactOptional()
    .describe("Changes to the policies of this scenario, by path as `--set` takes it: `policies.<policy>.procedures.collection.thirdParties`."),
  /** The champion is in force until a month; from then on each challenger, for a share of the customers. */
  switch: z
    .strictObject({
      month: z.int().min(0).max(239).describe("The first month of the challenger; 0: from the beginning, on the champion's book."),
      shareBps: z.int().min(0).max(10_000).default(10_000).describe("Customers whom the challenger reaches, in basis points; the others stay with the champion."),
      policies: z.array(name).min(1).max(100).optional().describe("Only these challengers are introduced so; the others are in force from the start."),
    })
    .optional(),
  laws: z.array(name).max(20).default([]),
  expectations: z.array(expectationSchema).max(1000).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario as read, with the document that diagnostics point into. */
export interface ReadScenario {
  readonly scenario?: Scenario;
  readonly document: JsonDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a scenario file; every mistake is reported, and nothing is returned where one is an error. */
export function readScenario(source: { readonly file: string; readonly text: string }): ReadScenario {
  const document = readJson(source.text, source.file);
  if (document.value === undefined) return { document, diagnostics: document.diagnostics };
  const shape = checkShape(scenarioSchema, document);
  const diagnostics = [...document.diagnostics, ...shape.diagnostics.map(withForm)];
  if (shape.value === undefined) return { document, diagnostics };
  diagnostics.push(...checkPopulation(shape.value, document), ...checkAssumed(shape.value, document));
  diagnostics.push(...checkSwitch(shape.value, document), ...checkSet(shape.value, document));
  const broken = diagnostics.some((d) => d.level === "error");
  return broken ? { document, diagnostics } : { scenario: shape.value, document, diagnostics };
}

/** A form that was not met is told: of names, and of the date. */
function withForm(finding: Diagnostic): Diagnostic {
  if (finding.code !== "wrong-format" || finding.hint !== undefined) return finding;
  const pointer = finding.place?.pointer ?? "";
  // What a scenario says of the world itself has no names in it.
  if (pointer.startsWith("/environment/") && pointer !== "/environment/macro") return finding;
  return { ...finding, hint: pointer === "/startDate" ? dateForm : nameForm };
}

const dateForm: Text = { en: "use a date like 2026-11-01, from 1970 to 2200", zh: "请用 2026-11-01 这样的日期，1970 年至 2200 年之间" };
const nameForm: Text = {
  en: "use letters, digits, dots, dashes and underscores, at most 80, beginning with a letter or digit",
  zh: "请用字母、数字、点、连字符和下划线，最多 80 个字符，并以字母或数字开头",
};

/** Policies of a scenario in report order, each once: a champion may stand among its own challengers. */
export function policiesOf(scenario: Pick<Scenario, "champion" | "challengers">): readonly string[] {
  return [...new Set([scenario.champion, ...scenario.challengers])];
}

/** Expectations about policies that the scenario does not run. */
export function checkExpectations({ scenario, document }: ReadScenario): readonly Diagnostic[] {
  if (scenario === undefined) return [];
  return checkExpectationPolicies(scenario.expectations, policiesOf(scenario), { document, pointer: "/expectations" });
}

/** What a scenario names: files to read. As far as it can be told, also of a scenario that has mistakes. */
export interface ScenarioNames {
  readonly profile?: string | undefined;
  readonly mapping?: string | undefined;
  readonly environment?: string | undefined;
  readonly assumptions?: string | undefined;
  readonly laws: readonly string[];
  /** In force before a switch, where there is one: read even where it is not run. */
  readonly before?: string | undefined;
  /** In report order, each once, with the place of its name. */
  readonly policies: readonly { readonly name: string; readonly pointer: string }[];
}

const leniently = z.object({
  population: z.object({ profile: name.optional().catch(undefined), mapping: name.optional().catch(undefined) }).catch({}),
  environment: z.object({ macro: name.optional().catch(undefined) }).catch({}),
  assumptions: name.optional().catch(undefined),
  champion: name.optional().catch(undefined),
  switch: z.unknown().optional(),
  challengers: z.array(z.unknown()).max(100).catch([]),
  laws: z.array(z.unknown()).max(20).catch([]),
});

/** The names in a scenario; those of a broken one as far as they have the form of names. */
export function namesIn(document: JsonDocument, scenario: Scenario | undefined): ScenarioNames {
  const { data } = leniently.safeParse(scenario ?? document.value);
  const asName = (value: unknown): string | undefined => name.safeParse(value).data;
  const policies = new Map<string, string>();
  for (const [index, value] of [data?.champion, ...(data?.challengers ?? [])].entries()) {
    const policy = asName(value);
    if (policy !== undefined && !policies.has(policy)) policies.set(policy, index === 0 ? "/champion" : `/challengers/${index - 1}`);
  }
  return {
    profile: data?.population.profile,
    mapping: data?.population.mapping,
    environment: data?.environment.macro,
    assumptions: data?.assumptions,
    laws: (data?.laws ?? []).flatMap((law) => asName(law) ?? []),
    ...(data?.switch === undefined ? {} : { before: asName(data.champion) }),
    policies: [...policies].map(([policy, pointer]) => ({ name: policy, pointer })),
  };
}

function countedTwice(document: JsonDocument): Diagnostic {
  return diagnose({
    code: "conflicting-keys",
    document,
    pointer: "/population/customers",
    part: "key",
    message: {
      en: "the customers come from a file by `mapping`, so their number is the file's",
      zh: "客户按 `mapping` 从文件导入，客户数由文件决定",
    },
    hint: { en: "leave out `customers`, or `mapping`", zh: "请去掉 `customers` 或 `mapping`" },
  });
}

function checkSwitch({ switch: change, months, champion, challengers }: Scenario, document: JsonDocument): Diagnostic[] {
  if (change === undefined) return [];
  const late = change.month < months ? [] : [
    diagnose({
      code: "out-of-range",
      document,
      pointer: "/switch/month",
      message: { en: `the switch comes in month ${change.month}, and the run has months 0 to ${months - 1}`, zh: `切换发生在第 ${change.month} 月，而本次运行只有第 0 至 ${months - 1} 月` },
      hint: { en: "months are counted from 0", zh: "月份从 0 起计" },
    }),
  ];
  const strangers = (change.policies ?? []).flatMap((policy, index) =>
    challengers.includes(policy)
      ? []
      : [
          diagnose({
            code: "unknown-policy",
            document,
            pointer: `/switch/policies/${index}`,
            message:
              policy === champion
                ? { en: `\`${policy}\` is the champion, which is in force before the switch`, zh: `\`${policy}\` 是现行政策，切换之前即已生效` }
                : { en: `\`${policy}\` is none of the challengers`, zh: `\`${policy}\` 不在候选政策之列` },
            hint: suggest(policy, challengers),
          }),
        ],
  );
  return [...late, ...strangers];
}

function checkPopulation(scenario: Scenario, document: JsonDocument): Diagnostic[] {
  const { population } = scenario;
  if (population.mapping !== undefined && population.customers !== undefined) return [countedTwice(document)];
  if (population.mapping !== undefined || population.customers !== undefined) return [];
  return [
    diagnose({
      code: "missing-key",
      document,
      pointer: "/population",
      message: {
        en: "the population says neither how many `customers` to make nor which `mapping` to import by",
        zh: "population 既没有写要生成多少 `customers`，也没有写按哪个 `mapping` 导入",
      },
      hint: { en: 'add "customers": 20000', zh: '加上 "customers": 20000' },
    }),
  ];
}
