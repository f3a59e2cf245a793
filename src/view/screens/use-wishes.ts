import { useEffect, useRef } from "react";
import type { Text } from "../../base/index.ts";
import type { Wish } from "./place.ts";
import type { ScreenCalls } from "./screen-calls.ts";
import type { ScreenState } from "./state.ts";

/** Does what the reader wishes, each wish once, and tells what came of it. */
export function useWishes(calls: ScreenCalls | undefined, { wish }: ScreenState, tell: (note: Text) => void): void {
  const done = useRef(0);
  useEffect(() => {
    if (wish === null || wish.number <= done.current) return;
    done.current = wish.number;
    void grant(calls ?? {}, wish.wish).then((note) => (note === undefined ? undefined : tell(note)));
  }, [calls, wish, tell]);
}

/** What came of a wish; nothing to say where it can be seen. */
async function grant(calls: ScreenCalls, wish: Wish): Promise<Text | undefined> {
  switch (wish.kind) {
    case "edit": {
      const answer = await calls.openEditor?.(wish.file, wish.line);
      return answer === undefined ? noEditor : answer.kind === "refused" ? answer.why : undefined;
    }
    case "try":
      if (calls.tryParameters === undefined) return noTrial;
      calls.tryParameters(wish.policy, wish.values);
      return undefined;
    case "write": {
      const answer = await calls.writeParameters?.(wish.policy, wish.values, wish.as);
      if (answer === undefined) return noWriting;
      if (answer.kind === "refused") return answer.why;
      const files = answer.value.join(", ");
      return { en: `written: ${files}`, zh: `已写入：${files}` };
    }
  }
}

const noEditor: Text = { en: "no editor can be opened here", zh: "此处无法打开编辑器" };
const noTrial: Text = { en: "parameters cannot be tried here", zh: "此处无法试改参数" };
const noWriting: Text = { en: "nothing can be written here", zh: "此处无法写入" };
