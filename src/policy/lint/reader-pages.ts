import type { Level, Text } from "../../base/index.ts";
import { diagnosticCodes, type PolicyCode } from "../diagnostic-codes.ts";
import type { Sample } from "./lint-rule.ts";

/** The page of a code that the reader finds: for the silent traps of json-rules-engine and the mistakes made most. */
export interface ReaderPage {
  readonly code: PolicyCode;
  readonly title: Text;
  readonly level: Level;
  readonly why: Text;
  readonly wrong: Sample;
  readonly right: Sample;
}

const page = (code: PolicyCode, told: Omit<ReaderPage, "code" | "title" | "level">): ReaderPage => ({ code, title: diagnosticCodes[code].title, level: diagnosticCodes[code].level, ...told });

const minor = { fact: "customer.age", operator: "lessThan", value: 18 };

/** Pages of reader's codes; the samples change the same plain policy as those of the lint rules. */
export const readerPages: readonly ReaderPage[] = [
  page("empty-any", {
    why: { en: "json-rules-engine says that an empty `any` is true, so the rule matches everybody.", zh: "json-rules-engine 判空的 `any` 为真，规则会命中所有人。" },
    wrong: { "enrolment.json#/rules/0/conditions": { any: [] } },
    right: { "enrolment.json#/rules/0/conditions": { any: [minor] } },
  }),
  page("several-boolean-keys", {
    why: { en: "Of several keys at one node json-rules-engine takes `any` before `all` before `not`, and ignores the others.", zh: "同一节点有多个键时，json-rules-engine 依次取 `any`、`all`、`not`，其余一概忽略。" },
    wrong: { "enrolment.json#/rules/0/conditions": { all: [minor], any: [{ fact: "customer.isCollegeStudent", operator: "equal", value: true }] } },
    right: { "enrolment.json#/rules/0/conditions": { all: [minor, { any: [{ fact: "customer.isCollegeStudent", operator: "equal", value: true }, { fact: "customer.identityVerified", operator: "equal", value: false }] }] } },
  }),
  page("value-not-list", {
    why: { en: "`in` with a text tests for a piece of that text (`\"1\"` is in `\"123\"`), and with a number it throws.", zh: "`in` 的值若为文本，会变成子串判断（`\"1\"` 在 `\"123\"` 中）；若为数字则会抛错。" },
    wrong: { "limit.json#/rules/2/conditions/all/0": { fact: "request.moment", operator: "in", value: "booking" } },
    right: { "limit.json#/rules/2/conditions/all/0": { fact: "request.moment", operator: "in", value: ["booking"] } },
  }),
  page("ignored-key", {
    why: { en: "`path` on a single value is not followed: json-rules-engine compares the fact itself and says nothing. In procedures: an alarm of the score that no check raises, or a figure of a repair that is another.", zh: "对单一值写 `path` 不会生效：json-rules-engine 直接比较事实本身，且不提示。流程中则指不会触发的评分报警，或与所选处置无关的参数。" },
    wrong: { "enrolment.json#/rules/0/conditions/all/0": { ...minor, path: "$.years" } },
    right: { "enrolment.json#/rules/0/conditions/all/0": minor },
  }),
  page("operator-does-not-fit", {
    why: { en: "An ordering of what is no number is false in json-rules-engine, whatever the value; its `not` is true.", zh: "在 json-rules-engine 中，对非数值作大小比较一律为假，取反则一律为真。" },
    wrong: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.isCollegeStudent", operator: "greaterThan", value: 0 } },
    right: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.isCollegeStudent", operator: "equal", value: true } },
  }),
  page("bad-priority", {
    why: { en: "json-rules-engine reads a priority with parseInt: 0 throws, \"3.7\" becomes 3, and \"high\" becomes no number, which goes in no order.", zh: "json-rules-engine 用 parseInt 读取优先级：0 会抛错，\"3.7\" 变成 3，\"high\" 则变成非数值，次序无从谈起。" },
    wrong: { "enrolment.json#/rules/0/priority": "high" },
    right: { "enrolment.json#/rules/0/priority": 100 },
  }),
  page("equal-priority", {
    why: { en: "Rules of one priority that match together are told apart by nothing but the order of the file, and json-rules-engine promises none.", zh: "同一优先级同时命中的规则只靠文件顺序区分，而 json-rules-engine 对此不作保证。" },
    wrong: { "enrolment.json#/rules/1/priority": 100 },
    right: { "enrolment.json#/rules/1/priority": 90 },
  }),
  page("nested-fact", {
    why: { en: "Only a fact directly under `params` is replaced by its value; inside a list it stays an object.", zh: "只有直接写在 `params` 下的事实会被替换为取值；写在列表中则原样保留为对象。" },
    wrong: { "pricing.json#/rules/0/event/params/terms": [3, { fact: "param.freeDays" }] },
    right: { "pricing.json#/rules/0/event/params/terms": [3, 6] },
  }),
  page("unknown-param", {
    why: { en: "json-rules-engine keeps `type` and `params` of an event and drops every other key without a word.", zh: "json-rules-engine 只保留事件的 `type` 与 `params`，其余键被悄悄丢弃。" },
    wrong: { "enrolment.json#/rules/0/event": { type: "decline", params: { reason: "under-age" }, severity: "high" } },
    right: { "enrolment.json#/rules/0/event": { type: "decline", params: { reason: "under-age" } } },
  }),
  page("unknown-fact", {
    why: { en: "json-rules-engine finds out only when the condition is evaluated, and then rejects the whole run.", zh: "json-rules-engine 直到求值时才发现，并使整次运行失败。" },
    wrong: { "enrolment.json#/rules/0/conditions/all/0": { ...minor, fact: "customer.agee" } },
    right: { "enrolment.json#/rules/0/conditions/all/0": minor },
  }),
  page("outside-domain", {
    why: { en: "No customer has such a value, so the comparison is the same for everybody.", zh: "没有客户会取到该值，因此该比较对所有人结果相同。" },
    wrong: { "enrolment.json#/rules/0/conditions/all/0": { ...minor, value: 180 } },
    right: { "enrolment.json#/rules/0/conditions/all/0": minor },
  }),
  page("looks-like-yuan", {
    why: { en: "Money is in fen; an amount a hundred times too small was meant in yuan.", zh: "金额单位为分；小了一百倍的数额多半是按元写的。" },
    wrong: { "limit.json#/rules/1/event/params/limitFen": 2000 },
    right: { "limit.json#/rules/1/event/params/limitFen": 200000 },
  }),
];
