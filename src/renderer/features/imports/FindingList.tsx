/** Every doubt about a file, with its row: errors keep a row out, warnings are told. */

import { Text } from '@mantine/core'
import type { ImportPreview } from '../../../contract/imports.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showCount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

/** As many as the office lists. */
const MOST_FINDINGS = 1000

type Finding = ImportPreview['findings'][number]

export function FindingList({ preview, onlyErrors }: { preview: ImportPreview; onlyErrors: boolean }) {
  const { imports: text, listFindings, trade } = useText()
  const findings = preview.findings.filter(({ severity }) => !onlyErrors || severity === 'error')
  if (findings.length === 0) return <EmptyNote title={text.noFindings} />
  const columns: readonly LineColumn<Finding>[] = [
    {
      name: 'row',
      header: text.row,
      width: '52px',
      kind: 'figure',
      show: ({ rowNumber }) => showCount(rowNumber),
    },
    {
      name: 'severity',
      header: text.level,
      width: '64px',
      show: ({ severity }) => (
        <Text span size="sm" fw={600} c={severity === 'error' ? STATE_COLORS.bad : STATE_COLORS.waiting}>
          {text.severity[severity]}
        </Text>
      ),
    },
    { name: 'field', header: text.field, width: '150px', show: ({ field }) => trade.householdFields[field] },
    {
      name: 'finding',
      header: text.finding,
      width: 'minmax(240px, 1fr)',
      kind: 'wraps',
      show: (finding) => listFindings[finding.code](finding),
    },
  ]
  return (
    <>
      <LineGrid
        key={String(onlyErrors)}
        label={text.tabs.findings}
        columns={columns}
        lines={findings}
        keyOf={({ rowNumber, field, code }) => `${rowNumber} ${field} ${code}`}
      />
      {preview.findings.length >= MOST_FINDINGS && (
        <Text size="xs" c="gray.7" p={4}>
          {text.mostFindings}
        </Text>
      )}
    </>
  )
}
