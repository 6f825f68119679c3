/** Reading stacks: chosen by hand, dropped on the window, or found in the scanner's folder. */

import { notifications } from '@mantine/notifications'
import { useCallback, useEffect } from 'react'
import { type RunningJob, useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export interface ReadingScans extends Omit<RunningJob<'scans.read'>, 'run'> {
  read: (files: string[]) => void
  choose: () => Promise<void>
}

export function useReadingScans(
  eventId: string | null,
  dropped: readonly string[] | undefined,
  onTaken: () => void,
): ReadingScans {
  const text = useText().scans
  const { run, ...job } = useOfficeJob('scans.read')
  const read = useCallback(
    (files: string[]) =>
      void run({ files, eventId }).then((done) => {
        if (!done) return
        notifications.show({ message: text.read(done.pageIds.length, done.states.matched) })
        for (const { fileName, what } of done.leftOut) {
          notifications.show({ color: 'orange', title: fileName, message: what, autoClose: 15_000 })
        }
      }),
    [run, eventId, text],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is read once.
  useEffect(() => {
    if (!dropped) return
    read([...dropped])
    onTaken()
  }, [dropped])
  async function choose(): Promise<void> {
    const files = await window.shell.chooseFiles('scan')
    if (files.length > 0) read(files)
  }
  return { ...job, read, choose }
}
