/** What the screen of campaigns shows, as it stands in the address. */

export const CAMPAIGN_TABS = ['lists', 'grants', 'terms'] as const
export type CampaignTab = (typeof CAMPAIGN_TABS)[number]

export interface CampaignsView {
  /** Absent: the list of all campaigns. */
  campaignId?: string | undefined
  tab?: CampaignTab | undefined
  /** The list whose entries are shown; the one that waits, else the latest, where it is absent. */
  listId?: string | undefined
  /** A list or a supplement is being drawn up. */
  draw?: true | undefined
  /** The form of a new campaign, or of the one that is shown. */
  form?: 'open' | 'amend' | undefined
}

export function readCampaignsView(search: Record<string, unknown>): CampaignsView {
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const { campaignId, tab, listId, draw, form } = search
  return {
    campaignId: textOf(campaignId),
    tab: CAMPAIGN_TABS.find((known) => known === tab),
    listId: textOf(listId),
    draw: draw === true ? true : undefined,
    form: form === 'open' || form === 'amend' ? form : undefined,
  }
}
