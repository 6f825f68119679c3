/** The numbered papers of a repair: each can be printed again, and voided where nothing stands on it. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { RepairDetail, RepairPaper } from '../../../../contract/repairs.ts'
import { type Day, formatDay } from '../../../../domain/day.ts'
import { useText } from '../../../text/language.ts'
import { VoidPaperForm } from '../forms/VoidPaperForm.tsx'
import type { RepairPrinting } from '../use-repair-printing.ts'
import classes from './OneRepair.module.css'
import { Part, Quiet } from './Part.tsx'

interface PapersPartProps {
  repair: RepairDetail
  today: Day
  office: OfficeDescription
  printing: RepairPrinting
}

export function PapersPart({ repair, today, office, printing }: PapersPartProps) {
  const { one } = useText().repairs
  const [voiding, setVoiding] = useState<RepairPaper | null>(null)
  const mayVoid = office.rights.includes('repair.void')
  return (
    <Part title={one.papers}>
      {repair.papers.length === 0 && <Quiet>{one.noPapers}</Quiet>}
      {repair.papers.map((paper) => (
        <Paper
          key={paper.paperId}
          paper={paper}
          onPrint={() => void printing.printOne(paper.kind, repair.repairId)}
          onVoid={mayVoid && isVoidable(paper, repair) ? () => setVoiding(paper) : null}
        />
      ))}
      {voiding && <VoidPaperForm paper={voiding} today={today} onClose={() => setVoiding(null)} />}
    </Part>
  )
}

/** The acceptance record stands under its certificate; a work order is no word that anybody relies on. */
function isVoidable({ kind, voidedOn }: RepairPaper, { possible }: RepairDetail): boolean {
  if (voidedOn !== null || kind === 'workOrder') return false
  return possible.includes(kind === 'repairCertificate' ? 'voidCertificate' : 'voidAcceptance')
}

interface PaperProps {
  paper: RepairPaper
  onPrint: () => void
  onVoid: (() => void) | null
}

function Paper({ paper, onPrint, onVoid }: PaperProps) {
  const { repairs: text } = useText()
  const { one } = text
  const { kind, documentNumber, issuedOn, voidedOn, voidReason, isBack } = paper
  const isVoided = voidedOn !== null
  return (
    <div className={classes.paper}>
      <div className={classes.paperWords}>
        <strong className={isVoided ? classes.voided : ''}>{text.paperKinds[kind]}</strong>
        <span className={classes.cut}>
          {documentNumber} · {formatDay(issuedOn)}
        </span>
        {voidedOn && <span className={classes.bad}>{one.voided(formatDay(voidedOn), voidReason ?? '')}</span>}
        {!isVoided && kind !== 'workOrder' && (
          <span className={isBack ? classes.good : classes.quiet}>{isBack ? one.isBack : one.notBack}</span>
        )}
      </div>
      {!isVoided && (
        <Button size="compact-xs" variant="default" onClick={onPrint}>
          {one.print}
        </Button>
      )}
      {onVoid && (
        <Button size="compact-xs" variant="subtle" color="red" c="red.9" onClick={onVoid}>
          {one.voidIt}
        </Button>
      )}
    </div>
  )
}
