/** "Lưu tệp kèm lỗi": the sender's own workbook with what is wrong with each row, to be sent back. */

import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useLanguage, useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { findingsFileName, nameOfList } from './list-names.ts'
import type { Work } from './wizard.ts'

export function SaveFindings({ work }: { work: Work }) {
  const { imports } = useText()
  const { saveFindings: text } = imports
  const { language } = useLanguage()
  const { run, isRunning, progress, failure, cancel } = useOfficeJob('imports.saveFindings')

  async function save(): Promise<void> {
    const suggested = findingsFileName(nameOfList(work.preview.fileName, imports), text.suffix)
    const file = await window.shell.saveFile('list', suggested)
    if (!file) return
    const saved = await run({ source: work.source, choices: work.asked.choices, language, file })
    if (!saved) return
    notifications.show({
      color: 'teal',
      autoClose: 15_000,
      message: (
        <Group gap="xs" justify="space-between">
          <Text size="sm">{text.saved(showCount(saved.rowCount))}</Text>
          <Button size="compact-sm" variant="default" onClick={() => void window.shell.showInFolder(saved.file)}>
            {text.show}
          </Button>
        </Group>
      ),
    })
  }
  if (isRunning) return <JobProgress progress={progress} onCancel={cancel} />
  return (
    <div className={classes.saveFindings}>
      <CommandButton
        variant="default"
        size="compact-sm"
        command={{ id: 'imports.saveFindings', keys: 'mod+S', label: text.save, run: () => void save() }}
      />
      <FailureAlert failure={failure} />
    </div>
  )
}
