/** The readings, one line each: what is measured, its limit, the field, and whether it passes, told as it is typed. */

import { Group, NumberInput, Radio, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { CheckRequirement, CheckResult, RepairCheck } from '../../../../../domain/repair-check.ts'
import { showQuantity } from '../../../../components/formats.ts'
import { Icon } from '../../../../components/Icon.tsx'
import { STATE_COLORS } from '../../../../components/state-colors.ts'
import { useText } from '../../../../text/language.ts'
import type { Text as Words } from '../../../../text/texts.ts'
import classes from './Checks.module.css'
import { FIELD_OF, type TypedCheck } from './check-values.ts'

/** The properties of a reading's field as the form gives them. */
interface ReadingField {
  error?: ReactNode
  value?: string | number
  onChange: (value: string | number) => void
}

interface ReadingFieldsProps {
  checks: readonly TypedCheck[]
  field: (path: string) => ReadingField
}

export function ReadingFields({ checks, field }: ReadingFieldsProps) {
  const words = useText().repairs.form.checks
  return (
    <fieldset className={classes.readings}>
      <legend className={classes.legend}>
        {words.readings} <span className={classes.hint}>{words.standard}</span>
      </legend>
      {checks.map((check) => (
        <Reading key={check.check} check={check} field={field} />
      ))}
    </fieldset>
  )
}

function Reading({
  check: { check, requirement, result },
  field,
}: {
  check: TypedCheck
  field: ReadingFieldsProps['field']
}) {
  const text = useText()
  const words = text.repairs.form.checks
  const props = field(`readings.${FIELD_OF[check]}`)
  const isWrong = result === 'failed'
  const label = text.trade.repairChecks[check]
  return (
    <div className={classes.reading} data-wrong={isWrong || undefined}>
      <span className={classes.name}>{label}</span>
      <span className={classes.limit}>{tellRequirement(requirement, text)}</span>
      {requirement.kind === 'yes' ? (
        <YesOrNo label={label} hasNone={check === 'rcdTestButton'} {...props} />
      ) : (
        <NumberInput
          size="xs"
          aria-label={label}
          placeholder={canBeAbsent(check) ? words.absent : ''}
          hideControls
          decimalSeparator=","
          decimalScale={3}
          allowNegative={false}
          rightSection={<span className={classes.unit}>{text.repairs.units[requirement.unit]}</span>}
          rightSectionWidth={36}
          {...props}
          error={props.error ?? isWrong}
        />
      )}
      <Result result={result} />
    </div>
  )
}

const canBeAbsent = (check: RepairCheck) => check !== 'insulation'

/** "≥ 1 MΩ", "≤ 300 ms", or that it must be so. */
export function tellRequirement(requirement: CheckRequirement, { repairs: { checks, units } }: Words): string {
  if (requirement.kind === 'yes') return checks.yes
  const tell = requirement.kind === 'atLeast' ? checks.atLeast : checks.atMost
  return tell(showQuantity(requirement.value), units[requirement.unit])
}

interface YesOrNoProps extends ReadingField {
  label: string
  hasNone: boolean
}

function YesOrNo({ label, hasNone, error, value, onChange }: YesOrNoProps) {
  const { repairs: text } = useText()
  const choices = [
    { value: 'yes', label: text.checks.isYes },
    { value: 'no', label: text.checks.isNo },
    ...(hasNone ? [{ value: 'absent', label: text.checks.results.notPresent }] : []),
  ]
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label}>
      <Group gap="sm" wrap="nowrap">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            size="xs"
            name={name}
            {...choice}
            aria-invalid={Boolean(error) || undefined}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
        ))}
      </Group>
      {error && (
        <Text size="xs" c="red.9">
          {error}
        </Text>
      )}
    </div>
  )
}

const COLORS: Record<CheckResult | 'open', string> = {
  passed: STATE_COLORS.good,
  failed: STATE_COLORS.bad,
  notPresent: STATE_COLORS.quiet,
  open: STATE_COLORS.quiet,
}

export function Result({ result }: { result: CheckResult | 'open' }) {
  const { results } = useText().repairs.checks
  return (
    <Group gap={4} c={COLORS[result]} wrap="nowrap" role="status">
      {result === 'passed' && <Icon name="done" size={14} />}
      {result === 'failed' && <Icon name="warning" size={14} />}
      <Text size="sm" fw={600}>
        {results[result]}
      </Text>
    </Group>
  )
}
