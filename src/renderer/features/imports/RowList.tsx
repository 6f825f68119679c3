/** The first rows of a file, each with what taking it in would do. */

import { Text } from '@mantine/core'
import type { ImportPreview } from '../../../contract/imports.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showCount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

type Row = ImportPreview['rows'][number]

const COLORS: Record<Row['effect'], string> = {
  new: STATE_COLORS.good,
  changed: STATE_COLORS.waiting,
  same: STATE_COLORS.quiet,
  blocked: STATE_COLORS.bad,
}

export function RowList({ preview }: { preview: ImportPreview }) {
  const { imports: text, trade } = useText()
  if (preview.rows.length === 0) return <EmptyNote title={text.nothing} />
  const { householdFields: fields } = trade
  const changesOf = (row: Row) => row.changedFields.map((field) => fields[field]).join(', ')
  const columns: readonly LineColumn<Row>[] = [
    { name: 'row', header: text.row, width: '52px', kind: 'figure', show: ({ rowNumber }) => showCount(rowNumber) },
    {
      name: 'name',
      header: fields.headOfHousehold,
      width: 'minmax(140px, 1.4fr)',
      show: ({ headOfHousehold }) => <strong>{headOfHousehold}</strong>,
    },
    {
      name: 'citizenId',
      header: fields.citizenId,
      width: '150px',
      show: ({ maskedCitizenId }) => maskedCitizenId,
    },
    {
      name: 'place',
      header: `${fields.hamlet}, ${fields.communeName}`,
      width: 'minmax(140px, 1.4fr)',
      show: ({ hamlet, communeName }) => [hamlet, communeName].filter(Boolean).join(', '),
    },
    {
      name: 'effect',
      header: text.effect,
      width: 'minmax(150px, 1.6fr)',
      kind: 'wraps',
      show: (row) => (
        <>
          <Text span size="sm" fw={600} c={COLORS[row.effect]}>
            {text.effects[row.effect]}
          </Text>
          {row.changedFields.length > 0 && `: ${changesOf(row)}`}
        </>
      ),
    },
  ]
  return (
    <LineGrid
      label={text.tabs.rows}
      columns={columns}
      lines={preview.rows}
      keyOf={({ rowNumber }) => String(rowNumber)}
    />
  )
}
