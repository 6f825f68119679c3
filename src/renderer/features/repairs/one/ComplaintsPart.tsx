/** Complaints about a repair: each is settled in words, or by a new repair that is linked to it. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { RepairDetail } from '../../../../contract/repairs.ts'
import { type Day, formatDay } from '../../../../domain/day.ts'
import { useText } from '../../../text/language.ts'
import { SettleForm } from '../forms/ComplaintForms.tsx'
import classes from './OneRepair.module.css'
import { Part } from './Part.tsx'

interface ComplaintsPartProps {
  repair: RepairDetail
  today: Day
  office: OfficeDescription
  onOpen: (repairId: string) => void
}

export function ComplaintsPart({ repair: { complaints }, today, office, onOpen }: ComplaintsPartProps) {
  const { one } = useText().repairs
  const [settling, setSettling] = useState<string | null>(null)
  if (complaints.length === 0) return null
  const mayRecord = office.rights.includes('repair.record')
  return (
    <Part title={one.complaints}>
      {complaints.map(({ complaintId, receivedOn, complainant, content, settledOn, outcome, followedByRepairId }) => (
        <div key={complaintId} className={classes.paper}>
          <div className={classes.paperWords}>
            <span className={classes.quiet}>{one.received(formatDay(receivedOn), complainant)}</span>
            <span>{content}</span>
            {settledOn && <span className={classes.good}>{one.settled(formatDay(settledOn), outcome ?? '')}</span>}
            {followedByRepairId && (
              <button type="button" className={classes.link} onClick={() => onOpen(followedByRepairId)}>
                {one.followedBy}
              </button>
            )}
          </div>
          {settledOn === null && mayRecord && (
            <Button size="compact-xs" variant="default" onClick={() => setSettling(complaintId)}>
              {one.settle}
            </Button>
          )}
        </div>
      ))}
      {settling && (
        <SettleForm complaintId={settling} today={today} onClose={() => setSettling(null)} onOpened={onOpen} />
      )}
    </Part>
  )
}
