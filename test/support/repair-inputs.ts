/** Inputs of the steps of a repair that are right, to be bent by tests; of use outside of vitest, too. */

import type { Input } from '../../src/contract/contract.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'

export const ALL_REPAIRS: Input<'repairs.list'>['filter'] = {
  states: [],
  campaignId: null,
  communeName: null,
  hamlet: null,
  crew: null,
  dueBy: null,
  sought: '',
}

type Line = Input<'repairs.plan'>['items'][number]

export const WIRE: Line = {
  kind: 'material',
  itemId: null,
  name: 'Dây Cu/PVC 2x2,5',
  unitOfMeasure: 'm',
  quantity: 20,
  unitPriceDong: dong(18_000),
}

export const SURVEY: Omit<Input<'repairs.survey'>, 'repairId' | 'on'> = {
  surveyor: 'Lê Văn Khảo',
  conditionFound: 'Dây sau công tơ nứt vỏ',
  neededWork: 'Thay dây',
  findings: [
    { point: 'wiring', condition: 'dangerous', note: 'Gian bếp' },
    { point: 'serviceCable', condition: 'worn', note: null },
  ],
  items: [WIRE],
}

export const JOB: Omit<Input<'repairs.plan'>, 'repairId' | 'on' | 'plannedFor'> = {
  crew: 'Tổ 2',
  instructions: null,
  items: [WIRE],
  overruledBecause: null,
}

export const WORK: Omit<Input<'repairs.finishWork'>, 'repairId' | 'on'> = {
  crew: 'Tổ 2',
  workDone: 'Thay dây',
  hours: 3.5,
  items: [WIRE],
}

export const CHECKS: Omit<Input<'repairs.check'>, 'repairId' | 'on'> = {
  tester: 'Lê Văn Đo',
  instrument: 'MFT-01',
  calibratedUntil: day('2027-06-30'),
  readings: {
    insulationMegaohm: 50,
    continuityOhm: 0.4,
    rcdTripMilliseconds: 24,
    rcdTestButtonWorks: true,
    polarityCorrect: true,
    earthingOhm: null,
    poweredOn: true,
  },
}

/** Readings that two checks refuse. */
export const BAD_READINGS = { ...CHECKS.readings, insulationMegaohm: 0.4, poweredOn: false }

export const ACCEPTANCE: Omit<Input<'repairs.accept'>, 'repairId' | 'on'> = {
  supervisor: 'Nguyễn Văn Giám',
  householdRepresentative: 'Nguyễn Thị Lan',
  householdRelation: null,
  communeRepresentative: 'Phạm Văn Xã',
  remark: null,
}
