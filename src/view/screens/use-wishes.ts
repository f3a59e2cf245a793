import { useEffect, useRef } from "react";
import type { Text } from "../../base/index.ts";
import type { WhatIf, Wish } from "./place.ts";
import type { ScreenCalls } from "./screen-calls.ts";
import type { ScreenState } from "./state.ts";

/** What came of a wish: something to say, and the parameters that stand in a file now. */
export interface Came {
  readonly note: Text;
  readonly written?: WhatIf["values"];
}

/** The screen after a wish: what was written is no what-if any more, unless it was changed meanwhile. */
export function cameOf(state: ScreenState, { note, written }: Came): ScreenState {
  return { ...state, note, whatIf: written !== undefined && state.whatIf?.values === written ? null : state.whatIf };
}

/** Does what the reader wishes, each wish once, and tells what came of it. */
export function useWishes(calls: ScreenCalls | undefined, { wish }: ScreenState, tell: (came: Came) => void): void {
  const done = useRef(0);
  useEffect(() => {
    if (wish === null || wish.number <= done.current) return;
    done.current = wish.number;
    grant(calls ?? {}, wish.wish).then(
      (came) => (came === undefined ? undefined : tell(came)),
      (error: unknown) => tell({ note: failed(error) }),
    );
  }, [calls, wish, tell]);
}

/** What came of a wish; nothing to say where it can be seen. */
async function grant(calls: ScreenCalls, wish: Wish): Promise<Came | undefined> {
  switch (wish.kind) {
    case "edit": {
      const answer = await calls.openEditor?.(wish.file, wish.line);
      return answer === undefined ? { note: noEditor } : answer.kind === "refused" ? { note: answer.why } : undefined;
    }
    case "try":
      if (calls.tryParameters === undefined) return { note: noTrial };
      calls.tryParameters(wish.policy, wish.values);
      return undefined;
    case "write":
      return write(calls, wish);
    case "report":
      return report(calls, wish.whatIf);
  }
}

async function write(calls: ScreenCalls, { policy, values, as }: Extract<Wish, { kind: "write" }>): Promise<Came> {
  const answer = await calls.writeParameters?.(policy, values, as);
  if (answer === undefined) return { note: noWriting };
  if (answer.kind === "refused") return { note: answer.why };
  const files = answer.value.join(", ");
  const beside: Text = as === undefined ? { en: "", zh: "" } : { en: `; beside this one: policy-bench --policy ${policy} --policy ${as}`, zh: `；并排查看：policy-bench --policy ${policy} --policy ${as}` };
  return { note: { en: `written: ${files}${beside.en}`, zh: `已写入：${files}${beside.zh}` }, written: values };
}

async function report(calls: ScreenCalls, whatIf: boolean): Promise<Came> {
  const answer = await calls.writeReports?.();
  if (answer === undefined) return { note: noWriting };
  if (answer.kind === "refused") return { note: answer.why };
  const files = answer.value.join(", ");
  const page = answer.value.some((file) => file.endsWith(".html"));
  const open: Text = page ? { en: "; the .html opens in any browser and can be handed over as it is", zh: "；其中 .html 可用任意浏览器打开，可直接交付" } : { en: "", zh: "" };
  const without: Text = whatIf ? { en: " (without the what-if)", zh: "（不含假设改动）" } : { en: "", zh: "" };
  return { note: { en: `reports written${without.en}: ${files}${open.en}`, zh: `报告已写出${without.zh}：${files}${open.zh}` } };
}

function failed(error: unknown): Text {
  const told = error instanceof Error ? error.message : String(error);
  return { en: `this could not be done: ${told}`, zh: `未能完成：${told}` };
}

const noEditor: Text = { en: "no editor can be opened here", zh: "此处无法打开编辑器" };
const noTrial: Text = { en: "parameters cannot be tried here", zh: "此处无法试改参数" };
const noWriting: Text = { en: "nothing can be written here", zh: "此处无法写入" };
