/** The form of whichever step was asked for, once everything of its repair is known. */

import type { OfficeDescription } from '../../../../contract/office.ts'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import type { RepairAction } from '../next-step.ts'
import type { RepairPrinting } from '../use-repair-printing.ts'
import { AcceptForm } from './AcceptForm.tsx'
import { CertifyForm } from './CertifyForm.tsx'
import { ComplainForm } from './ComplaintForms.tsx'
import { ChecksForm } from './checks/ChecksForm.tsx'
import { CancelForm, ExemptForm, ReworkForm, UnsafeForm } from './ReasonForms.tsx'
import type { StepProps } from './StepFrame.tsx'
import { SurveyForm } from './survey/SurveyForm.tsx'
import { MaterialsForm } from './work/MaterialsForm.tsx'
import { PlanForm } from './work/PlanForm.tsx'
import { WorkForm } from './work/WorkForm.tsx'

interface StepDialogProps {
  action: RepairAction
  repairId: string
  office: OfficeDescription
  printing: RepairPrinting
  onClose: () => void
}

export function StepDialog({ action, repairId, office, printing, onClose }: StepDialogProps) {
  const { data: repair, error } = useOfficeQuery('repairs.get', { repairId })
  if (error) return <FailureAlert failure={error.failure} />
  if (!repair) return null
  const step: StepProps = {
    repair,
    today: office.today,
    may: (right) => office.rights.includes(right),
    personName: office.person?.fullName ?? '',
    printing,
    onClose,
  }
  return <FormOf action={action} step={step} />
}

function FormOf({ action, step }: { action: RepairAction; step: StepProps }) {
  switch (action) {
    case 'survey':
      return <SurveyForm {...step} />
    case 'exempt':
      return <ExemptForm {...step} />
    case 'plan':
      return <PlanForm {...step} />
    case 'drawMaterials':
    case 'returnMaterials':
      return <MaterialsForm {...step} way={action} />
    case 'finishWork':
      return <WorkForm {...step} />
    case 'check':
    case 'recheck':
      return <ChecksForm {...step} kind={action} />
    case 'rework':
      return <ReworkForm {...step} />
    case 'accept':
      return <AcceptForm {...step} />
    case 'certify':
      return <CertifyForm {...step} />
    case 'declareUnsafe':
      return <UnsafeForm {...step} />
    case 'complain':
      return <ComplainForm {...step} />
    case 'cancel':
      return <CancelForm {...step} />
    // The list of a commune is no step of one repair.
    case 'toList':
      return null
  }
}
