import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { GENESIS_HASH, type JournalLink, journalLink } from '../../src/domain/journal-chain.ts'

const FIRST: JournalLink = {
  sequence: 1,
  recordedAt: '2026-11-05T02:03:04.005Z',
  personId: null,
  command: 'office.setUp',
  commandId: '0198a1b2-0000-7000-8000-000000000001',
  subject: null,
  contentSha256: 'ab'.repeat(32),
  previousHash: GENESIS_HASH,
}

test('a link is one line of JSON that head office can write itself', () => {
  expect(journalLink(FIRST)).toBe(
    `[1,"2026-11-05T02:03:04.005Z",null,"office.setUp","0198a1b2-0000-7000-8000-000000000001",null,"${'ab'.repeat(32)}","${'0'.repeat(64)}"]`,
  )
})

test('a change of any field changes the hash', () => {
  const hash = (link: JournalLink) => createHash('sha256').update(journalLink(link)).digest('hex')
  const changes: Partial<JournalLink>[] = [
    {},
    { sequence: 2 },
    { recordedAt: '2026-11-05T02:03:04.006Z' },
    { personId: 'x' },
    { command: 'office.setup' },
    { commandId: 'x' },
    { subject: 'x' },
    { contentSha256: 'ac'.repeat(32) },
    { previousHash: 'f'.repeat(64) },
  ]
  expect(new Set(changes.map((change) => hash({ ...FIRST, ...change }))).size).toBe(changes.length)
})
