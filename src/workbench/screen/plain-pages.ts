import type { RunReport } from "../../verdict/index.ts";
import { filters, plainPages, type Answer, type FoundCustomers, type Life, type PlainPeople, type PlainPolicy, type ScreenCalls, type TextOptions } from "../../view/index.ts";
import { studyCalls, type Studied } from "./study-calls.ts";

/** Customers told for each kind of event. */
const told = 3;

/** The pages that only a screen has, looked up on the threads of the screen and told as linear text. */
export async function tellPlainPages(report: RunReport, { texts, root, packageRoot, again }: { readonly texts: ReturnType<Studied["texts"]>; readonly root: string; readonly packageRoot: string; readonly again: string }, options: TextOptions): Promise<string> {
  const studies = studyCalls({ texts: () => texts, report: () => report, root, packageRoot });
  try {
    // Proofs have a thread of their own: they are asked for while customers are looked for.
    const policies = await Promise.all(report.policies.map((policy) => askPolicy(policy.name, studies.calls)));
    return plainPages({ report, policies, again }, options);
  } finally {
    await studies.close();
  }
}

async function askPolicy(policy: string, calls: ScreenCalls): Promise<PlainPolicy> {
  const [account, proofs, people] = await Promise.all([calls.rulesOf?.(policy) ?? away, calls.proofsOf?.(policy) ?? away, askPeople(policy, calls)]);
  return { name: policy, account, proofs, people };
}

const away: Answer<never> = { kind: "refused", why: { en: "this cannot be looked up here", zh: "此处无法查询" } };

async function askPeople(policy: string, calls: ScreenCalls): Promise<readonly PlainPeople[]> {
  const people: PlainPeople[] = [];
  for (const { title, where } of filters) {
    const found = await search(policy, where, calls);
    const lives: Life[] = [];
    for (const customer of found.kind === "done" ? found.value.customers : []) {
      const life = await calls.replay?.(policy, customer);
      if (life?.kind === "done") lives.push(life.value);
    }
    people.push({ title, where, found, lives });
  }
  return people;
}

async function search(policy: string, where: readonly string[], calls: ScreenCalls): Promise<Answer<FoundCustomers>> {
  let customers: readonly number[] = [];
  let from: number | null = 0;
  while (from !== null && customers.length < told) {
    const answer: Answer<FoundCustomers> = (await calls.findCustomers?.(policy, { where, from, most: told - customers.length })) ?? away;
    if (answer.kind === "refused") return answer;
    customers = [...customers, ...answer.value.customers];
    from = answer.value.next;
  }
  return { kind: "done", value: { customers, next: from } };
}
