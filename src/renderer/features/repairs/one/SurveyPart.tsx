/** What the survey found, point by point, the dangerous ones first to be seen. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import { useText } from '../../../text/language.ts'
import { ItemTable } from './ItemTable.tsx'
import classes from './OneRepair.module.css'
import { FactList, Part, Quiet } from './Part.tsx'

export function SurveyPart({ repair: { survey } }: { repair: RepairDetail }) {
  const { repairs, trade } = useText()
  const { one } = repairs
  if (!survey) {
    return (
      <Part title={one.survey}>
        <Quiet>{one.noSurvey}</Quiet>
      </Part>
    )
  }
  const { surveyedOn, surveyor, conditionFound, neededWork, findings, items, costDong } = survey
  return (
    <Part title={one.survey} note={`${formatDay(surveyedOn)}, ${surveyor}`}>
      <FactList
        facts={[
          [one.facts.condition, conditionFound],
          [one.facts.neededWork, neededWork],
        ]}
      />
      <ul className={classes.findings}>
        {findings.map(({ point, condition, note }) => (
          <li key={point} data-condition={condition}>
            <span>{trade.surveyPoints[point]}</span> <strong>{trade.surveyConditions[condition]}</strong>
            {note && <span className={classes.quiet}>{note}</span>}
          </li>
        ))}
      </ul>
      <ItemTable items={items} costDong={costDong} />
    </Part>
  )
}
