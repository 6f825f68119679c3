/** Repairs as the window gets them, for tests of what it makes of them. */

import { randomUUID } from 'node:crypto'
import type { Repair } from '../../src/contract/repairs.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import type { RepairState } from '../../src/domain/repair.ts'

export function repairLine(state: RepairState, facts: Partial<Repair> = {}): Repair {
  return {
    repairId: randomUUID(),
    household: {
      householdId: randomUUID(),
      headOfHousehold: 'Nguyễn Thị Được',
      birthYear: 1950,
      maskedCitizenId: null,
      customerCode: 'PC05000000001',
      phone: null,
      hamlet: 'Thôn 3',
      communeName: 'Xã Mẫu',
      category: 'HN',
      memberCount: 2,
      status: 'active',
    },
    campaignId: null,
    campaignName: null,
    documentNumber: '07/2026/PKS-PC042',
    origin: 'list',
    need: null,
    openedOn: day('2026-11-01'),
    state,
    since: day('2026-11-05'),
    dueOn: null,
    crew: null,
    plannedFor: null,
    doneOn: null,
    costDong: dong(0),
    dangerous: [],
    failedChecks: [],
    isChecked: false,
    isAccepted: false,
    certificateNumber: null,
    isOnList: false,
    openComplaints: 0,
    ...facts,
  }
}
