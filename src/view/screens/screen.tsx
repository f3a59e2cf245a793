import { Box, render, Text as InkText, useApp, useInput, useWindowSize } from "ink";
import { memo, useCallback, useEffect, useMemo, useReducer, useState, useSyncExternalStore } from "react";
import { createAskBoard } from "./ask-board.ts";
import { drawScreen } from "./frame.ts";
import { keyNameOf } from "./key-name.ts";
import type { Answer, ScreenCalls } from "./screen-calls.ts";
import { knownFirst, learn } from "./screen-knowledge.ts";
import type { OpenScreen, ScreenEnd, ScreenRequest } from "./screen-request.ts";
import type { Line, Span } from "./span.ts";
import { firstState, press, type ScreenState } from "./state.ts";
import { cameOf, useWishes, type Came } from "./use-wishes.ts";

/** Opens the screen on the alternate buffer, which gives the normal screen back however it ends. */
export function mountScreen(request: ScreenRequest): OpenScreen {
  let end: ScreenEnd = "closed";
  const leave = (how: ScreenEnd): void => {
    end = how;
  };
  const app = render(<Screen request={request} leave={leave} />, {
    stdin: request.stdin,
    stdout: request.stdout,
    stderr: request.stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    alternateScreen: true,
    incrementalRendering: true,
    // Numbers that come right after another frame do not wait for long.
    maxFps: 60,
    // The workbench has decided that this is a terminal with a person before it.
    interactive: true,
  });
  return {
    closed: app.waitUntilExit().then(() => end),
    close: () => app.unmount(),
  };
}

interface ScreenProps {
  readonly request: Pick<ScreenRequest, "title" | "lang" | "ascii" | "again" | "listen" | "calls" | "facts">;
  /** Told once how the reader left, before the screen goes. */
  readonly leave: (how: "quit" | "interrupt") => void;
}

/** The screen as a component: state from keys, knowledge from the news. */
export function Screen({ request, leave }: ScreenProps): React.JSX.Element {
  const { exit, suspendTerminal } = useApp();
  const { columns, rows } = useWindowSize();
  const [state, setState] = useState(firstState);
  const [known, tell] = useReducer(learn, knownFirst);
  useEffect(() => request.listen(tell), [request]);
  const { title, lang, ascii, again, facts } = request;
  const calls = useMemo(() => withSuspension(request.calls, suspendTerminal), [request.calls, suspendTerminal]);
  const board = useMemo(() => createAskBoard(calls ?? {}), [calls]);
  const heard = useSyncExternalStore(board.subscribe, board.snapshot);
  const draw = useCallback(
    (now: ScreenState) =>
      drawScreen({
        title, state: now, columns, rows, lang, ascii, again, known, heard,
        ...(facts === undefined ? {} : { facts }),
        ...(known.report === undefined ? {} : { report: known.report }),
        ...(known.progress === undefined ? {} : { progress: known.progress }),
      }),
    [title, columns, rows, lang, ascii, again, known, heard, facts],
  );
  const drawn = useMemo(() => draw(state), [draw, state]);
  useEffect(() => board.renew(), [board, known.report]);
  useEffect(() => board.want(drawn.needs), [board, drawn]);
  useEffect(() => () => board.close(), [board]);
  const tellReader = useCallback((came: Came) => setState((before) => cameOf(before, came)), []);
  useWishes(calls, state, tellReader);
  useInput((input, key) => {
    // Keys may come faster than frames: each means what it means on the screen that the one before it leads to.
    for (const name of keyNameOf(input, key)) setState((before) => press(before, name, before === state ? drawn.extent : draw(before).extent));
  });
  useEffect(() => {
    if (state.left === null) return;
    leave(state.left);
    exit();
  }, [state.left, leave, exit]);
  return (
    <Box flexDirection="column">
      {drawn.lines.map((line, row) => (
        <Row key={row} line={line} />
      ))}
    </Box>
  );
}

type Suspend = ReturnType<typeof useApp>["suspendTerminal"];

/** The same calls, but the terminal is the editor's as long as it is open. */
function withSuspension(calls: ScreenCalls | undefined, suspend: Suspend): ScreenCalls | undefined {
  const { openEditor } = calls ?? {};
  if (openEditor === undefined) return calls;
  return {
    ...calls,
    openEditor: async (file, line) => {
      let answer: Answer<void> = { kind: "done", value: undefined };
      await suspend(async () => {
        answer = await openEditor(file, line);
      });
      return answer;
    },
  };
}

/** One row; what has not changed is not rendered again. */
const Row = memo(
  function Row({ line }: { readonly line: Line }): React.JSX.Element {
    // An empty text has no height.
    const parts = line.some(({ text }) => text !== "") ? line : [{ text: " " }];
    return (
      <InkText wrap="truncate">
        {parts.map((part, at) => (
          <Piece key={at} part={part} />
        ))}
      </InkText>
    );
  },
  (before, after) => sameLine(before.line, after.line),
);

function sameLine(one: Line, other: Line): boolean {
  return one.length === other.length && one.every((part, at) => samePart(part, other[at]));
}

function samePart(one: Span, other: Span | undefined): boolean {
  return (
    other !== undefined &&
    one.text === other.text &&
    one.color === other.color &&
    (one.bold ?? false) === (other.bold ?? false) &&
    (one.dim ?? false) === (other.dim ?? false) &&
    (one.inverse ?? false) === (other.inverse ?? false)
  );
}

/** A piece in one look; a plain one needs no element of its own. */
function Piece({ part }: { readonly part: Span }): React.JSX.Element {
  const { text, color, bold = false, dim = false, inverse = false } = part;
  if (color === undefined && !bold && !dim && !inverse) return <>{text}</>;
  return (
    <InkText bold={bold} dimColor={dim} inverse={inverse} {...(color === undefined ? {} : { color })}>
      {text}
    </InkText>
  );
}
