// A real browser of a test's own, spoken to in the protocol of its developer tools.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";

/** The browser of this machine; undefined where there is none. */
export const chromium = ["chromium", "chromium-browser", "google-chrome"].find((name) => spawnSync("which", [name]).status === 0);

export interface Page {
  /** What the page logged, threw or was refused, since it was opened. */
  readonly messages: readonly string[];
  /** What it asked the network for. */
  readonly requests: readonly string[];
  evaluate(expression: string): Promise<unknown>;
  press(key: "Tab" | "Enter" | " "): Promise<void>;
  /** What axe-core finds serious or critical: rule and place. */
  faults(): Promise<readonly string[]>;
  pdf(): Promise<Buffer>;
}

interface Looks {
  readonly scripts?: boolean;
  readonly dark?: boolean;
  /** In CSS pixels; a phone has 390. */
  readonly width?: number;
}

/** Opens a file in a browser of its own, and closes it when the work is done. */
export async function withPage<T>(file: string, { scripts = true, dark = false, width = 1000 }: Looks, work: (page: Page) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), "policy-bench-browser-"));
  const child = spawn(chromium ?? "", ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${home}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.on("exit", () => reject(new Error(said)));
    });
    const page = await openPage(address);
    await page.ask("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 });
    await page.ask("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
    // Without the page's scripts the inspector's own questions must still be answered.
    await page.ask("Emulation.setScriptExecutionDisabled", { value: !scripts });
    await page.load(pathToFileURL(file).href);
    await page.ask("Emulation.setScriptExecutionDisabled", { value: false });
    const result = await work(pageOf(page));
    page.close();
    return result;
  } finally {
    child.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Connection {
  readonly messages: string[];
  readonly requests: string[];
  readonly ask: (method: string, params?: object) => Promise<unknown>;
  load(url: string): Promise<void>;
  close(): void;
}

async function openPage(browser: string): Promise<Connection> {
  const targets = (await (await fetch(`${browser.replace("ws:", "http:").replace(/\/devtools.*/u, "")}/json`)).json()) as readonly { type: string; webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(targets.find(({ type }) => type === "page")?.webSocketDebuggerUrl ?? "");
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  const messages: string[] = [];
  const requests: string[] = [];
  const waiting = new Map<number, (value: unknown) => void>();
  const events = new Map<string, () => void>();
  socket.addEventListener("message", ({ data }) => {
    const told = JSON.parse(String(data)) as { id?: number; method?: string; result?: unknown; params?: Record<string, never> };
    if (told.id !== undefined) waiting.get(told.id)?.(told.result);
    if (told.method === "Log.entryAdded" || told.method === "Runtime.exceptionThrown" || told.method === "Runtime.consoleAPICalled") messages.push(JSON.stringify(told.params));
    if (told.method === "Network.requestWillBeSent") {
      const { url } = (told.params as unknown as { request: { url: string } }).request;
      if (!url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("blob:")) requests.push(url);
    }
    events.get(told.method ?? "")?.();
  });
  let last = 0;
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  for (const domain of ["Log", "Runtime", "Network", "Page"]) await ask(`${domain}.enable`);
  const load = async (url: string): Promise<void> => {
    const loaded = new Promise<void>((resolve) => events.set("Page.loadEventFired", resolve));
    await ask("Page.navigate", { url });
    await loaded;
  };
  return { messages, requests, ask, load, close: () => socket.close() };
}

const keys = { Tab: { code: "Tab", windowsVirtualKeyCode: 9 }, Enter: { code: "Enter", windowsVirtualKeyCode: 13, text: "\r" }, " ": { code: "Space", windowsVirtualKeyCode: 32, text: " " } } as const;

function pageOf({ messages, requests, ask }: Connection): Page {
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = (await ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })) as { result: { value: unknown }; exceptionDetails?: object };
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };
  return {
    messages,
    requests,
    evaluate,
    async press(key) {
      await ask("Input.dispatchKeyEvent", { type: "keyDown", key, ...keys[key] });
      await ask("Input.dispatchKeyEvent", { type: "keyUp", key, ...keys[key] });
    },
    async faults() {
      await evaluate(axe.source);
      const found = await evaluate("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 120)))");
      return found as readonly string[];
    },
    async pdf() {
      const { data } = (await ask("Page.printToPDF", { printBackground: true })) as { data: string };
      return Buffer.from(data, "base64");
    },
  };
}
