/** The steps of the wizard at the top: where the clerk is, and a way to any step that can be gone to. */

import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { canGoTo, STEPS } from './wizard.ts'

export function WizardTrail() {
  const text = useText().imports
  const { wizard, dispatch, taking } = useImportWork()
  const at = STEPS.indexOf(wizard.step)
  return (
    <nav aria-label={text.trail}>
      <ol className={classes.trail}>
        {STEPS.map((step, index) => (
          <li key={step} data-past={index < at || undefined}>
            <button
              type="button"
              aria-current={step === wizard.step ? 'step' : undefined}
              disabled={step !== wizard.step && (taking.isRunning || !canGoTo(wizard, step))}
              onClick={() => dispatch({ type: 'goTo', step })}
            >
              <span className={classes.stepNumber}>{index + 1}</span>
              {text.steps[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
