/** The latest checks: each reading beside the limit it was held to, and whether it passed. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import { showQuantity } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import { Result, tellRequirement } from '../forms/checks/ReadingFields.tsx'
import { Part, SmallTable } from './Part.tsx'

type Line = NonNullable<RepairDetail['checks']>['lines'][number]

export function ChecksPart({ repair: { checks } }: { repair: RepairDetail }) {
  const text = useText()
  const { one } = text.repairs
  const { checkColumns: columns } = one
  if (!checks) return null
  const { checkedOn, tester, instrument, calibratedUntil, lines } = checks
  return (
    <Part title={one.checks} note={one.checkedBy(formatDay(checkedOn), tester, instrument, formatDay(calibratedUntil))}>
      <SmallTable
        columns={[
          { name: columns.check },
          { name: columns.limit, isFigure: true },
          { name: columns.reading, isFigure: true },
          { name: columns.result },
        ]}
        rows={lines.map((line) => ({
          key: line.check,
          cells: [
            text.trade.repairChecks[line.check],
            tellRequirement(line.requirement, text),
            tellReading(line, text),
            <Result key="result" result={line.result} />,
          ],
        }))}
      />
    </Part>
  )
}

function tellReading({ reading, requirement }: Line, { repairs: { checks, units } }: Words): string | undefined {
  if (reading === null) return undefined
  if (typeof reading === 'boolean') return reading ? checks.isYes : checks.isNo
  return requirement.kind === 'yes' ? showQuantity(reading) : `${showQuantity(reading)} ${units[requirement.unit]}`
}
