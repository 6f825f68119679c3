/** The queue of pairs: how much alike, who and where, and why they are asked about. */

import { Text } from '@mantine/core'
import type { DuplicatePair } from '../../../contract/duplicates.ts'
import { tellReasons } from '../../components/duplicate-words.ts'
import { LineGrid } from '../../components/LineGrid.tsx'
import { useText } from '../../text/language.ts'
import classes from './Duplicates.module.css'
import { keyOfPair } from './use-pairs.ts'

interface PairListProps {
  pairs: readonly DuplicatePair[]
  chosenKey: string
  onChoose: (pair: DuplicatePair) => void
}

export function PairList({ pairs, chosenKey, onChoose }: PairListProps) {
  const text = useText().duplicates
  return (
    <div className={classes.list}>
      <LineGrid
        label={text.list}
        lines={pairs}
        keyOf={keyOfPair}
        startKey={chosenKey}
        onMove={onChoose}
        takesFocus
        columns={[
          { name: 'score', header: text.score, width: '46px', kind: 'figure', show: ({ score }) => <b>{score}</b> },
          {
            name: 'pair',
            header: text.pair,
            width: 'minmax(0, 1fr)',
            kind: 'wraps',
            show: (pair) => <Two pair={pair} />,
          },
        ]}
      />
    </div>
  )
}

/** One name is said once; what tells the two apart stands under it. */
function Two({ pair: { one, other, reasons } }: { pair: DuplicatePair }) {
  const text = useText()
  const names = [...new Set([one.headOfHousehold, other.headOfHousehold])]
  const places = [one, other].map(({ birthYear, hamlet, communeName }) =>
    [birthYear, hamlet ?? communeName].filter(Boolean).join(', '),
  )
  return (
    <>
      <Text size="sm" fw={600} lh={1.3}>
        {names.join(' ↔ ')}
      </Text>
      <Text size="xs" lh={1.35}>
        {places.join(' ↔ ')}
      </Text>
      <Text size="xs" lh={1.35} c="gray.7">
        {tellReasons(reasons, text)}
      </Text>
    </>
  )
}
