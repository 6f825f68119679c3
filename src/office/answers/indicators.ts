/** Answers about indicators of service: the sheet of a month, and every version of every definition. */

import { type Period, period as periodFrom, previousPeriod } from '../../domain/period.ts'
import type { Reader } from '../../ledger/connection.ts'
import { definitionVersions, indicatorsOfMonth } from '../../ledger/indicators.ts'
import { closedThrough } from '../../ledger/months.ts'
import { done, type QueryHandler } from '../handler.ts'

export const indicatorsOfOneMonth: QueryHandler<'indicators.ofMonth'> = ({ reader }, { period }) => {
  const closed = closedThrough(reader)
  const valuesBefore = valuesOf(reader, previousPeriod(period))
  const valuesYearBefore = valuesOf(reader, yearBefore(period))
  return done({
    period,
    isClosed: closed !== null && period <= closed,
    indicators: indicatorsOfMonth(reader, period).map(({ position: _, ...indicator }) => ({
      ...indicator,
      valueMonthBefore: valuesBefore.get(indicator.code) ?? null,
      valueYearBefore: valuesYearBefore.get(indicator.code) ?? null,
    })),
  })
}

function valuesOf(reader: Reader, period: Period): Map<string, number | null> {
  return new Map(indicatorsOfMonth(reader, period).map(({ code, value }) => [code, value]))
}

function yearBefore(period: Period): Period {
  return periodFrom(`${Number(period.slice(0, 4)) - 1}${period.slice(4)}`)
}

export const versionsOfDefinitions: QueryHandler<'indicators.definitions'> = ({ reader }) =>
  done({ versions: definitionVersions(reader).map(({ position: _, ...version }) => version) })
