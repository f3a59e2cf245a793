import { render } from "ink-testing-library";
import { expect, test, vi } from "vitest";
import { Screen } from "../../src/view/screens/screen.tsx";
import type { ScreenNews } from "../../src/view/index.ts";
import { report } from "./scene.ts";

/** The screen in a terminal of 100 × 30 that the test feeds with keys and news. */
function open() {
  let listener: (news: ScreenNews) => void = () => undefined;
  const left: string[] = [];
  const request = {
    title: "Steady economy", lang: "en", ascii: false, again: "policy-bench replay baseline",
    listen: (to: (news: ScreenNews) => void) => {
      listener = to;
      return () => undefined;
    },
  } as const;
  const app = render(<Screen request={request} leave={(how) => left.push(how)} />);
  const resize = (rows: number): void => {
    Object.defineProperty(app.stdout, "rows", { value: rows, configurable: true });
    app.stdout.emit("resize");
  };
  resize(30);
  const sees = (words: string | RegExp) => vi.waitFor(() => expect(app.lastFrame()).toMatch(words));
  return { ...app, left, resize, sees, tell: (news: ScreenNews) => listener(news) };
}

test("keys walk the tabs, open rows and leave", async () => {
  const screen = open();
  await screen.sees("Reading rules and customers");
  screen.tell({ kind: "progress", progress: { share: 0.5, customersPerSecond: 100, secondsLeft: 3, secondsGone: 3 } });
  await screen.sees("50 %");
  screen.tell({ kind: "report", report });
  await screen.sees("Persons considered");
  screen.stdin.write("3");
  await screen.sees(/\[3 Compliance\]/u);
  screen.stdin.write("\r");
  await screen.sees("Compliance › critical: A");
  screen.stdin.write("\u001B");
  await screen.sees("as simulated, would breach (persons)");
  screen.stdin.write("\u001B[D");
  await screen.sees(/\[2 Default\]/u);
  expect(screen.left).toEqual([]);
  screen.stdin.write("q");
  await vi.waitFor(() => expect(screen.left).toEqual(["quit"]));
});

test("keys that arrive in one piece are all pressed", async () => {
  const screen = open();
  screen.tell({ kind: "report", report });
  await screen.sees("Persons considered");
  screen.stdin.write("/roll rate");
  await screen.sees(/\/ roll rate_/u);
  await screen.sees(/\d+ of \d+ found/u);
  screen.stdin.write("\r\r");
  await screen.sees(/Overview › Risk: Roll rate/u);
  screen.stdin.write("\u001B2");
  await screen.sees(/\[2 Default\]/u);
  screen.unmount();
});

test("a terminal that shrinks is told, and grown again shows the same place", async () => {
  const screen = open();
  screen.tell({ kind: "report", report });
  screen.stdin.write("2");
  await screen.sees(/\[2 Default\]/u);
  screen.resize(10);
  await screen.sees("at least 60 x 16 are needed");
  screen.resize(40);
  await screen.sees(/\[2 Default\]/u);
  expect(screen.lastFrame()?.split("\n").length).toBe(39);
  screen.unmount();
});
