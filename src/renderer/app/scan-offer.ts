/** What a scan that no screen took means to a clerk, and what can be done about it. Citizen IDs are masked. */

import { tellFailure } from '../../contract/wording/failure-wording.ts'
import { citizenIdFacts, maskCitizenId } from '../../domain/citizen-id.ts'
import { formatDay } from '../../domain/day.ts'
import { tellHousehold } from '../components/formats.ts'
import type { Scan } from '../scanner/scans.ts'
import type { Text } from '../text/texts.ts'

export type ScanChoice =
  | { kind: 'household'; label: string; householdId: string }
  | { kind: 'repair'; label: string; repairId: string }
  | { kind: 'register'; label: string }

export interface ScanOffer {
  title: string
  detail: string
  /** The likeliest first. */
  choices: ScanChoice[]
}

export function offerOf(scan: Scan, text: Text, canRegister: boolean): ScanOffer {
  const { reading, failure } = scan
  const words = text.scanner
  if (failure) {
    const { what, next } = tellFailure(text.failures, failure)
    return { title: what, detail: next, choices: [] }
  }
  switch (reading.kind) {
    case 'idCard':
      return cardOffer(scan, reading.card.citizenId, text, canRegister)
    case 'citizenId':
      return cardOffer(scan, reading.citizenId, text, canRegister)
    case 'paperCode':
      return paperOffer(scan, text)
    case 'garbledCard':
      return { title: words.garbled, detail: words.garbledNext, choices: [] }
    case 'unknown':
      return { title: words.unknown, detail: words.unknownNext, choices: [] }
  }
}

function cardOffer({ household, candidates }: Scan, citizenId: string, text: Text, canRegister: boolean): ScanOffer {
  const words = text.scanner
  const birthYear = citizenIdFacts(citizenId)?.birthYear
  const title = [words.card(maskCitizenId(citizenId)), birthYear && words.bornIn(birthYear)].filter(Boolean).join(', ')
  if (household) {
    const choice: ScanChoice = { kind: 'household', label: words.open, householdId: household.householdId }
    return { title, detail: words.ofHousehold(tellHousehold(household)), choices: [choice] }
  }
  const known = candidates.map((candidate): ScanChoice => {
    const label = words.openNamed(tellHousehold(candidate))
    return { kind: 'household', label, householdId: candidate.householdId }
  })
  const register: ScanChoice[] = canRegister ? [{ kind: 'register', label: words.registerWith }] : []
  const detail = known.length > 0 ? words.oldNumberMatches : words.notKnown
  return { title, detail, choices: [...known, ...register] }
}

function paperOffer({ paper }: Scan, text: Text): ScanOffer {
  const words = text.scanner
  if (!paper) return { title: words.paperNotKnown, detail: words.paperNotKnownNext, choices: [] }
  const { household, documentNumber, issuedOn, voidedOn, repairId } = paper
  const facts = [words.paperOf(tellHousehold(household), formatDay(issuedOn))]
  if (voidedOn) facts.push(words.paperVoided(formatDay(voidedOn)))
  const repair: ScanChoice[] = repairId ? [{ kind: 'repair', label: words.openRepair, repairId }] : []
  const { householdId } = household
  return {
    title: words.paper(documentNumber),
    detail: facts.join(' '),
    choices: [...repair, { kind: 'household', label: words.open, householdId }],
  }
}
