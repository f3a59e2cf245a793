import type { PoolDefinition, PoolFlow } from "../simulation/index.ts";
import { lossByBearer } from "./first-loss.ts";
import { split } from "./split.ts";

/** What a pool counted from the start of the book until before the slice, and until its end. */
export interface PoolSums {
  readonly definition: PoolDefinition;
  before(flow: PoolFlow): number;
  through(flow: PoolFlow): number;
}

/** Costs that are the lender's own, whoever funds. */
export interface OwnCosts {
  readonly operatingFen: number;
  readonly acquisitionFen: number;
  readonly fraudFen: number;
  /** Charged for settling on closing, paid at once: the lender's own, and off its own costs. */
  readonly settlementFeesFen: number;
}

/** `guarantor`: bears losses or buys debts back, and funds nothing. */
export type BearerRole = "lender" | "funder" | "guarantor";

/** One bearer's books over a slice of a run, in whole fen. Over all bearers each figure adds up to that of the line. */
export interface BearerBook {
  readonly bearer: string;
  readonly role: BearerRole;
  /** Its part of what was lent. */
  readonly originatedFen: number;
  /** Its part of the customers' fees, less waived, and all of the merchants'. */
  readonly revenueFen: number;
  /** Guarantee fees received less paid. */
  readonly guaranteeFeeFen: number;
  readonly fundingCostFen: number;
  readonly lossFen: number;
  /** Running accounts, winning customers, takeovers: the lender's. */
  readonly ownCostFen: number;
  /** Paid for debts bought back, less got for them. */
  readonly boughtBackFen: number;
  readonly marginFen: number;
  /** Money in less money out; the margin is this and what receivables grew by. */
  readonly cashFen: number;
  /** Owed to it at the end. */
  readonly receivableFen: number;
}

/** The books of all bearers, the lender first; the slice is what lies between `before` and `through`. */
export function bearerBooks(pools: readonly PoolSums[], own: OwnCosts): readonly BearerBook[] {
  const after = standing(pools, (pool, flow) => pool.through(flow));
  const before = standing(pools, (pool, flow) => pool.before(flow));
  const ownCostFen = own.operatingFen + own.acquisitionFen + own.fraudFen - own.settlementFeesFen;
  return bearersOf(pools).map(([bearer, role]) => {
    const change = (figure: Figure): number => (after.get(bearer)?.[figure] ?? 0) - (before.get(bearer)?.[figure] ?? 0);
    const ownCost = role === "lender" ? ownCostFen : 0;
    const [revenueFen, guaranteeFeeFen, fundingCostFen, lossFen] = [change("revenue"), change("guarantee"), change("funding"), change("loss")];
    return {
      bearer, role, revenueFen, guaranteeFeeFen, fundingCostFen, lossFen,
      originatedFen: change("originated"),
      ownCostFen: ownCost,
      boughtBackFen: change("bought"),
      marginFen: revenueFen + guaranteeFeeFen - fundingCostFen - lossFen - ownCost,
      cashFen: change("cash") - ownCost,
      receivableFen: after.get(bearer)?.receivable ?? 0,
    };
  });
}

function bearersOf(pools: readonly PoolSums[]): readonly (readonly [string, BearerRole])[] {
  const terms = pools.map(({ definition }) => definition);
  const funders = terms.filter(({ kind }) => kind !== "bought-back").flatMap(({ funding, revenue }) => [...Object.keys(funding), ...Object.keys(revenue)]);
  const others = terms.flatMap(({ losses, funding }) => [...Object.keys(funding), ...losses.flatMap((layer) => ("bearer" in layer ? [layer.bearer] : Object.keys(layer.rest)))]);
  return [...new Set(["lender", ...funders, ...others])].map((bearer) => [bearer, bearer === "lender" ? "lender" : funders.includes(bearer) ? "funder" : "guarantor"]);
}

const figures = ["originated", "revenue", "guarantee", "funding", "loss", "bought", "cash", "receivable"] as const;
type Figure = (typeof figures)[number];
type Standing = Record<Figure, number>;

/** How everybody stands at one time, from the start of the book. */
function standing(pools: readonly PoolSums[], read: (pool: PoolSums, flow: PoolFlow) => number): ReadonlyMap<string, Standing> {
  const books = new Map<string, Standing>();
  const losses = lossByBearer(pools.map((pool) => ({ definition: pool.definition, of: (flow) => read(pool, flow) })));
  pools.forEach((pool, index) => {
    const ledger = poolLedger(pool.definition, (flow) => read(pool, flow), losses[index] ?? new Map());
    for (const { bearer, fen, figures: touched } of ledger) {
      const book = books.get(bearer) ?? { originated: 0, revenue: 0, guarantee: 0, funding: 0, loss: 0, bought: 0, cash: 0, receivable: 0 };
      for (const [figure, sign] of touched) book[figure] += sign * fen;
      books.set(bearer, book);
    }
  });
  return books;
}

interface Movement {
  readonly bearer: string;
  readonly fen: number;
  readonly figures: readonly (readonly [Figure, 1 | -1])[];
}

/** Debts sold above or below what is owed: what the buyer gains the seller loses. */
function discount({ kind, priceBps = 10_000, funding }: PoolDefinition, of: (flow: PoolFlow) => number): readonly Movement[] {
  if (kind !== "sold" || priceBps === 10_000) return [];
  const taken = of("takenPrincipalFen") + of("takenFeeFen");
  const below = taken - Math.floor(taken / 10_000) * priceBps - Math.floor(((taken % 10_000) * priceBps) / 10_000);
  return [
    { bearer: "lender", fen: below, figures: [["revenue", -1], ["cash", -1]] },
    ...[...split(below, funding)].map(([bearer, fen]): Movement => ({ bearer, fen, figures: [["revenue", 1], ["cash", 1]] })),
  ];
}

/** Principal by shares of funding, fees by shares of revenue; what a loss takes from others than it falls on is made good in cash. */
function poolLedger(terms: PoolDefinition, of: (flow: PoolFlow) => number, losses: ReadonlyMap<string, number>): readonly Movement[] {
  const { funding, revenue } = terms;
  const guarantors = guarantorsOf(terms);
  const move = (fen: number, shares: PoolDefinition["funding"], ...touched: Movement["figures"]): readonly Movement[] =>
    [...split(fen, shares)].map(([bearer, part]) => ({ bearer, fen: part, figures: touched }));
  return [
    ...move(of("originatedFen"), funding, ["originated", 1], ["receivable", 1], ["cash", -1]),
    ...move(of("merchantFeeFen"), { lender: 10_000 }, ["revenue", 1], ["cash", 1]),
    ...move(of("instalmentFeeFen"), revenue, ["revenue", 1], ["receivable", 1]),
    ...move(of("lateFeeFen"), revenue, ["revenue", 1], ["receivable", 1]),
    ...move(of("waivedFen"), revenue, ["revenue", -1], ["receivable", -1]),
    ...move(of("repaidPrincipalFen"), funding, ["cash", 1], ["receivable", -1]),
    ...move(of("repaidFeeFen"), revenue, ["cash", 1], ["receivable", -1]),
    // The loss is made good in cash to those who owned the debt, and got in cash from those on whom it falls.
    ...move(of("lostPrincipalFen"), funding, ["receivable", -1], ["cash", 1]),
    ...move(of("lostFeeFen"), revenue, ["receivable", -1], ["cash", 1]),
    ...[...losses].map(([bearer, fen]): Movement => ({ bearer, fen, figures: [["loss", 1], ["cash", -1]] })),
    ...move(of("fundingCostFen"), funding, ["funding", 1], ["cash", -1]),
    ...move(of("guaranteeFeeFen"), funding, ["guarantee", -1], ["cash", -1]),
    ...move(of("guaranteeFeeFen"), guarantors, ["guarantee", 1], ["cash", 1]),
    ...move(of("givenPrincipalFen"), funding, ["bought", -1], ["cash", 1], ["receivable", -1]),
    ...move(of("givenFeeFen"), revenue, ["bought", -1], ["cash", 1], ["receivable", -1]),
    ...move(of("takenPrincipalFen"), funding, ["bought", 1], ["cash", -1], ["receivable", 1]),
    ...move(of("takenFeeFen"), revenue, ["bought", 1], ["cash", -1], ["receivable", 1]),
    ...discount(terms, of),
  ];
}

/** Guarantee fees go to those who bear first losses without funding, by how much they stand for. */
function guarantorsOf({ losses, funding, guaranteeFeeMonthlyBps }: PoolDefinition): PoolDefinition["funding"] {
  const layers = losses.flatMap((layer) => ("bearer" in layer && !Object.hasOwn(funding, layer.bearer) ? [layer] : []));
  const [first] = layers;
  if (first === undefined || guaranteeFeeMonthlyBps === 0) return {};
  const total = layers.reduce((sum, { firstBpsOfOriginated }) => sum + firstBpsOfOriginated, 0);
  const shares: Record<string, number> = {};
  let left = 10_000;
  for (const { bearer, firstBpsOfOriginated } of layers) {
    const share = total === 0 ? 0 : Math.floor((firstBpsOfOriginated * 10_000) / total);
    shares[bearer] = (shares[bearer] ?? 0) + share;
    left -= share;
  }
  shares[first.bearer] = (shares[first.bearer] ?? 0) + left;
  return shares;
}
