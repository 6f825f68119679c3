/** The foot of a step: back at the left, the way on at the right. Enter goes on wherever nothing else wants it. */

import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { KeyHint } from '../../commands/KeyHint.tsx'
import { useCommands } from '../../commands/registry.ts'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { canGoTo, STEPS, type Step } from './wizard.ts'

const ENTER = 'Enter'

/** The step before or after the one that is shown, in the order of the trail. */
export function useStepBy(): { back: () => void; next: () => void; nextStep: Step | null; canGoOn: boolean } {
  const { wizard, dispatch } = useImportWork()
  const at = STEPS.indexOf(wizard.step)
  const before = STEPS[at - 1]
  const after = STEPS[at + 1] ?? null
  return {
    back: () => before && dispatch({ type: 'goTo', step: before }),
    next: () => after && dispatch({ type: 'goTo', step: after }),
    nextStep: after,
    canGoOn: after !== null && canGoTo(wizard, after),
  }
}

export function BackButton({ isDisabled = false }: { isDisabled?: boolean }) {
  const text = useText().imports
  const { back } = useStepBy()
  return (
    <CommandButton
      variant="default"
      command={{ id: 'imports.back', keys: 'Alt+ArrowLeft', label: text.back, run: back, isDisabled }}
    />
  )
}

/** What has a use of its own for Enter. */
const KEEPS_ENTER = 'button, a, input, textarea, [role="dialog"], [data-keeps-enter]'

/** Enter goes on wherever nothing else wants it. */
function useEnter(goOn: () => void, isUsable: boolean): void {
  useEffect(() => {
    if (!isUsable) return
    function onKeyDown(event: KeyboardEvent): void {
      const isPlain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.isComposing && !event.repeat
      if (event.key !== 'Enter' || !isPlain || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(KEEPS_ENTER)) return
      event.preventDefault()
      goOn()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}

/** The foot of a step that leads to another. `takesFocus` lets Enter go on at once. */
export function WizardFoot({ children, takesFocus = false }: { children?: ReactNode; takesFocus?: boolean }) {
  const text = useText().imports
  const { next, nextStep, canGoOn } = useStepBy()
  const isNamed = (step: Step | null): step is keyof typeof text.nextStep => step !== null && step in text.nextStep
  const label = isNamed(nextStep) ? `${text.next}: ${text.nextStep[nextStep]}` : text.next
  useCommands([{ id: 'imports.next', keys: 'Alt+ArrowRight', label, run: next, isDisabled: !canGoOn }])
  useEnter(next, canGoOn)
  return (
    <div className={classes.foot}>
      <BackButton />
      <div className={classes.footNote}>{children}</div>
      <Button autoFocus={takesFocus} onClick={next} disabled={!canGoOn} rightSection={<KeyHint keys={ENTER} />}>
        {label}
      </Button>
    </div>
  )
}
