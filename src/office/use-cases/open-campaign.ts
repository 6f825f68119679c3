/** Opens a campaign with its gift packages. */

import { refusal } from '../../domain/refusal.ts'
import { addCampaign, isCampaignNameTaken } from '../../ledger/campaigns.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const openCampaign: CommandHandler<'campaigns.open'> = ({ reader, writer, newIdentity }, input) => {
  const { giftPackages, ...terms } = input
  const { name, from, to } = terms
  if (to < from) return refused(refusal('campaign.endsBeforeStart', { from, to }))
  if (isCampaignNameTaken(reader, name)) return refused(refusal('campaign.nameTaken', { name }))
  const campaignId = newIdentity()
  const packages = giftPackages.map((giftPackage) => ({ giftPackageId: newIdentity(), ...giftPackage }))
  addCampaign(writer, { campaignId, ...terms }, packages)
  return done({ campaignId, giftPackageIds: packages.map(({ giftPackageId }) => giftPackageId) }, campaignId)
}
