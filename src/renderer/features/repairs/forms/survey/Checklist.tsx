/**
 * The checklist of a survey: a digit sets the condition of a point and goes on to the next, arrows change it, Enter
 * goes to its note. So a paper form is typed as it is read.
 */

import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useRef } from 'react'
import { SURVEY_CONDITIONS, SURVEY_POINTS, type SurveyPoint } from '../../../../../domain/wiring-survey.ts'
import { useText } from '../../../../text/language.ts'
import classes from './Checklist.module.css'
import { conditionByKey, type FindingValues, type SurveyValues } from './survey-values.ts'

interface ChecklistProps {
  findings: SurveyValues['findings']
  errors: Record<string, unknown>
  onChange: (point: SurveyPoint, finding: FindingValues) => void
}

export function Checklist({ findings, errors, onChange }: ChecklistProps) {
  const words = useText().repairs.form.survey
  const list = useRef<HTMLFieldSetElement>(null)
  const goTo = (at: number) => {
    const row = list.current?.querySelectorAll('[data-point]')[at]
    const chosen = row?.querySelector<HTMLInputElement>('input:checked') ?? row?.querySelector('input')
    chosen?.focus()
    chosen?.scrollIntoView({ block: 'nearest' })
  }
  function onKeyDown(event: KeyboardEvent, at: number, point: SurveyPoint): void {
    const condition = event.ctrlKey || event.altKey ? null : conditionByKey(event.key)
    if (!condition) return
    event.preventDefault()
    onChange(point, { ...findings[point], condition })
    if (at + 1 < SURVEY_POINTS.length) {
      goTo(at + 1)
      return
    }
    // Of the last point the chosen one has the keys, so that Enter goes on from there.
    const choices = list.current?.querySelectorAll('[data-point]')[at]?.querySelectorAll('input[type="radio"]')
    const chosen = choices?.[SURVEY_CONDITIONS.indexOf(condition)]
    if (chosen instanceof HTMLElement) chosen.focus()
  }
  return (
    <fieldset ref={list} className={classes.list}>
      <legend className={classes.legend}>
        {words.checklist} <span className={classes.hint}>{words.checklistHint}</span>
      </legend>
      {SURVEY_POINTS.map((point, at) => (
        <Point
          key={point}
          point={point}
          finding={findings[point]}
          isWrong={Boolean(errors[`findings.${point}.condition`])}
          noteError={errors[`findings.${point}.note`]}
          onChange={(finding) => onChange(point, finding)}
          onKeyDown={(event) => onKeyDown(event, at, point)}
        />
      ))}
    </fieldset>
  )
}

interface PointProps {
  point: SurveyPoint
  finding: FindingValues
  isWrong: boolean
  noteError: unknown
  onChange: (finding: FindingValues) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function Point({ point, finding, isWrong, noteError, onChange, onKeyDown }: PointProps) {
  const { repairs: text, trade } = useText()
  const name = useId()
  return (
    <div data-point className={classes.point}>
      <span id={name} className={classes.name}>
        {trade.surveyPoints[point]}
      </span>
      <div role="radiogroup" aria-labelledby={name} className={classes.conditions}>
        {SURVEY_CONDITIONS.map((condition, at) => (
          <label key={condition} className={classes.condition} data-condition={condition}>
            <input
              type="radio"
              name={name}
              className={classes.radio}
              aria-invalid={isWrong || undefined}
              checked={finding.condition === condition}
              onChange={() => onChange({ ...finding, condition })}
              onKeyDown={onKeyDown}
            />
            <span aria-hidden className={classes.digit}>
              {at + 1}
            </span>
            {trade.surveyConditions[condition]}
          </label>
        ))}
      </div>
      <TextInput
        size="xs"
        aria-label={text.form.survey.note(trade.surveyPoints[point])}
        placeholder={text.form.survey.noteShort}
        autoComplete="off"
        spellCheck={false}
        value={finding.note}
        error={typeof noteError === 'string' ? noteError : null}
        onChange={(event) => onChange({ ...finding, note: event.currentTarget.value })}
      />
    </div>
  )
}
