/** Printed = signed + void + blank + missing; what is open is red, and a click on a part shows its papers alone. */

import type { Balance } from '../../../../contract/distributions.ts'
import { SHEET_FATES, type SheetFate } from '../../../../domain/distribution.ts'
import { showCount } from '../../../components/formats.ts'
import { Icon } from '../../../components/Icon.tsx'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'

/** In the order of the equation, what is not accounted for last. */
const PARTS = [...SHEET_FATES.filter((fate) => fate !== 'open'), 'open'] as const

interface BalancePanelProps {
  balance: Balance
  shown: SheetFate | undefined
  onShow: (fate: SheetFate | undefined) => void
}

export function BalancePanel({ balance, shown, onShow }: BalancePanelProps) {
  const { balance: text } = useText().distributions
  const { trade } = useText()
  const wordOf = (fate: SheetFate) => (fate === 'open' ? text.opened : text[fate])
  return (
    <fieldset className={classes.balance} aria-label={text.label}>
      <button
        type="button"
        className={classes.part}
        aria-pressed={shown === undefined}
        title={text.showAll}
        onClick={() => onShow(undefined)}
      >
        {text.printed} <strong>{showCount(balance.printed)}</strong>
      </button>
      {PARTS.filter((fate) => fate !== 'open' || !balance.isBalanced).map((fate, index) => (
        <span key={fate}>
          <span className={classes.sign}>{index === 0 ? '=' : '+'} </span>
          <button
            type="button"
            className={classes.part}
            aria-pressed={shown === fate}
            title={text.showOnly(trade.sheetFates[fate])}
            data-wrong={fate === 'open' || undefined}
            onClick={() => onShow(shown === fate ? undefined : fate)}
          >
            <strong>{showCount(balance[fate])}</strong> {wordOf(fate)}
          </button>
        </span>
      ))}
      {balance.isBalanced && (
        <span className={classes.balanced} role="status">
          <Icon name="done" size={16} /> {text.isBalanced}
        </span>
      )}
    </fieldset>
  )
}
