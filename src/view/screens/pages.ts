import { displayWidth } from "../../base/index.ts";
import { besidePage } from "./beside.ts";
import { bucketMonthsPage } from "./bucket-months.ts";
import { bucketsPage } from "./buckets.ts";
import { compliance } from "./compliance.ts";
import type { PageContext, PageView } from "./context.ts";
import { curvePage } from "./curve-detail.ts";
import { customerTab } from "./customer.ts";
import { decisionPage } from "./decision.ts";
import { defaultTab } from "./default.ts";
import { lawPage } from "./law-detail.ts";
import { measurePage } from "./measure-detail.ts";
import { overview } from "./overview.ts";
import { peoplePage } from "./people.ts";
import { personPage } from "./person.ts";
import type { Place } from "./place.ts";
import { rulePage } from "./rule-page.ts";
import { rulesTab } from "./rules.ts";
import { span, type Line } from "./span.ts";
import { tabTitles, type Tab } from "./tabs.ts";
import { standingPage } from "./trade-off-detail.ts";
import { tradeOffs } from "./trade-offs.ts";

type Page = (context: PageContext) => PageView;

const tabPages: Readonly<Record<Tab, Page>> = { overview, default: defaultTab, compliance, "trade-offs": tradeOffs, rules: rulesTab, customer: customerTab };

/** The page in front: that of the tab, or the last on the way down under the path that led to it. */
export function frontPage(given: Omit<PageContext, "cursor" | "find">): PageView {
  const { state, pen } = given;
  const front = state.trail.at(-1);
  if (front === undefined) return tabPage(given);
  const view = placePage({ ...given, cursor: front.cursor, find: "" }, front.place);
  const path = [pen.say(tabTitles[state.tab]), ...state.trail.map(({ place }) => (place === front.place ? (view.crumb ?? "") : crumbOf(given, place)))];
  return { ...view, lines: [crumbLine(path, given.layout.columns, pen.ascii), ...view.lines] };
}

/** A path too long for its line loses its beginning: where one is matters more than where one came from. */
function crumbLine(path: readonly string[], cells: number, ascii: boolean): Line {
  const [mark, between] = ascii ? ["~", " > "] : ["…", " › "];
  const texts = path.map((_, from) => ` ${[...(from === 0 ? [] : [mark]), ...path.slice(from)].join(between)}`);
  const text = texts.find((each) => displayWidth(each) <= cells) ?? texts.at(-1) ?? "";
  return [span(text, { color: "cyan", bold: true })];
}

function tabPage(given: Omit<PageContext, "cursor" | "find">): PageView {
  const { state } = given;
  return tabPages[state.tab]({ ...given, cursor: state.cursors[state.tab], find: state.finds[state.tab] });
}

function placePage(context: PageContext, place: Place): PageView {
  switch (place.kind) {
    case "measure":
      return measurePage(context, place.name);
    case "buckets":
      return bucketsPage(context);
    case "bucket-months":
      return bucketMonthsPage(context, place);
    case "curve":
      return curvePage(context, place);
    case "law":
      return lawPage(context, place.id);
    case "standing":
      return standingPage(context, place.policy);
    case "people":
      return peoplePage(context, place);
    case "person":
      return personPage(context, place);
    case "beside":
      return besidePage(context, place);
    case "decision":
      return decisionPage(context, place);
    case "rule":
      return rulePage(context, place);
  }
}

/** What the breadcrumb calls a page. */
function crumbOf(given: Omit<PageContext, "cursor" | "find">, place: Place): string {
  return placePage({ ...given, cursor: null, find: "" }, place).crumb ?? "";
}

/** What opening the next or previous row of the page above leads to. */
export function neighbourOf(given: Omit<PageContext, "cursor" | "find">, by: 1 | -1): { readonly place: Place; readonly cursor: number } | undefined {
  const { state } = given;
  const above = state.trail.at(-2);
  const at = (cursor: number | null): PageView =>
    above === undefined
      ? tabPages[state.tab]({ ...given, cursor: cursor ?? state.cursors[state.tab], find: state.finds[state.tab] })
      : placePage({ ...given, cursor: cursor ?? above.cursor, find: "" }, above.place);
  const here = at(null);
  const front = state.trail.at(-1)?.place;
  for (let cursor = here.cursor + by; cursor >= 0 && cursor < here.rows; cursor += by) {
    const target = at(cursor).keys?.["enter"];
    if (target !== undefined && "go" in target && target.go !== undefined && target.go.kind === front?.kind) return { place: target.go, cursor };
  }
  return undefined;
}
