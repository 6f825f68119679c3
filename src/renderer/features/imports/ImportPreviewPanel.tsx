/** What a file would do, before it does it: which columns were read, what changes, and every doubt with its row. */

import { Alert, Badge, Checkbox, Group, SegmentedControl, Table, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type ImportPreview, ROW_EFFECTS } from '../../../contract/imports.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.tsx'
import classes from './Imports.module.css'

/** As many as the office lists. */
const MOST_FINDINGS = 1000

interface ImportPreviewPanelProps {
  preview: ImportPreview
  isRunning: boolean
  onRun: () => void
}

export function ImportPreviewPanel({ preview, isRunning, onRun }: ImportPreviewPanelProps) {
  const text = useText().imports
  const [shown, setShown] = useState<'findings' | 'rows'>(preview.findings.length > 0 ? 'findings' : 'rows')
  const [onlyErrors, setOnlyErrors] = useState(false)
  const usable = preview.effects.new + preview.effects.changed
  const label = usable > 0 ? text.run(showCount(usable)) : text.nothing
  return (
    <>
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <div>
          <Text fw={700}>{preview.fileName}</Text>
          <Text size="sm" c="gray.7">
            {text.sheet(preview.sheetName, preview.headerRowNumber)}
          </Text>
        </div>
        <CommandButton
          size="md"
          isRunning={isRunning}
          command={{ id: 'imports.run', keys: 'F8', label, run: onRun, isDisabled: usable === 0 }}
        />
      </Group>
      {preview.alreadyImportedOn && (
        <Alert color="orange" variant="light" p="xs">
          {text.alreadyImported(formatDay(preview.alreadyImportedOn))}
        </Alert>
      )}
      <Effects preview={preview} />
      <Columns preview={preview} />
      <Group gap="md">
        <SegmentedControl<'findings' | 'rows'>
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'findings', label: text.tabs.findings },
            { value: 'rows', label: text.tabs.rows },
          ]}
        />
        {shown === 'findings' && (
          <Checkbox
            size="xs"
            label={text.onlyErrors}
            checked={onlyErrors}
            onChange={(event) => setOnlyErrors(event.currentTarget.checked)}
          />
        )}
      </Group>
      {shown === 'findings' ? <Findings preview={preview} onlyErrors={onlyErrors} /> : <Rows preview={preview} />}
    </>
  )
}

function Effects({ preview }: { preview: ImportPreview }) {
  const text = useText().imports
  return (
    <div className={classes.effects}>
      {ROW_EFFECTS.map((effect) => (
        <div
          key={effect}
          className={classes.effect}
          data-bad={(effect === 'blocked' && preview.effects.blocked > 0) || undefined}
        >
          <strong>{showCount(preview.effects[effect])}</strong>
          {text.effects[effect]}
        </div>
      ))}
      <div className={classes.effect}>
        <strong>{showCount(preview.warningCount)}</strong>
        {text.warnings}
      </div>
    </div>
  )
}

function Columns({ preview }: { preview: ImportPreview }) {
  const { imports: text, trade } = useText()
  return (
    <Group gap={4}>
      <Text size="sm">{text.columns}:</Text>
      {preview.columns.map(({ field, header, columnNumber }) => (
        <Badge key={columnNumber} variant="light" tt="none" title={header}>
          {trade.householdFields[field]}
        </Badge>
      ))}
      {preview.unmatchedHeaders.length > 0 && (
        <Text size="sm" c="gray.7">
          {text.unmatched(preview.unmatchedHeaders.join(', '))}
        </Text>
      )}
    </Group>
  )
}

function Findings({ preview, onlyErrors }: { preview: ImportPreview; onlyErrors: boolean }) {
  const { imports: text, listFindings, trade } = useText()
  const findings = preview.findings.filter(({ severity }) => !onlyErrors || severity === 'error')
  if (findings.length === 0) return <Text c="gray.7">{text.noFindings}</Text>
  return (
    <Listing label={text.tabs.findings} columns={[text.row, text.level, text.field, text.finding]}>
      {findings.map((finding) => (
        <Table.Tr key={`${finding.rowNumber} ${finding.field} ${finding.code}`}>
          <Table.Td className={classes.number ?? ''}>{finding.rowNumber}</Table.Td>
          <Table.Td className={classes[finding.severity] ?? ''}>{text.severity[finding.severity]}</Table.Td>
          <Table.Td>{trade.householdFields[finding.field]}</Table.Td>
          <Table.Td>{listFindings[finding.code](finding)}</Table.Td>
        </Table.Tr>
      ))}
      {preview.findings.length >= MOST_FINDINGS && (
        <Table.Tr>
          <Table.Td colSpan={4}>{text.mostFindings}</Table.Td>
        </Table.Tr>
      )}
    </Listing>
  )
}

function Rows({ preview }: { preview: ImportPreview }) {
  const { imports: text, trade } = useText()
  const { headOfHousehold, citizenId, hamlet, communeName } = trade.householdFields
  return (
    <Listing label={text.tabs.rows} columns={[text.row, headOfHousehold, citizenId, hamlet, communeName, text.effect]}>
      {preview.rows.map((row) => (
        <Table.Tr key={row.rowNumber}>
          <Table.Td className={classes.number ?? ''}>{row.rowNumber}</Table.Td>
          <Table.Td fw={600}>{row.headOfHousehold}</Table.Td>
          <Table.Td>{row.maskedCitizenId}</Table.Td>
          <Table.Td>{row.hamlet}</Table.Td>
          <Table.Td>{row.communeName}</Table.Td>
          <Table.Td className={row.effect === 'blocked' ? (classes.error ?? '') : ''}>
            {text.effects[row.effect]}
            {row.changedFields.length > 0 &&
              ` (${row.changedFields.map((field) => trade.householdFields[field]).join(', ')})`}
          </Table.Td>
        </Table.Tr>
      ))}
    </Listing>
  )
}

interface ListingProps {
  label: string
  columns: readonly string[]
  children: ReactNode
}

function Listing({ label, columns, children }: ListingProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className={classes.list} tabIndex={0} aria-label={label}>
      <Table fz="sm" verticalSpacing={3} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </section>
  )
}
