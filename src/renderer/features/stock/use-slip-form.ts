/** The work of a slip's form: what is missing, items that are new, and the slip that is booked. */

import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { StockItem, StockPlaceLine } from '../../../contract/stock.ts'
import type { Day } from '../../../domain/day.ts'
import { fieldErrors } from '../../components/form-errors.ts'
import { begunLines } from '../../components/pasted-lines.ts'
import { useQuietPrinting } from '../../components/printing/use-quiet-printing.ts'
import { itemOfLine } from '../../components/stock-items.ts'
import { useOfficeCommand, useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { blankSlip, missingInSlip, newItems, type SlipValues, slipErrors, slipOf } from './slip-values.ts'
import type { SlipRoute } from './stock-view.ts'

interface SlipFormOptions {
  route: SlipRoute
  today: Day
  places: readonly StockPlaceLine[]
  items: readonly StockItem[]
  onBooked: () => void
}

export function useSlipForm({ route, today, places, items, onBooked }: SlipFormOptions) {
  const text = useText()
  const words = text.stock.form
  const move = useOfficeCommand('stock.move')
  const addItem = useOfficeCommand('stock.addItem')
  const printing = useSlipPrinting()
  const form = useForm<SlipValues>({ mode: 'controlled', initialValues: blankSlip(route, places, today) })
  const values = form.getValues()
  /** How often something was wrong: each time the first such field gets the keys. */
  const [attempts, setAttempts] = useState(0)
  const failure = move.failure ?? addItem.failure
  const added = route === 'in' ? newItems(values, items) : []

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the office is shown once.
  useEffect(() => {
    if (move.failure?.family !== 'invalid-input') return
    tell(slipErrors(fieldErrors(text, move.failure), values))
  }, [move.failure])

  function tell(errors: Record<string, string>): void {
    form.setErrors(errors)
    setAttempts((count) => count + 1)
  }
  function whatIsWrong(): Record<string, string> {
    const missing = missingInSlip(values).map((path) => [path, text.failures.inputProblems.required] as const)
    const unknown = begunLines(values.lines)
      .filter((at) => {
        const line = values.lines[at]
        return route !== 'in' && line && line.name.trim() !== '' && !itemOfLine(line, items)
      })
      .map((at) => [`lines.${at}.name`, words.unknownItem] as const)
    return Object.fromEntries([...unknown, ...missing])
  }
  async function book(isPrinted: boolean): Promise<void> {
    const wrong = whatIsWrong()
    if (Object.keys(wrong).length > 0) return tell(wrong)
    const known = [...items]
    for (const item of added) {
      const answer = await addItem.run(item)
      if (!answer) return
      known.push({ ...item, ...answer })
    }
    const booked = await move.run(slipOf(values, known))
    if (!booked) return
    notifications.show({ message: words.kept(booked.documentNumber), color: 'teal' })
    onBooked()
    if (isPrinted) await printing.print(booked.slipId)
  }
  return { form, values, book, added, attempts, failure, isRunning: move.isRunning || addItem.isRunning }
}

/** Prints one slip, or shows it where no printer is chosen. */
export function useSlipPrinting() {
  const { run, isRunning, failure } = useOfficeJob('papers.stockSlip')
  const printQuietly = useQuietPrinting()
  async function print(slipId: string): Promise<void> {
    const printed = await run({ slipId })
    if (printed) await printQuietly(printed)
  }
  return { print, isRunning, failure }
}
