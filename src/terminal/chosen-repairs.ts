/** The repairs that the options of a command line mean: by state, campaign, place, crew, day and words. */

import type { Client } from '../contract/client.ts'
import type { Input } from '../contract/contract.ts'
import { type Day, isDay, parseTypedDay } from '../domain/day.ts'
import { REPAIR_STATES, type RepairState } from '../domain/repair.ts'
import { searchKey } from '../domain/vietnamese.ts'
import type { CommandLine } from './command.ts'
import { granted, UsageError } from './outlet.ts'

/** States are given as one or several words with commas: `--state unsafe,new`. */
export const REPAIR_OPTIONS = {
  state: { type: 'string' },
  campaign: { type: 'string' },
  commune: { type: 'string' },
  hamlet: { type: 'string' },
  crew: { type: 'string' },
  due: { type: 'string' },
  find: { type: 'string' },
} as const

export type RepairFilter = Input<'repairs.list'>['filter']

export async function chosenRepairs(client: Client, options: CommandLine['options']): Promise<RepairFilter> {
  const word = (name: keyof typeof REPAIR_OPTIONS) => {
    const given = options[name]
    return typeof given === 'string' ? given : null
  }
  return {
    states: statesOf(word('state')),
    campaignId: await campaignOf(client, word('campaign')),
    communeName: word('commune'),
    hamlet: word('hamlet'),
    crew: word('crew'),
    dueBy: dayOf(word('due')),
    sought: word('find') ?? '',
  }
}

function statesOf(words: string | null): RepairState[] {
  if (words === null) return []
  return words.split(',').map((word) => {
    const state = REPAIR_STATES.find((known) => known === word.trim())
    if (!state) throw new UsageError('repairState', word)
    return state
  })
}

/** By its name, with or without marks, or its id. */
async function campaignOf(client: Client, word: string | null): Promise<string | null> {
  if (word === null) return null
  const { campaigns } = granted(await client.query('campaigns.list', {}))
  const meant = campaigns.filter(({ campaignId, name }) => campaignId === word || searchKey(name) === searchKey(word))
  const [campaign] = meant
  if (!campaign || meant.length > 1) throw new UsageError('campaign', word)
  return campaign.campaignId
}

/** 20/11/2026 or 2026-11-20. */
function dayOf(word: string | null): Day | null {
  if (word === null) return null
  const on = isDay(word) ? word : parseTypedDay(word)
  if (!on) throw new UsageError('day', word)
  return on
}
