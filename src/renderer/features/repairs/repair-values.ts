/** A repair while it is being typed: what is missing, how its readings look, and how it goes to the office. */

import type { Input } from '../../../contract/contract.ts'
import type { Day } from '../../../domain/day.ts'
import { periodOf } from '../../../domain/period.ts'
import { type CheckResult, checkResults, type RepairCheck, type RepairReadings } from '../../../domain/repair.ts'
import { EMPTY_LINE, isBlankLine, LINE_FIELDS, type LineValues, lineOf } from '../../components/pasted-lines.ts'

export interface ReadingValues {
  insulationMegaohm: number | string
  rcdTripMilliseconds: number | string
  polarityCorrect: boolean
  poweredOn: boolean
}

export interface RepairValues {
  campaignId: string | null
  doneOn: string
  conditionFound: string
  crew: string
  fundingSource: string
  items: LineValues[]
  readings: ReadingValues
}

/** What was seen is ticked by whoever saw it: nothing has passed before. */
export function blankRepair(today: Day): RepairValues {
  return {
    campaignId: null,
    doneOn: today,
    conditionFound: '',
    crew: '',
    fundingSource: '',
    items: [{ ...EMPTY_LINE }],
    readings: { insulationMegaohm: '', rcdTripMilliseconds: '', polarityCorrect: false, poweredOn: false },
  }
}

/** The next one of a pile of papers: day, crew, money and campaign are mostly those of the one before. */
export function nextRepair(recorded: RepairValues, today: Day): RepairValues {
  const { campaignId, doneOn, crew, fundingSource } = recorded
  return { ...blankRepair(today), campaignId, doneOn, crew, fundingSource }
}

/** The lines that were begun, by their place in the form; the first where none was. */
function begunLines(items: readonly LineValues[]): number[] {
  const begun = [...items.keys()].filter((at) => !isBlankLine(items[at] ?? EMPTY_LINE))
  return begun.length > 0 ? begun : [0]
}

/** Paths of the fields that must be filled and are not, in the order of the form. */
export function missingFields(values: RepairValues, householdId: string | null): string[] {
  const texts = (['doneOn', 'crew', 'conditionFound'] as const).filter((name) => values[name].trim() === '')
  const cells = begunLines(values.items).flatMap((at) =>
    LINE_FIELDS.filter((name) => String(values.items[at]?.[name] ?? '').trim() === '').map(
      (name) => `items.${at}.${name}`,
    ),
  )
  const readings = values.readings.insulationMegaohm === '' ? ['readings.insulationMegaohm'] : []
  return [...(householdId ? [] : ['householdId']), ...texts, ...cells, ...readings]
}

/** Readings as the rules take them. */
export function readingsOf({ insulationMegaohm, rcdTripMilliseconds, ...seen }: ReadingValues): RepairReadings {
  return {
    ...seen,
    insulationMegaohm: insulationMegaohm === '' ? Number.NaN : Number(insulationMegaohm),
    rcdTripMilliseconds: rcdTripMilliseconds === '' ? null : Number(rcdTripMilliseconds),
  }
}

/** How each check stands while it is being typed; `open` where nobody has looked yet. */
export function typedResults(readings: ReadingValues): Record<RepairCheck, CheckResult | 'open'> {
  const results = checkResults(readingsOf(readings))
  return {
    ...results,
    insulation: readings.insulationMegaohm === '' ? 'open' : results.insulation,
    polarity: readings.polarityCorrect ? 'passed' : 'open',
    poweredOn: readings.poweredOn ? 'passed' : 'open',
  }
}

/** Lines nobody has begun stay at home. */
export function repairOf(values: RepairValues, householdId: string): Input<'repairs.record'> {
  const { items, readings, doneOn, ...texts } = values
  const lines = begunLines(items).map((at) => lineOf(items[at] ?? EMPTY_LINE))
  return { ...texts, householdId, doneOn: doneOn as Day, items: lines, readings: readingsOf(readings) }
}

/** What the office says of the lines it got, said of the lines of the form. */
export function errorsInForm(errors: Record<string, string>, values: RepairValues): Record<string, string> {
  const begun = begunLines(values.items)
  return Object.fromEntries(
    Object.entries(errors).map(([path, words]) => {
      const place = /^items\.(\d+)(.*)$/.exec(path)
      return [place ? `items.${begun[Number(place[1])]}${place[2]}` : path, words]
    }),
  )
}

/** Work of a month that is over is certified in that month, so that the month can be closed; else today. */
export function certificateDay(doneOn: Day, today: Day): Day {
  return periodOf(doneOn) < periodOf(today) ? doneOn : today
}
