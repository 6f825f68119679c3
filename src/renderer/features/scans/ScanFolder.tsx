/** The folder the scanner writes to: looked into every few seconds while this screen is open. */

import { Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'
import classes from './Scans.module.css'

const LOOK_EVERY_MS = 5000

interface ScanFolderProps {
  onFiles: (files: string[]) => void
  isReading: boolean
}

export function ScanFolder({ onFiles, isReading }: ScanFolderProps) {
  const text = useText().scans
  const { client } = useOffice()
  const { run, isRunning } = useOfficeCommand('scans.watch')
  const [folder, setFolder] = useState<string | null>()
  useEffect(() => {
    let isHere = true
    async function look(): Promise<void> {
      const reply = await client.job('scans.waiting', {}, {})
      if (!isHere || !reply.ok) return
      setFolder(reply.value.folder)
      if (reply.value.files.length > 0 && !isReading) onFiles(reply.value.files)
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [client, isReading, onFiles])
  async function choose(): Promise<void> {
    const chosen = await window.shell.chooseFolder('scan')
    if (chosen && (await run({ folder: chosen }))) setFolder(chosen)
  }
  async function leave(): Promise<void> {
    if (await run({ folder: null })) setFolder(null)
  }
  if (folder === undefined) return null
  return (
    <Group gap="xs" wrap="nowrap" ml="auto" className={classes.folder ?? ''}>
      {folder && (
        <Text size="sm" truncate title={folder}>
          {text.watching(folder)}
        </Text>
      )}
      <Button
        size="compact-sm"
        variant="default"
        loading={isRunning}
        onClick={() => void (folder ? leave() : choose())}
      >
        {folder ? text.stopWatching : text.watch}
      </Button>
    </Group>
  )
}
