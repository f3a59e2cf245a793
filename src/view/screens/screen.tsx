import { render, Text as InkText, useApp, useInput, useWindowSize } from "ink";
import { useEffect, useState } from "react";
import type { RunReport } from "../../verdict/index.ts";
import { drawScreen, type RunProgress } from "./frame.ts";
import { keyNameOf } from "./key-name.ts";
import type { OpenScreen, ScreenRequest } from "./screen-request.ts";
import type { Line, Span } from "./span.ts";
import { firstState, press } from "./state.ts";

/** Opens the screen on the alternate buffer, which gives the normal screen back however it ends. */
export function mountScreen(request: ScreenRequest): OpenScreen {
  const app = render(<Screen request={request} />, {
    stdin: request.stdin,
    stdout: request.stdout,
    stderr: request.stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 10,
  });
  return {
    closed: app.waitUntilExit().then(() => undefined),
    close: () => app.unmount(),
  };
}

/** The screen as a component: state from keys, report and progress from the news. */
export function Screen({ request }: { readonly request: ScreenRequest }): React.JSX.Element {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const [state, setState] = useState(firstState);
  const [report, setReport] = useState<RunReport>();
  const [progress, setProgress] = useState<RunProgress>();
  useEffect(
    () =>
      request.listen((news) => {
        if (news.kind === "progress") setProgress(news.progress);
        else {
          setReport(news.report);
          setProgress(undefined);
        }
      }),
    [request],
  );
  const { title, lang, ascii } = request;
  const drawn = drawScreen({
    title, state, columns, rows, lang, ascii,
    ...(report === undefined ? {} : { report }),
    ...(progress === undefined ? {} : { progress }),
  });
  useInput((input, key) => {
    for (const name of keyNameOf(input, key)) setState((before) => press(before, name, drawn.extent));
  });
  useEffect(() => {
    if (state.quit) exit();
  }, [state.quit, exit]);
  return <Lines lines={drawn.lines} />;
}

function Lines({ lines }: { readonly lines: readonly Line[] }): React.JSX.Element {
  return (
    <InkText wrap="truncate">
      {lines.map((line, row) => (
        <InkText key={row}>
          {line.map((part, at) => (
            <Piece key={at} part={part} />
          ))}
          {row < lines.length - 1 ? "\n" : ""}
        </InkText>
      ))}
    </InkText>
  );
}

function Piece({ part }: { readonly part: Span }): React.JSX.Element {
  const { text, color, bold = false, dim = false, inverse = false } = part;
  return (
    <InkText bold={bold} dimColor={dim} inverse={inverse} {...(color === undefined ? {} : { color })}>
      {text}
    </InkText>
  );
}
