// The HTML report in a real browser: nothing leaves the page, nothing complains, everything is there without scripts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyBench, requireBuild, root } from "./bin.ts";

const chromium = ["chromium", "chromium-browser", "google-chrome"].find((name) => spawnSync("which", [name]).status === 0);
const folder = mkdtempSync(join(tmpdir(), "policy-bench-html-"));
const page = join(folder, "report.html");

beforeAll(async () => {
  requireBuild();
  const ran = await policyBench(["compare", "baseline", "--customers", "600", "--months", "14", "--by", "customer.gender", "--quiet", "-o", `html=${page}`, "-o", `svg=${join(folder, "figures")}`, "--threads", "1"], { cwd: root });
  expect(ran.stderr).toBe("");
  expect(ran.code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const html = (): string => readFileSync(page, "utf8");

test("the file is under a megabyte, and asks for nothing outside itself", () => {
  expect(statSync(page).size).toBeLessThan(1_000_000);
  const outside = html().replaceAll(/<script[\s\S]*?<\/script>/gu, "").replaceAll("http://www.w3.org/2000/svg", "").replaceAll("http://www.w3.org/1999/xlink", "");
  expect(outside.match(/https?:\/\/|\bsrc=|<link|@import|url\((?!#)/gu)).toBeNull();
  expect(html()).toContain("default-src 'none'");
});

test("every figure has its picture, a sentence, and its data as a table", () => {
  const figures = html().split("<figure ").slice(1).map((text) => text.slice(0, text.indexOf("</figure>")));
  expect(figures.length).toBeGreaterThanOrEqual(8);
  for (const figure of figures) {
    expect(figure).toMatch(/<svg role="img" aria-labelledby="title-[a-z0-9-]+"/u);
    expect(figure).toMatch(/<figcaption id="sees-[a-z0-9-]+">.{10,}</u);
    expect(figure).toMatch(/<details>.*<table>.*<td/su);
  }
  expect(html()).not.toMatch(/\b(?:NaN|undefined|null)\b%?</u);
});

test("the same figures stand as SVG files in the colours of the light page", () => {
  const svg = readFileSync(join(folder, "figures", "vintage.svg"), "utf8");
  expect(svg).toMatch(/^<svg /u);
  expect(svg).not.toContain("var(--");
  expect(existsSync(join(folder, "figures", "law-0.svg"))).toBe(true);
});

describe.skipIf(chromium === undefined)(chromium === undefined ? "in a browser (skipped: no chromium)" : "in a browser", () => {
  test("no message, no request, no breach of the policy; figures answer, and stand without scripts", { timeout: 120_000 }, async () => {
    const seen = await visit(page, { scripts: true });
    expect(seen.messages).toEqual([]);
    expect(seen.requests).toEqual([]);
    expect(seen.live).toBe(seen.charts);
    expect(seen.charts).toBeGreaterThanOrEqual(7);
    const bare = await visit(page, { scripts: false });
    expect(bare.messages).toEqual([]);
    expect(bare.pictures).toBe(bare.figures);
    expect(bare.figures).toBeGreaterThanOrEqual(8);
  });

  test("hostile names from files stay text", { timeout: 120_000 }, async () => {
    const hostile = join(folder, "hostile.html");
    const bad = "</script><img src=x onerror=alert(1)>";
    const ran = await policyBench(["run", "baseline", "--customers", "50", "--months", "2", "--quiet", "-o", `html=${hostile}`, "--set", `title=${JSON.stringify({ en: bad, zh: bad })}`], { cwd: root });
    expect(ran.code).toBe(0);
    expect(readFileSync(hostile, "utf8")).toContain("&lt;/script&gt;&lt;img src=x");
    expect((await visit(hostile, { scripts: true })).images).toBe(0);
  });
});

interface Visit {
  readonly messages: readonly string[];
  readonly requests: readonly string[];
  readonly figures: number;
  readonly charts: number;
  /** Figures drawn anew by the script. */
  readonly live: number;
  /** Figures with a picture that has a size. */
  readonly pictures: number;
  readonly images: number;
}

/** Opens a file in a browser of its own and looks around. */
async function visit(file: string, { scripts }: { readonly scripts: boolean }): Promise<Visit> {
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
    return await lookAround(address, file, scripts);
  } finally {
    child.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function lookAround(browser: string, file: string, scripts: boolean): Promise<Visit> {
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
  // Without the page's scripts the inspector's own questions must still be answered, so they are counted in the DOM.
  await ask("Emulation.setScriptExecutionDisabled", { value: !scripts });
  const loaded = new Promise<void>((resolve) => events.set("Page.loadEventFired", resolve));
  await ask("Page.navigate", { url: pathToFileURL(file).href });
  await loaded;
  await ask("Emulation.setScriptExecutionDisabled", { value: false });
  const count = async (expression: string): Promise<number> => ((await ask("Runtime.evaluate", { expression })) as { result: { value: number } }).result.value;
  const visible = "(element) => element !== null && element.getBoundingClientRect().height > 50";
  const seen = {
    figures: await count("document.querySelectorAll('figure').length"),
    charts: await count("document.querySelectorAll('.tools').length"),
    live: await count(`[...document.querySelectorAll('figure .live')].filter((element) => (${visible})(element.querySelector('svg'))).length`),
    pictures: await count(`[...document.querySelectorAll('figure .still')].filter((element) => (${visible})(element.querySelector('svg'))).length`),
    images: await count("document.querySelectorAll('img').length"),
  };
  socket.close();
  return { messages, requests, ...seen };
}
