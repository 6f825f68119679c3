/** What a file would do, before it does it: what changes, every doubt with its row, and which columns were read. */

import { Alert, Badge, Checkbox, Group, Tabs, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type ImportPreview, ROW_EFFECTS } from '../../../contract/imports.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import { ColumnList } from './ColumnList.tsx'
import { FindingList } from './FindingList.tsx'
import classes from './Imports.module.css'
import { RowList } from './RowList.tsx'

interface ImportPreviewPanelProps {
  preview: ImportPreview
  isRunning: boolean
  onRun: () => void
}

export function ImportPreviewPanel({ preview, isRunning, onRun }: ImportPreviewPanelProps) {
  const text = useText().imports
  const { effects, alreadyImportedOn, unmatchedHeaders } = preview
  const usable = effects.new + effects.changed
  const isUsable = usable > 0 && alreadyImportedOn === null
  const button = useRef<HTMLDivElement>(null)
  // With the preview seen, Enter takes the list in.
  useEffect(() => button.current?.querySelector('button')?.focus(), [])
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={700}>{preview.fileName}</Text>
          <Text size="sm" c="gray.7">
            {text.sheet(preview.sheetName, preview.headerRowNumber)}
          </Text>
          {unmatchedHeaders.length > 0 && (
            <Text size="sm" c="gray.7" lineClamp={1} title={unmatchedHeaders.join(', ')}>
              {text.unmatched(unmatchedHeaders.join(', '))}
            </Text>
          )}
        </div>
        <div ref={button}>
          <CommandButton
            size="md"
            isRunning={isRunning}
            command={{
              id: 'imports.run',
              keys: 'F8',
              label: usable > 0 ? text.run(showCount(usable)) : text.nothing,
              run: onRun,
              isDisabled: !isUsable,
            }}
          />
        </div>
      </Group>
      {alreadyImportedOn && (
        <Alert color="orange" variant="light" p="xs">
          {text.alreadyImported(formatDay(alreadyImportedOn))}
        </Alert>
      )}
      <Effects preview={preview} />
      <Particulars preview={preview} />
    </>
  )
}

function Effects({ preview }: { preview: ImportPreview }) {
  const text = useText().imports
  return (
    <div className={classes.effects}>
      {ROW_EFFECTS.map((effect) => (
        <Effect
          key={effect}
          count={preview.effects[effect]}
          name={text.effects[effect]}
          isBad={effect === 'blocked' && preview.effects.blocked > 0}
        />
      ))}
      <Effect count={preview.warningCount} name={text.warnings} isBad={false} />
    </div>
  )
}

function Effect({ count, name, isBad }: { count: number; name: string; isBad: boolean }) {
  return (
    <div className={classes.effect}>
      <strong data-bad={isBad || undefined}>{showCount(count)}</strong>
      {name}
    </div>
  )
}

type Shown = 'findings' | 'rows' | 'columns'

function Particulars({ preview }: { preview: ImportPreview }) {
  const text = useText().imports
  const [shown, setShown] = useState<Shown>(preview.findings.length > 0 ? 'findings' : 'rows')
  const [onlyErrors, setOnlyErrors] = useState(false)
  const counts: Record<Shown, number> = {
    findings: preview.findings.length,
    rows: preview.rows.length,
    columns: preview.columns.length,
  }
  return (
    <Tabs value={shown} onChange={(tab) => setShown(tab as Shown)} keepMounted={false} className={classes.tabs ?? ''}>
      <Tabs.List>
        {(Object.keys(counts) as Shown[]).map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            rightSection={
              <Badge size="sm" variant="light" color="gray" c="gray.8">
                {showCount(counts[tab])}
              </Badge>
            }
          >
            {text.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="findings" className={classes.panel ?? ''}>
        <Checkbox
          className={classes.onlyErrors ?? ''}
          size="xs"
          label={text.onlyErrors}
          checked={onlyErrors}
          onChange={(event) => setOnlyErrors(event.currentTarget.checked)}
        />
        <FindingList preview={preview} onlyErrors={onlyErrors} />
      </Tabs.Panel>
      <Tabs.Panel value="rows" className={classes.panel ?? ''}>
        <RowList preview={preview} />
      </Tabs.Panel>
      <Tabs.Panel value="columns" className={classes.panel ?? ''}>
        <ColumnList preview={preview} />
      </Tabs.Panel>
    </Tabs>
  )
}
