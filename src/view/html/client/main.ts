// Runs in the page: draws the figures again so that they answer to a pointer and to keys. Nothing leaves the page.
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { DataZoomInsideComponent, GridComponent, LegendPlainComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { fitted } from "./fitted.ts";

use([BarChart, LineChart, ScatterChart, DataZoomInsideComponent, GridComponent, LegendPlainComponent, TooltipComponent, SVGRenderer]);

/** As much of the browser as is used here. */
interface Element {
  hidden: boolean;
  textContent: string | null;
  readonly style: Record<string, string>;
  readonly dataset: Record<string, string>;
  readonly classList: { add(name: string): void };
  readonly clientWidth: number;
  href: string;
  download: string;
  width: number;
  height: number;
  src: string;
  onload: () => void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  addEventListener(type: string, run: () => void): void;
  getContext(kind: string): { scale(x: number, y: number): void; drawImage(image: Element, x: number, y: number): void; fillRect(x: number, y: number, w: number, h: number): void; fillStyle: string } | null;
  toDataURL(type: string): string;
  click(): void;
}
interface Page extends Element {
  readonly documentElement: Element;
  getElementById(id: string): Element | null;
  createElement(name: string): Element;
}
interface Window {
  readonly document: Page;
  getComputedStyle(element: Element): { getPropertyValue(name: string): string };
  matchMedia(query: string): { addEventListener(type: string, run: () => void): void };
  addEventListener(type: string, run: () => void): void;
}
interface FigureData {
  readonly id: string;
  readonly option: Record<string, unknown>;
  readonly height: number;
  readonly suffix: string;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the browser is this shape
const page = globalThis as unknown as Window;
const { document } = page;
const charts = new Map<string, EChartsType>();

start();

function start(): void {
  const data = document.getElementById("figures-data")?.textContent ?? "[]";
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the same program
  const figures = JSON.parse(data) as readonly FigureData[];
  document.documentElement.classList.add("js");
  const draw = (): void => {
    for (const figure of figures) drawFigure(figure);
  };
  draw();
  page.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  page.addEventListener("resize", () => {
    draw();
    for (const chart of charts.values()) chart.resize();
  });
  for (const button of document.querySelectorAll("button[data-save]")) button.addEventListener("click", () => save(button));
}

function drawFigure({ id, option, height, suffix }: FigureData): void {
  const live = document.getElementById(`live-${id}`);
  const still = document.querySelector(`figure[data-figure="${id}"] .still`);
  if (live === null || still === null) return;
  live.hidden = false;
  still.hidden = true;
  const narrow = fitted(option, live.clientWidth);
  live.style["height"] = `${height + narrow.taller}px`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an element of the page
  const chart = charts.get(id) ?? init(live as never, null, { renderer: "svg" });
  charts.set(id, chart);
  const { tooltip, ...own } = coloured(narrow.option);
  const valueFormatter = (value: unknown): string => (typeof value === "number" ? `${value}${suffix}` : "–");
  chart.setOption({ ...own, tooltip: { ...(typeof tooltip === "object" ? tooltip : {}), valueFormatter }, dataZoom: [{ type: "inside", zoomOnMouseWheel: "ctrl" }] }, true);
}

function coloured(option: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(option).map(([key, member]) => [key, withColours(member)]));
}

/** The names of colours replaced by what the page gives them now. */
function withColours(value: unknown): unknown {
  if (typeof value === "string") {
    const name = /^var\((--[a-z0-9]+)\)$/u.exec(value)?.[1];
    return name === undefined ? value : page.getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }
  if (Array.isArray(value)) return value.map(withColours);
  return typeof value === "object" && value !== null ? coloured({ ...value }) : value;
}

function save(button: Element): void {
  const id = button.dataset["figure"] ?? "";
  const chart = charts.get(id);
  if (chart === undefined) return;
  const url = chart.getDataURL({ type: "svg" });
  if (button.dataset["save"] === "svg") return download(url, `${id}.svg`);
  const image = document.createElement("img");
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = chart.getWidth() * 2;
    canvas.height = chart.getHeight() * 2;
    const context = canvas.getContext("2d");
    if (context === null) return;
    context.fillStyle = page.getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    download(canvas.toDataURL("image/png"), `${id}.png`);
  };
  image.src = url;
}

function download(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}
