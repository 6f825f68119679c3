/**
 * What the forms of steps share: what is typed outlasts the form until it is kept, and what is wrong is told at its
 * field, which then has the keys.
 */

import { useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../contract/failure.ts'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useText } from '../../../text/language.ts'

/** Forms that were begun, by repair; in memory only, for they name people. */
export type Drafts<Values> = Map<string, Values>

interface StepFormOptions<Values> {
  drafts: Drafts<Values>
  /** The repair, or another name of what is typed. */
  draftKey: string
  begin: () => Values
  /** What the office said last. */
  failure: Failure | null
  /** Where a field of the office's input stands in the form. */
  pathOf?: (path: string, values: Values) => string
}

export function useStepForm<Values extends object>(options: StepFormOptions<Values>) {
  const { drafts, draftKey, begin, failure, pathOf = (path) => path } = options
  const text = useText()
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: drafts.get(draftKey) ?? begin(),
    onValuesChange: (typed) => void drafts.set(draftKey, typed),
  })
  const content = useRef<HTMLDivElement>(null)
  /** How often something was wrong: each time the first such field gets the keys. */
  const [attempts, setAttempts] = useState(0)

  function refuse(errors: Record<string, string>): void {
    form.setErrors(errors)
    setAttempts((count) => count + 1)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the office is shown once.
  useEffect(() => {
    if (failure?.family !== 'invalid-input') return
    const errors = Object.entries(fieldErrors(text, failure))
    refuse(Object.fromEntries(errors.map(([path, words]) => [pathOf(path, form.getValues()), words])))
  }, [failure])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each attempt that went wrong.
  useEffect(() => {
    content.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])

  return {
    form,
    values: form.getValues(),
    content,
    /** The properties of the field at a path. */
    field: (path: string) => ({ autoComplete: 'off', spellCheck: false, ...form.getInputProps(path) }),
    /** Fields that must be filled and are not; answers whether there are any. */
    refuseMissing: (paths: readonly string[]) => {
      refuse(Object.fromEntries(paths.map((path) => [path, text.failures.inputProblems.required])))
      return paths.length > 0
    },
    refuse,
    /** What was typed has been kept. */
    settle: () => void drafts.delete(draftKey),
  }
}

/** Paths of these fields whose text is empty. */
export function emptyTexts<Values extends object>(values: Values, names: readonly (keyof Values & string)[]): string[] {
  return names.filter((name) => String(values[name] ?? '').trim() === '')
}
