/** Who is expected at a distribution whose papers are not numbered yet, in the order their papers will have. */

import type { Output } from '../../../contract/contract.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { LineGrid } from '../../components/LineGrid.tsx'
import { useText } from '../../text/language.ts'
import { candidateKey } from './plan/candidates.ts'

export function ExpectedList({ expected }: { expected: Output<'distributions.get'>['expected'] }) {
  const text = useText().distributions
  const words = text.expected
  if (expected.length === 0) return <EmptyNote title={text.nobodyExpected} next={text.nobodyExpectedNext} />
  return (
    <LineGrid
      label={words.list}
      lines={expected.map((one, index) => ({ ...one, position: index + 1 }))}
      keyOf={candidateKey}
      takesFocus
      columns={[
        { name: 'position', header: words.position, width: '44px', kind: 'figure', show: ({ position }) => position },
        {
          name: 'name',
          header: words.name,
          width: 'minmax(160px, 1.4fr)',
          show: ({ household }) => <strong>{household.headOfHousehold}</strong>,
        },
        {
          name: 'place',
          header: words.place,
          width: 'minmax(140px, 1.4fr)',
          show: ({ household: { hamlet, communeName } }) => [hamlet, communeName].filter(Boolean).join(', '),
        },
        {
          name: 'gift',
          header: words.gift,
          width: 'minmax(120px, 1fr)',
          show: ({ giftPackageName }) => giftPackageName,
        },
      ]}
    />
  )
}
