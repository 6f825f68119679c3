/** The form that closes a month, filled in by hand: a word to each warning that has none, then the month's number. */

import { formatPeriod, type Period } from '../../src/domain/period.ts'
import type { Desktop } from './desktop.ts'

export async function fillClosing(desktop: Desktop, month: Period): Promise<void> {
  const fields = desktop.page.getByRole('dialog').getByRole('textbox')
  await fields.first().waitFor()
  const last = (await fields.count()) - 1
  for (let field = 0; field < last; field += 1) {
    if ((await fields.nth(field).inputValue()) !== '') continue
    await fields.nth(field).focus()
    await desktop.type('Da xem lai voi xa')
  }
  await fields.nth(last).focus()
  await desktop.type(formatPeriod(month))
}
