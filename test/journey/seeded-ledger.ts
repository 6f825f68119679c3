/** A ledger that has its households and a campaign already, for journeys that begin on the day of a distribution. */

import type { Input } from '../../src/contract/contract.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { connect, granted } from '../support/office.ts'
import { officePlace, PROFILE, temporaryFolder } from '../support/office-place.ts'
import { HOUSEHOLD, openCampaign } from '../support/trade.ts'

interface Seed {
  households: readonly { headOfHousehold: string; hamlet: string }[]
  campaign: Partial<Input<'campaigns.open'>>
}

/** Answers the ledger's folder, which the program can then open. */
export async function seedLedger({ households, campaign }: Seed): Promise<string> {
  const folder = temporaryFolder()
  const office = openOffice(officePlace(folder, { clock: Date.now }))
  const client = connect(office)
  const person = { fullName: 'Trần Thị Mai', role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...PROFILE, person }))
  granted(await client.query('session.start', { personId }))
  for (const [index, { headOfHousehold, hamlet }] of households.entries()) {
    const customerCode = `PS${String(index + 1).padStart(10, '0')}`
    const facts = { ...HOUSEHOLD, headOfHousehold, hamlet, customerCode, citizenId: null }
    granted(await client.command('households.register', facts))
  }
  await openCampaign(client, campaign)
  await office.close()
  return folder
}
