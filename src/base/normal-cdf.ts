import { exp } from "./exp.ts";

/**
 * The share of a standard normal at or below x, to about 1e-15 relative in both tails (0 below −38.5).
 * W. J. Cody's rational Chebyshev approximations (Algorithm 715, ANORM).
 */
export function normalCdf(x: number): number {
  const y = x < 0 ? -x : x;
  if (!(y >= 0)) return Number.NaN;
  if (y <= 0.67448975) return 0.5 + centre(x);
  const tail = y <= 5.65685424949238 ? middle(y) : far(y);
  return x < 0 ? tail : 1 - tail;
}

/** Φ(x) − ½ for |x| up to 0.674. */
function centre(x: number): number {
  const q = x * x;
  const top =
    (((0.06568233791820745 * q + 2.2352520354606837) * q + 161.02823106855587) * q +
      1067.6894854603709) *
      q +
    18154.98125334356;
  const bottom =
    (((q + 47.202581904688245) * q + 976.0985517377767) * q + 10260.932208618979) * q +
    45507.78933502673;
  return (x * top) / bottom;
}

/** 1 − Φ(y) for 0.674 … √32. */
function middle(y: number): number {
  const top =
    (((((((1.0765576773720192e-8 * y + 0.39894151208813466) * y + 8.883149794388377) * y +
      93.50665613217785) *
      y +
      597.2702763948002) *
      y +
      2494.5375852903726) *
      y +
      6848.190450536283) *
      y +
      11602.65143764735) *
      y +
    9842.714838383978;
  const bottom =
    (((((((y + 22.266688044328117) * y + 235.387901782625) * y + 1519.3775994075547) * y +
      6485.558298266761) *
      y +
      18615.571640885097) *
      y +
      34900.95272114598) *
      y +
      38912.00328609327) *
      y +
    19685.429676859992;
  return (density(y) * top) / bottom;
}

/** 1 − Φ(y) beyond √32. */
function far(y: number): number {
  if (y > 38.5) return 0;
  const q = 1 / (y * y);
  const top =
    ((((0.023073441764940174 * q + 0.215898534057957) * q + 0.12740116116024736) * q +
      0.022235277870649807) *
      q +
      0.0014216191932278934) *
      q +
    2.9112874951168793e-5;
  const bottom =
    ((((q + 1.284260096144911) * q + 0.4682382124808651) * q + 0.06598813786892856) * q +
      0.0037823963320275824) *
      q +
    7.297515550839662e-5;
  const ratio = (q * top) / bottom;
  return (density(y) * (0.3989422804014327 - ratio)) / y;
}

/** e^(−y²/2), with y split at 1/16 so that the square's rounding does not grow in the exponent. */
function density(y: number): number {
  const near = Math.floor(y * 16) / 16;
  const rest = (y - near) * (y + near);
  return exp(-near * near * 0.5) * exp(-rest * 0.5);
}
