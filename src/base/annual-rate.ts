const highest = 10;

/**
 * The all-in annual rate of an instalment plan as a share: twelve times the monthly internal rate of return of lending
 * 1, paid back in `term` equal parts of principal and a fee of `feeMonthlyBps` on the whole principal each month.
 * By bisection with + − × ÷ only, so every engine gives the same bits; rounded to 0.0001. At most 120.
 */
export function annualRate(feeMonthlyBps: number, term: number): number {
  if (!(feeMonthlyBps > 0) || !(term > 0)) return 0;
  const payment = 1 / term + feeMonthlyBps / 10_000;
  let low = 0;
  let high = highest;
  for (let step = 0; step < 60; step++) {
    const rate = (low + high) / 2;
    if (presentValue(payment, rate, term) > 1) low = rate;
    else high = rate;
  }
  return Math.floor(12 * low * 10_000 + 0.5) / 10_000;
}

function presentValue(payment: number, rate: number, term: number): number {
  let value = 0;
  let discount = 1;
  for (let month = 0; month < term; month++) {
    discount /= 1 + rate;
    value += payment * discount;
  }
  return value;
}
