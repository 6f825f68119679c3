/** A survey while it is typed off its paper form, and as the office takes it. */

import type { Input } from '../../../../../contract/contract.ts'
import type { RepairDetail } from '../../../../../contract/repairs.ts'
import type { StockItem } from '../../../../../contract/stock.ts'
import type { Day } from '../../../../../domain/day.ts'
import {
  SURVEY_CONDITIONS,
  SURVEY_POINTS,
  type SurveyCondition,
  type SurveyPoint,
} from '../../../../../domain/wiring-survey.ts'
import type { Text } from '../../../../text/texts.ts'
import { type ItemValues, itemPath, itemsOf, itemValuesOf } from '../work/item-values.ts'

export interface FindingValues {
  /** Empty until somebody says. */
  condition: SurveyCondition | ''
  note: string
}

export interface SurveyValues extends ItemValues {
  on: string
  surveyor: string
  conditionFound: string
  neededWork: string
  findings: Record<SurveyPoint, FindingValues>
}

export function surveyValuesOf(
  { survey, need }: Pick<RepairDetail, 'survey' | 'need'>,
  before: { on: string; surveyor: string },
): SurveyValues {
  const findingOf = (point: SurveyPoint): FindingValues => {
    const finding = survey?.findings.find((one) => one.point === point)
    return { condition: finding?.condition ?? '', note: finding?.note ?? '' }
  }
  return {
    ...before,
    conditionFound: survey?.conditionFound ?? '',
    neededWork: survey?.neededWork ?? need ?? '',
    findings: mapPoints(findingOf),
    ...itemValuesOf(survey?.items ?? []),
  }
}

function mapPoints<Value>(make: (point: SurveyPoint) => Value): Record<SurveyPoint, Value> {
  const made = SURVEY_POINTS.map((point) => [point, make(point)] as const)
  return Object.fromEntries(made) as Record<SurveyPoint, Value>
}

/** The condition a digit stands for: 1 to 4 in the order of the form. */
export function conditionByKey(key: string): SurveyCondition | null {
  return SURVEY_CONDITIONS[Number(key) - 1] ?? null
}

/** The points that were told, in the order of the form. */
function toldPoints({ findings }: Pick<SurveyValues, 'findings'>): SurveyPoint[] {
  return SURVEY_POINTS.filter((point) => findings[point].condition !== '' || findings[point].note.trim() !== '')
}

/** What is wrong in one sentence, for the papers, made of the points: a clerk who types no other keeps it. */
export function conditionInShort(
  { findings }: Pick<SurveyValues, 'findings'>,
  { trade: { surveyPoints: points, surveyConditions: conditions } }: Text,
): string {
  const named = (['dangerous', 'absent', 'worn'] as const).flatMap((condition) => {
    const some = SURVEY_POINTS.filter((point) => findings[point].condition === condition)
    if (some.length === 0) return []
    const told = some.map((point) => pointWithNote(points[point].toLowerCase(), findings[point].note.trim()))
    return [`${conditions[condition]}: ${told.join(', ')}`]
  })
  if (named.length > 0) return named.join('; ')
  return toldPoints({ findings }).length > 0 ? conditions.good : ''
}

const pointWithNote = (point: string, note: string) => (note ? `${point} (${note})` : point)

/** Paths of the fields that must be filled and are not; a note needs its condition. */
export function missingInFindings({ findings }: SurveyValues): string[] {
  return SURVEY_POINTS.filter((point) => findings[point].condition === '' && findings[point].note.trim() !== '').map(
    (point) => `findings.${point}.condition`,
  )
}

export function surveyOf(values: SurveyValues, repairId: string, known: readonly StockItem[]): Input<'repairs.survey'> {
  const { on, surveyor, conditionFound, neededWork, findings } = values
  return {
    repairId,
    on: on as Day,
    surveyor,
    conditionFound,
    neededWork,
    findings: toldPoints(values).flatMap((point) => {
      const { condition, note } = findings[point]
      return condition === '' ? [] : [{ point, condition, note }]
    }),
    items: itemsOf(values, known),
  }
}

/** Where a field of the office's input stands in the form. */
export function surveyPath(path: string, values: SurveyValues): string {
  const place = /^findings\.(\d+)\.(.*)$/.exec(path)
  const point = place && toldPoints(values)[Number(place[1])]
  return place && point ? `findings.${point}.${place[2]}` : itemPath(path, values)
}
