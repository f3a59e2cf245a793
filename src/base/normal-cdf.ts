import { exp } from "./exp.ts";

/**
 * The share of a standard normal at or below x, to about 1e-15 relative in both tails (0 below −38.5).
 * W. J. Cody's rational Chebyshev approximations (Algorithm 715, ANORM).
 */
export function normalCdf(x: number): number {
  const y = x < 0 ? -x : x;
  if (!(y >= 0)) return Number.NaN;
  if (y <= 0.67448975) return 0.5 + centre(x);
  const tail = y <= 5.656854249492380 ? middle(y) : far(y);
  return x < 0 ? tail : 1 - tail;
}

/** Φ(x) − ½ for |x| up to 0.674. */
function centre(x: number): number {
  const q = x * x;
  const top =
    ((((0.065682337918207449113 * q + 2.2352520354606839287) * q + 161.02823106855587881) * q +
      1067.6894854603709582) *
      q +
      18154.981253343561249);
  const bottom =
    (((q + 47.20258190468824187) * q + 976.09855173777669322) * q + 10260.932208618978205) * q +
    45507.789335026729956;
  return (x * top) / bottom;
}

/** 1 − Φ(y) for 0.674 … √32. */
function middle(y: number): number {
  const top =
    (((((((1.0765576773720192317e-8 * y + 0.39894151208813466764) * y + 8.8831497943883759412) * y +
      93.506656132177855979) *
      y +
      597.27027639480026226) *
      y +
      2494.5375852903726711) *
      y +
      6848.1904505362823326) *
      y +
      11602.651437647350124) *
      y +
    9842.7148383839780218;
  const bottom =
    (((((((y + 22.266688044328115691) * y + 235.38790178262499861) * y + 1519.377599407554805) * y +
      6485.558298266760755) *
      y +
      18615.571640885098091) *
      y +
      34900.952721145977266) *
      y +
      38912.003286093271411) *
      y +
    19685.429676859990727;
  return (density(y) * top) / bottom;
}

/** 1 − Φ(y) beyond √32. */
function far(y: number): number {
  if (y > 38.5) return 0;
  const q = 1 / (y * y);
  const top =
    ((((0.02307344176494017303 * q + 0.21589853405795699) * q + 0.1274011611602473639) * q +
      0.022235277870649807) *
      q +
      0.001421619193227893466) *
      q +
    2.9112874951168792e-5;
  const bottom =
    ((((q + 1.28426009614491121) * q + 0.468238212480865118) * q + 0.0659881378689285515) * q +
      0.00378239633202758244) *
      q +
    7.29751555083966205e-5;
  const ratio = (q * top) / bottom;
  return (density(y) * (0.39894228040143267794 - ratio)) / y;
}

/** e^(−y²/2), with y split at 1/16 so that the square's rounding does not grow in the exponent. */
function density(y: number): number {
  const near = Math.floor(y * 16) / 16;
  const rest = (y - near) * (y + near);
  return exp(-near * near * 0.5) * exp(-rest * 0.5);
}
