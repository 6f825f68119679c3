/** The lists by which communes confirm: what is surveyed and on none yet, by commune, and each list with its answer. */

import { Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import type { ConfirmationList } from '../../../../contract/confirmations.ts'
import type { Output } from '../../../../contract/contract.ts'
import { formatDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import type { RepairsScreenProps } from '../Repairs.tsx'
import classes from './Confirmations.module.css'
import { DrawUpDialog } from './DrawUpDialog.tsx'
import { ListDialog } from './ListDialog.tsx'

type Waiting = Output<'confirmations.list'>['waiting'][number]

export function Confirmations({ view, office, printing, show }: RepairsScreenProps) {
  const text = useText()
  const words = text.repairs.confirmations
  const { data, error } = useOfficeQuery('confirmations.list', {})
  const [drawing, setDrawing] = useState<Waiting | null>(null)
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return <Loader m="md" />
  const { lists, waiting } = data
  const mayRecord = office.rights.includes('repair.record')
  return (
    <>
      <WaitingCommunes waiting={waiting} mayRecord={mayRecord} onDrawUp={setDrawing} />
      {lists.length === 0 ? (
        <EmptyNote title={words.empty} next={words.emptyNext} />
      ) : (
        <LineGrid
          label={words.list}
          columns={columnsOf(text)}
          lines={lists}
          keyOf={({ listId }) => listId}
          takesFocus={!view.listId && !drawing}
          onOpen={({ listId }) => show({ listId })}
        />
      )}
      {drawing && <DrawUpDialog {...{ office, printing }} waiting={drawing} onClose={() => setDrawing(null)} />}
      {view.listId && (
        <ListDialog
          listId={view.listId}
          office={office}
          printing={printing}
          onClose={() => show({ listId: undefined })}
          onOpenRepair={(repairId) => show({ listId: undefined, repairId })}
        />
      )}
    </>
  )
}

interface WaitingProps {
  waiting: readonly Waiting[]
  mayRecord: boolean
  onDrawUp: (waiting: Waiting) => void
}

/** The commune with most of them has the key. */
function WaitingCommunes({ waiting, mayRecord, onDrawUp }: WaitingProps) {
  const words = useText().repairs.confirmations
  const ranked = [...waiting].sort((one, other) => other.repairIds.length - one.repairIds.length)
  const [first] = ranked
  return (
    <div className={classes.waiting}>
      <Text size="sm" fw={600}>
        {words.waiting}
      </Text>
      {!first && (
        <Text size="sm" c="gray.7">
          {words.noWaiting}
        </Text>
      )}
      {ranked.map((one) => {
        const label = words.waitingOf(one.communeName ?? words.noCommune, showCount(one.repairIds.length))
        if (one !== first) {
          return (
            <Button key={label} size="compact-sm" variant="default" disabled={!mayRecord} onClick={() => onDrawUp(one)}>
              {label}
            </Button>
          )
        }
        return (
          <CommandButton
            key={label}
            size="compact-sm"
            command={{
              id: 'confirmations.drawUp',
              keys: 'F8',
              label: `${words.drawUp}: ${label}`,
              run: () => onDrawUp(one),
              isDisabled: !mayRecord,
            }}
          />
        )
      })}
    </div>
  )
}

function columnsOf({ repairs, components }: Words): LineColumn<ConfirmationList>[] {
  const { confirmations: words, one } = repairs
  const { columns: headers } = words
  return [
    {
      name: 'number',
      header: headers.number,
      width: '160px',
      show: ({ documentNumber }) => <strong>{documentNumber}</strong>,
    },
    {
      name: 'commune',
      header: headers.commune,
      width: 'minmax(120px, 1fr)',
      show: ({ communeName }) => communeName ?? words.noCommune,
    },
    { name: 'count', header: headers.count, width: '60px', kind: 'figure', show: ({ count }) => showCount(count) },
    {
      name: 'estimate',
      header: headers.estimate,
      width: '110px',
      kind: 'figure',
      show: ({ estimateDong }) => showAmount(estimateDong),
    },
    { name: 'drawnUp', header: headers.drawnUp, width: '84px', show: ({ drawnUpOn }) => formatDay(drawnUpOn) },
    {
      name: 'answer',
      header: headers.answer,
      width: 'minmax(130px, 1fr)',
      show: ({ confirmedOn, declinedCount }) => (
        <Text span size="sm" fw={600} c={confirmedOn ? STATE_COLORS.good : STATE_COLORS.waiting}>
          {confirmedOn ? words.answered(formatDay(confirmedOn), declinedCount) : words.notAnswered}
        </Text>
      ),
    },
    {
      name: 'back',
      header: headers.back,
      width: '120px',
      show: ({ isBack, confirmedOn }) => (isBack ? one.isBack : confirmedOn ? one.notBack : components.unknown),
    },
  ]
}
