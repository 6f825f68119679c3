/** The folder the scanner writes to: chosen here, watched whatever screen is open, told when it cannot be opened. */

import { Button, Group, Text } from '@mantine/core'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { useScanReading } from './ScanReading.tsx'
import classes from './Scans.module.css'

export function WatchedFolder() {
  const text = useText().scans
  const { watched, look } = useScanReading()
  const { run, isRunning, failure } = useOfficeCommand('scans.watch')
  async function watch(folder: string | null): Promise<void> {
    if (await run({ folder })) look()
  }
  async function choose(): Promise<void> {
    const chosen = await window.shell.chooseFolder('scan')
    if (chosen) await watch(chosen)
  }
  const folder = watched?.folder ?? null
  return (
    <Group gap="xs" wrap="nowrap" ml="auto" className={classes.folder ?? ''}>
      <FailureAlert failure={failure} />
      {folder && (
        <Text size="sm" truncate title={folder} {...(watched?.isThere ? {} : { c: 'red.9', role: 'alert' })}>
          {watched?.isThere ? text.watching(folder) : text.folderGone(folder)}
        </Text>
      )}
      <Button
        size="compact-sm"
        variant="default"
        flex="none"
        loading={isRunning}
        onClick={() => void (folder ? watch(null) : choose())}
      >
        {folder ? text.stopWatching : text.watch}
      </Button>
    </Group>
  )
}
