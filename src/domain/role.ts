/** Who may do what: a person has one role in an office, a role is a set of rights, a command names its right. */

export const ROLES = ['clerk', 'storekeeper', 'supervisor', 'manager', 'auditor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export const RIGHTS = [
  'ledger.read',
  'household.write',
  'household.revealCitizenId',
  'household.erase',
  'campaign.open',
  'giftList.drawUp',
  'giftList.approve',
  'event.plan',
  'gift.handOver',
  'gift.void',
  'gift.voidLater',
  'gift.overrule',
  'stock.move',
  'scan.keep',
  'repair.record',
  'repair.overrule',
  'repair.certify',
  'repair.void',
  'paper.print',
  'month.propose',
  'month.close',
  'month.reopen',
  'month.correct',
  'month.package',
  'package.takeIn',
  'indicator.record',
  'indicator.define',
  'journal.read',
  'people.manage',
] as const
export type Right = (typeof RIGHTS)[number]

const CLERK: readonly Right[] = [
  'ledger.read',
  'household.write',
  'household.revealCitizenId',
  'giftList.drawUp',
  'event.plan',
  'gift.handOver',
  'gift.void',
  'scan.keep',
  'repair.record',
  'paper.print',
  'month.propose',
  'month.correct',
  'indicator.record',
]
const SUPERVISOR: readonly Right[] = [
  ...CLERK,
  'campaign.open',
  'giftList.approve',
  'gift.voidLater',
  'gift.overrule',
  'stock.move',
  'repair.overrule',
  'repair.certify',
  'repair.void',
  'month.close',
  'month.reopen',
  'month.package',
  'package.takeIn',
  'indicator.define',
  'journal.read',
]

const RIGHTS_OF_ROLE: Record<Role, readonly Right[]> = {
  clerk: CLERK,
  storekeeper: ['ledger.read', 'gift.handOver', 'stock.move', 'scan.keep', 'paper.print'],
  supervisor: SUPERVISOR,
  manager: [...SUPERVISOR, 'household.erase', 'people.manage'],
  auditor: ['ledger.read', 'household.revealCitizenId', 'journal.read'],
  administrator: RIGHTS,
}

export function hasRight(role: Role, right: Right): boolean {
  return RIGHTS_OF_ROLE[role].includes(right)
}

/** The roles that hold a right, so that a refusal can say whom to ask. */
export function rolesWith(right: Right): Role[] {
  return ROLES.filter((role) => hasRight(role, right))
}
