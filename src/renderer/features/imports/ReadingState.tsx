/** How far reading a list is, or why it cannot be read, with what to do about it. */

import { Button, Group } from '@mantine/core'
import type { Progress } from '../../../contract/protocol.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'

/** While a list that is looked at is read again, what was read before stays on the screen. */
export function ReadingState() {
  const { components, imports: text } = useText()
  const { reading, dispatch, taking } = useImportWork()
  const { failure, progress, isBehind, tryAgain, stop } = reading
  if (taking.isRunning) return <Floating progress={taking.progress} onCancel={taking.cancel} />
  if (failure) {
    return (
      <div>
        <FailureAlert failure={failure} />
        <Group mt={6} gap="xs">
          <Button size="compact-sm" onClick={tryAgain}>
            {components.failure.tryAgain}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => dispatch({ type: 'giveUpChoices' })}>
            {text.giveUpChoices}
          </Button>
        </Group>
      </div>
    )
  }
  if (isBehind && progress) return <Floating progress={progress} onCancel={stop} />
  return (
    <>
      <FailureAlert failure={taking.failure} />
      {isBehind && (
        <div className={classes.readingAgain} role="status">
          {text.readingAgain}
        </div>
      )}
    </>
  )
}

/** Over the screen, so that nothing moves under the clerk's hands. */
function Floating(props: { progress: Progress | null; onCancel: () => void }) {
  return (
    <div className={classes.floating}>
      <JobProgress {...props} />
    </div>
  )
}
