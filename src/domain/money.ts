/** Money is whole đồng in an integer: never a fraction, never another currency. */

import type { Brand } from './brand.ts'

export type Dong = Brand<number, 'Dong'>

/** The most one amount may be: a thousand billion đồng, far above any budget here and far below 2^53. */
export const LARGEST_AMOUNT_DONG = 1_000_000_000_000_000

export function isDong(value: number): value is Dong {
  return Number.isSafeInteger(value) && Math.abs(value) <= LARGEST_AMOUNT_DONG
}

/** Takes a whole number as đồng. Throws on a fraction or an amount out of bounds: rules check before they compute. */
export function dong(value: number): Dong {
  if (!isDong(value)) throw new RangeError(`Not an amount in whole đồng: ${value}`)
  return value
}

export function sumDong(amounts: Iterable<number>): Dong {
  let total = 0
  for (const amount of amounts) total += amount
  return dong(total)
}

/**
 * A line's amount: quantity × unit price. A quantity counts to the thousandth (12.5 m of wire); half a đồng rounds up.
 * Thousandths are taken as whole numbers first, so that 1.15 × 10 is 11.5 and not a hair less.
 */
export function lineAmountDong(quantity: number, unitPriceDong: number): Dong {
  return dong(Math.round((Math.round(quantity * 1000) * unitPriceDong) / 1000))
}

/** Figures as Vietnamese papers write them: 1.500.000, with dots between thousands and no sign of currency. */
export function formatDong(amountDong: number): string {
  const digits = Math.abs(amountDong)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
  return amountDong < 0 ? `-${digits}` : digits
}
