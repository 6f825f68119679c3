import { rmSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { GENESIS_HASH } from '../../src/domain/journal-chain.ts'
import { appendToJournal, type BrokenReason, earlierAnswer, verifyJournal } from '../../src/ledger/journal.ts'
import { type Ledger, ledgerFile, openLedger } from '../../src/ledger/open-ledger.ts'
import { sealFile } from '../../src/ledger/seal.ts'
import { MIGRATIONS, openTestLedger, PERSON_ID, RECORDED_AT, tamper } from '../support/ledger.ts'

function append(ledger: Ledger, input: unknown, commandId = v7()) {
  const entry = { recordedAt: RECORDED_AT, personId: PERSON_ID, command: 'households.register', subject: null }
  return ledger.transact((writer) => appendToJournal(writer, { ...entry, commandId, input, output: { done: true } }))
}

test('each row carries the hash of the row before it', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  expect(verifyJournal(ledger.reader)).toEqual({ rowCount: 0, head: GENESIS_HASH, firstBroken: null })
  const heads = Array.from({ length: 12 }, (_, index) => append(ledger, { index }))
  expect(heads.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(verifyJournal(ledger.reader)).toEqual({ rowCount: 12, head: heads.at(-1)?.hash, firstBroken: null })
})

test('the same id is known again, with the same content in any order of its fields or with another', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const commandId = v7()
  append(ledger, { name: 'Hoà', birthYear: 1951, note: undefined }, commandId)
  const asked = (input: unknown, command = 'households.register') =>
    earlierAnswer(ledger.reader, { command, commandId, input })
  expect(asked({ birthYear: 1951, name: 'Hoà' })).toEqual({ isSame: true, output: { done: true } })
  expect(asked({ birthYear: 1952, name: 'Hoà' })?.isSame).toBe(false)
  expect(asked({ birthYear: 1951, name: 'Hoà' }, 'households.amend')?.isSame).toBe(false)
  expect(earlierAnswer(ledger.reader, { command: 'x', commandId: v7(), input: {} })).toBeNull()
})

type Tamper = (database: BetterSqlite3.Database) => void
const run =
  (sql: string): Tamper =>
  (database) =>
    database.exec(sql)
const NO_HASH = 'f'.repeat(64)

const FAULTS: [string, Tamper, number, BrokenReason][] = [
  ['another content', run(`UPDATE journal SET content = replace(content, '4', '5') WHERE sequence = 4`), 4, 'content'],
  ['one more space in it', run(`UPDATE journal SET content = content || ' ' WHERE sequence = 7`), 7, 'content'],
  [
    'another content with a hash that fits it',
    run(`UPDATE journal SET content = '{}', content_sha256 =
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE sequence = 5`),
    5,
    'hash',
  ],
  ['another person', run('UPDATE journal SET person_id = NULL WHERE sequence = 3'), 3, 'hash'],
  ['another time', run(`UPDATE journal SET recorded_at = '2026-12-01T01:30:00.001Z' WHERE sequence = 6`), 6, 'hash'],
  ['another command', run(`UPDATE journal SET command = 'gifts.void' WHERE sequence = 6`), 6, 'hash'],
  ['another subject', run(`UPDATE journal SET subject = '' WHERE sequence = 2`), 2, 'hash'],
  ['another hash', run(`UPDATE journal SET hash = '${NO_HASH}' WHERE sequence = 8`), 8, 'hash'],
  [
    'another hash before it',
    run(`UPDATE journal SET previous_hash = '${NO_HASH}' WHERE sequence = 8`),
    8,
    'previousHash',
  ],
  ['a row gone from the middle', run('DELETE FROM journal WHERE sequence = 5'), 5, 'gap'],
  ['the first row gone', run('DELETE FROM journal WHERE sequence = 1'), 1, 'gap'],
  [
    'a row gone and the others moved up',
    run(`DELETE FROM journal WHERE sequence = 5;
      UPDATE journal SET sequence = sequence - 1 WHERE sequence = 6;
      UPDATE journal SET sequence = sequence - 1 WHERE sequence = 7;
      UPDATE journal SET sequence = sequence - 1 WHERE sequence = 8`),
    5,
    'previousHash',
  ],
  [
    'a row put in between',
    run(`UPDATE journal SET sequence = -sequence WHERE sequence >= 5;
      UPDATE journal SET sequence = 1 - sequence WHERE sequence < 0;
      INSERT INTO journal SELECT 5, recorded_at, person_id, command, 'another', subject, content, content_sha256,
        '${NO_HASH}', '${'e'.repeat(64)}' FROM journal WHERE sequence = 4`),
    5,
    'previousHash',
  ],
  [
    'a row put at the end',
    run(`INSERT INTO journal SELECT 9, recorded_at, person_id, command, 'another', subject, content, content_sha256,
      hash, '${'e'.repeat(64)}' FROM journal WHERE sequence = 8`),
    9,
    'hash',
  ],
  [
    'two rows that changed places',
    run(`UPDATE journal SET sequence = 99 WHERE sequence = 3; UPDATE journal SET sequence = 3 WHERE sequence = 4;
      UPDATE journal SET sequence = 4 WHERE sequence = 99`),
    3,
    'previousHash',
  ],
]

test.each(FAULTS)('%s is found, and where', (_what, fault, sequence, reason) => {
  using opened = openTestLedger()
  for (let index = 1; index <= 8; index++) append(opened.ledger, { index })
  opened.ledger.close()
  tamper(opened.folder, fault)
  rmSync(sealFile(ledgerFile(opened.folder)))
  const tampered = openLedger({ folder: opened.folder, migrationsFolder: MIGRATIONS })
  try {
    expect(verifyJournal(tampered.reader).firstBroken).toEqual({ sequence, reason })
  } finally {
    tampered.close()
  }
})

test('rows cut off at the end leave a whole chain; the seal and the packages sent tell of them', () => {
  using opened = openTestLedger()
  for (let index = 1; index <= 8; index++) append(opened.ledger, { index })
  opened.ledger.close()
  tamper(opened.folder, (database) => database.exec('DELETE FROM journal WHERE sequence > 6'))
  expect(() => openLedger({ folder: opened.folder, migrationsFolder: MIGRATIONS })).toThrow('sealBroken')
})
