import type { Level, Text } from "../base/index.ts";

interface CodeEntry {
  readonly level: Level;
  readonly title: Text;
}

const error = (en: string, zh: string): CodeEntry => ({ level: "error", title: { en, zh } });
const warning = (en: string, zh: string): CodeEntry => ({ level: "warning", title: { en, zh } });

/** Every finding this folder can make about a policy, its reasons and its conditions: level and title by stable code. */
export const diagnosticCodes = {
  "json-syntax": error("a text that is not JSON", "文本不是合法的 JSON"),
  "duplicate-key": error("one key twice in an object", "同一对象中键重复"),
  "forbidden-key": error("a key no object may have", "任何对象都不可使用的键"),
  "number-too-large": error("a number no computer can hold", "数值大到无法表示"),
  "too-deep": error("values nested deeper than 64 levels", "值嵌套超过 64 层"),
  "too-large": error("a file larger than 20 MB", "文件超过 20 MB"),
  "empty-file": error("a file without text", "文件为空"),
  "binary-file": error("a file that is not text", "文件不是文本"),
  "missing-key": error("a key that must be there", "缺少必需的键"),
  "unknown-key": error("a key that has no meaning here", "此处没有含义的键"),
  "wrong-format": error("a text not in the form expected", "文本格式不符"),
  "out-of-range": error("a number or a length outside its bounds", "数值或长度超出范围"),

  "missing-file": error("a file of the policy is missing", "政策缺少文件"),
  "unknown-file": error("a file that belongs to no decision", "不属于任何决策的文件"),
  "duplicate-file": error("a file is given twice", "同一文件出现两次"),
  "wrong-decision": error("the file is about another decision than its name says", "文件内容与文件名所指的决策不符"),
  "control-character": error("a control character in a name", "名称中含控制字符"),
  "bad-name": error("a name that cannot be used in rules", "名称无法在规则中使用"),
  "dates-reversed": error("a policy ends before it starts", "政策的失效日期早于生效日期"),

  "unknown-fact": error("a fact that is not in the dictionary", "字典中没有的事实"),
  "act-fact": error("a fact of the lender's acts, not readable by policies", "贷款方行为产生的事实，政策不可读取"),
  "law-fact": error("a parameter of the law, not readable by policies", "法律参数，政策不可读取"),
  "policy-fact": error("a fact of one policy, not readable by laws", "某一政策自有的事实，法规不可读取"),
  "latent-fact": error("a trait nobody observes", "无人能够观察到的特征"),
  "unknown-operator": error("an operator json-rules-engine does not have", "json-rules-engine 没有的运算符"),
  "unknown-decorator": error("a decorator json-rules-engine does not have", "json-rules-engine 没有的修饰符"),
  "operator-does-not-fit": error("an operator that cannot be applied to the fact", "运算符不适用于该事实"),
  "malformed-condition": error("a condition of no known form", "无法识别的条件形式"),
  "several-boolean-keys": error("several kinds of condition in one node", "同一节点含多种条件"),
  "empty-any": error("an `any` without conditions, which always holds", "空的 any 条件，恒为真"),
  "empty-list": warning("a list without values", "列表为空"),
  "ignored-key": warning("a key that changes nothing", "不起作用的键"),
  "bad-priority": error("a priority that is not a whole number of 1 or more", "优先级不是大于等于 1 的整数"),
  "wrong-type": error("a value of the wrong type", "值的类型不符"),
  "unknown-value": error("a value that is none of the possible ones", "值不在可选范围内"),
  "value-not-list": error("an operator that needs a list of values", "该运算符需要值的列表"),
  "outside-domain": error("a threshold outside the fact's domain", "阈值超出事实的取值范围"),
  "incomparable-facts": error("two facts that do not compare", "两个事实不可比较"),
  "looks-like-yuan": warning("an amount that looks like yuan, not fen", "金额疑似以元而非分为单位"),
  "wrong-moment": error("a moment this decision is never asked at", "该决策不会出现的时点"),
  "unknown-condition": error("a named condition that is not defined", "未定义的命名条件"),
  "condition-cycle": error("named conditions that lead back to themselves", "命名条件循环引用"),
  "condition-too-deep": error("conditions nested deeper than 64 levels", "条件嵌套超过 64 层"),
  "condition-too-large": error("a condition that grows beyond 10,000 nodes", "条件展开后超过 10,000 个节点"),
  "cannot-compile": error("a condition that needs code of one's own", "需要自定义代码的条件"),

  "too-many-rules": error("more than 10,000 rules in one file", "单个文件的规则超过 10,000 条"),
  "duplicate-rule": error("two rules with one name", "两条规则同名"),
  "rule-name-reused": warning("one rule name in two files of a policy", "同一政策的两个文件中规则同名"),
  "equal-priority": warning("two rules of one priority can both match", "同一优先级的两条规则可能同时命中"),
  "unknown-outcome": error("an outcome the decision does not have", "该决策没有的结果类型"),
  "outcome-out-of-place": error("an outcome that cannot stand here", "该结果类型不能出现在此处"),
  "derived-not-declared": error("what is computed cannot be declared", "由系统推导的内容不可声明"),
  "unknown-param": error("a param the outcome does not have", "该结果没有的参数"),
  "missing-param": error("a param the outcome needs", "结果缺少必需的参数"),
  "wrong-param": error("a param of the wrong type", "结果参数的类型错误"),
  "param-outside-domain": error("a param outside its domain", "结果参数超出取值范围"),
  "nested-fact": error("a fact inside a list or object, which is never read", "嵌套在列表或对象中的事实，不会被读取"),
  "unknown-reason": error("a reason code without texts", "没有文本的原因代码"),
  "unknown-arrangement": error("an arrangement the policy does not have", "政策中没有的资金安排"),
  "unknown-moment": error("a moment that does not exist", "不存在的时点"),
  "missing-otherwise": error("a moment at which nothing may be decided", "某时点可能没有任何决定"),
  "bad-combine": error("a way of combining that does not suit the outcome", "合并方式不适用于该结果"),
  "bad-exclusive": error("an exclusive pair that is no pair", "互斥对不成立"),

  "duplicate-example": error("two examples with one name", "两个示例同名"),
  "computed-fact": error("an example sets what the policy computes", "示例设定了由政策计算的事实"),
  "never-missing": warning("an example leaves out a fact that is never missing", "示例将不会缺失的事实设为缺失"),
  "unknown-rule": error("a rule that does not exist", "不存在的规则"),

  "parameter-outside-domain": error("a parameter outside its own domain", "政策参数超出自身范围"),
  "wrong-unit": error("a unit that facts do not have", "事实不使用的单位"),
  "malformed-derivation": error("a derived fact of no known form", "无法识别的派生事实形式"),
  "derivation-needs-numbers": error("a derived fact of what is not a number", "派生事实的运算对象不是数值"),
  "derived-cycle": error("derived facts that lead back to themselves", "派生事实循环引用"),
  "derived-mixes-units": warning("a derived fact adds or compares different units", "派生事实混用不同单位"),
  "divides-by-zero": warning("a divisor that can be 0", "除数可能为 0"),
  "steps-not-ascending": error("steps that do not rise", "分档未按升序排列"),
  "shares-do-not-add-up": error("shares that do not add up to 10,000", "份额之和不等于 10,000"),
  "malformed-losses": error("layers of loss that do not cover the loss once", "损失分层未恰好覆盖全部损失"),
  "no-guarantor": error("a guarantee without a guarantor", "有担保安排而无担保方"),
  "idle-bearer": warning("a partner that earns but neither funds nor bears losses", "合作方只取收入，既不出资也不担损"),
  "scorecard-fact": error("a fact that a scorecard cannot score", "评分卡不能评分的事实"),
  "scorecard-fact-twice": error("a fact scored twice", "同一事实被重复评分"),
  "scorecard-bin-form": error("a bin that does not suit the fact", "分箱形式与事实不符"),
  "scorecard-overlap": error("bins that overlap, or hold nothing", "分箱重叠或为空"),
  "scorecard-hole": error("values of a fact that no bin scores", "有取值未被任何分箱覆盖"),
  "scorecard-missing-bin": error("a missing value that is worth nothing known", "未说明缺失值的分数"),
  "calibration-not-rising": error("steps of a calibration that do not rise", "校准分段未按分数升序排列"),
  "hours-reversed": error("hours that end before they start", "时段的结束早于开始"),
} as const satisfies Readonly<Record<string, CodeEntry>>;

/** A stable code of this folder. */
export type PolicyCode = keyof typeof diagnosticCodes;
