/** From what was read to whose it is: asks the office, one scan after the other, and offers the answer. */

import { useCallback, useEffect, useRef } from 'react'
import type { Client } from '../../contract/client.ts'
import type { Failure } from '../../contract/failure.ts'
import type { ScanReading } from '../../domain/id-card.ts'
import { useOfficeJob } from '../office-port/asking.ts'
import { useOffice } from '../office-port/OfficeProvider.tsx'
import { listenForScans } from './scanner-keys.ts'
import { offerScan, type Scan } from './scans.ts'

/** What the ledger knows of a reading. */
async function lookUp(client: Client, reading: ScanReading): Promise<Scan> {
  const unknown: Scan = { reading, household: null, candidates: [], paper: null, failure: null }
  switch (reading.kind) {
    case 'idCard':
    case 'citizenId': {
      const { citizenId, oldIdNumber } = reading.kind === 'idCard' ? reading.card : { ...reading, oldIdNumber: null }
      const reply = await client.query('idCards.match', { citizenId, oldIdNumber })
      return reply.ok ? { ...unknown, ...reply.value } : { ...unknown, failure: reply.failure }
    }
    case 'paperCode': {
      const reply = await client.query('papers.find', { code: reading.code })
      if (!reply.ok) return { ...unknown, failure: reply.failure }
      const { paper } = reply.value
      return { ...unknown, paper, household: paper?.household ?? null }
    }
    default:
      return unknown
  }
}

/** Looks up and offers readings in the order they came. */
function useAnnouncing(): (reading: ScanReading) => void {
  const { client } = useOffice()
  const before = useRef(Promise.resolve())
  return useCallback(
    (reading: ScanReading) => {
      const scan = lookUp(client, reading)
      before.current = before.current.then(async () => offerScan(await scan)).catch(reportError)
    },
    [client],
  )
}

/** Listens to the scanner for as long as the component is shown. */
export function useScanner(): void {
  const announce = useAnnouncing()
  useEffect(() => listenForScans(announce), [announce])
}

export interface CardPicture {
  /** Reads the card on a picture and offers it like one that was scanned. */
  read: (file: string) => Promise<void>
  isReading: boolean
  failure: Failure | null
}

export function useCardPicture(): CardPicture {
  const { run, isRunning, failure } = useOfficeJob('idCards.readImage')
  const announce = useAnnouncing()
  const read = useCallback(
    async (file: string) => {
      const card = await run({ file })
      if (card) announce({ kind: 'idCard', card })
    },
    [run, announce],
  )
  return { read, isReading: isRunning, failure }
}
