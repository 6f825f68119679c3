import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { spokenCheckCode } from '../../src/domain/month-close.ts'
import { period } from '../../src/domain/period.ts'
import { openLedger } from '../../src/ledger/open-ledger.ts'
import { type Acknowledgement, acknowledgementFile, writeAcknowledgement } from '../../src/month-end/acknowledgement.ts'
import { makeSigningKey, type SigningKey } from '../../src/month-end/signing-key.ts'
import { pageTexts } from '../documents/read-pdf.ts'
import { calendar } from '../support/gifts.ts'
import { takeInHeadOffice } from '../support/keys.ts'
import { connect, failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { RESOURCES, temporaryFolder } from '../support/office-place.ts'
import { EXPLAINED, giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

const NOVEMBER = period('2026-11')
const DECEMBER_1 = day('2026-12-01')
const DECEMBER_2 = day('2026-12-02')

/** One gift of November; it is 1 December. `second` is a colleague at another port. */
async function openMonth({ alone = true } = {}) {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  const { client, office } = opened
  const { campaignId, giftPackageId } = await openCampaign(client)
  const householdId = await registerHousehold(client, 'Hộ A')
  const gift = granted(await client.command('gifts.handOver', giftFor({ campaignId, giftPackageId }, householdId)))
  const second = connect(office)
  if (!alone) {
    const person = { fullName: 'Lê Thị Lành', role: 'clerk' as const }
    const { personId } = granted(await client.command('people.add', person))
    granted(await second.query('session.start', { personId }))
  }
  days.turnTo(DECEMBER_1)
  const month = async () => {
    const { months } = granted(await client.query('months.list', {}))
    const found = months.find((line) => line.period === NOVEMBER)
    if (!found) throw new Error('November is not listed')
    return found
  }
  const close = (explanations = EXPLAINED) => client.command('months.close', { period: NOVEMBER, explanations })
  const pack = () => client.job('months.package', { period: NOVEMBER, folder: null })
  return { opened, days, client, second, gift, month, close, pack, campaignId, giftPackageId }
}

/** Head office as it answers with a key of its own. */
function answering(key: SigningKey) {
  const inbox = temporaryFolder()
  return {
    inbox,
    answer(facts: Pick<Acknowledgement, 'packageName' | 'packageIdentity'> & Partial<Acknowledgement>): string {
      const { json, minisig } = writeAcknowledgement(
        {
          format: 'so-tri-an-acknowledgement/1',
          verdict: 'accepted',
          reasons: [],
          conflicts: [],
          decidedAt: '2026-12-03T02:00:00.000Z',
          decidedBy: 'Phòng Kinh doanh',
          ...facts,
        },
        key,
      )
      const file = join(inbox, acknowledgementFile(facts.packageName))
      writeFileSync(file, json)
      writeFileSync(`${file}.minisig`, minisig)
      return file
    },
  }
}

test('every warning asks for a word, and the word goes into the minutes and the package', async () => {
  const { opened, client, close, pack } = await openMonth()
  await using _ = opened
  const { warnings, blocks } = granted(await client.query('months.check', { period: NOVEMBER }))
  expect(blocks.every(({ count }) => count === 0)).toBe(true)
  expect(warnings.map(({ code }) => code)).toEqual([
    'missingCitizenIds',
    'receiptsNotBack',
    'indicatorsNotEntered',
    'noBackup',
  ])
  expect(failed(await close(EXPLAINED.filter(({ code }) => code !== 'noBackup')))).toMatchObject({
    refusal: { code: 'month.unexplained', parameters: { codes: ['noBackup'] } },
  })
  granted(await client.job('ledger.backUp', { folder: null }))
  const left = granted(await client.query('months.check', { period: NOVEMBER })).warnings
  expect(left.map(({ code }) => code)).toEqual(['missingCitizenIds', 'receiptsNotBack', 'indicatorsNotEntered'])
  granted(await close(left.map(({ code }) => ({ code, words: `Đã rõ: ${code}` }))))
  const { file } = granted(await pack())
  expect(granted(await client.job('packages.verify', { path: file, keysFolder: null })).faults).toEqual([])
  expect(readFileSync(file).includes('closing.json')).toBe(true)
})

test('one draws the closing up and another approves it where the office has two', async () => {
  const { opened, client, second, month, close } = await openMonth({ alone: false })
  await using _ = opened
  expect(refusedWith(await close())).toBe('month.notProposed')
  granted(await client.command('months.propose', { period: NOVEMBER, explanations: EXPLAINED }))
  expect(await month()).toMatchObject({ state: 'proposed', proposal: { proposedBy: 'Trần Thị Thu' } })
  expect(refusedWith(await close())).toBe('month.sameHand')
  expect(refusedWith(await second.command('months.close', { period: NOVEMBER, explanations: [] }))).toBe(
    'right.missing',
  )

  granted(await second.command('months.propose', { period: NOVEMBER, explanations: EXPLAINED }))
  expect(granted(await close([])).revision).toBe(1)
  expect(await month()).toMatchObject({ state: 'closed', drawnUpBy: 'Lê Thị Lành', closedBy: 'Trần Thị Thu' })
})

test('the check code is the same on the minutes, in the list and in the answer, and misread ones show', async () => {
  const { opened, client, month, close } = await openMonth()
  await using _ = opened
  const print = () => client.job('papers.closingMinutes', { period: NOVEMBER })
  expect(refusedWith(await print())).toBe('month.notClosed')
  const { checkCode } = granted(await close())
  expect(checkCode).toMatch(/^\d{9}$/)
  expect((await month()).checkCode).toBe(checkCode)
  const minutes = pageTexts(readFileSync(granted(await print()).file)).join()
  expect(minutes).toContain('BIÊN BẢN KHOÁ SỔ')
  expect(minutes).toContain(spokenCheckCode(checkCode))
})

test('a month opens again until head office has accepted it, and its next package is a revision', async () => {
  const { opened, days, client, gift, month, close, pack } = await openMonth()
  await using _ = opened
  granted(await close())
  const reopen = () => client.command('months.reopen', { period: NOVEMBER, reason: 'Sót một phiếu' })
  expect(refusedWith(await reopen())).toBe('month.notPackaged')
  const first = granted(await pack())
  expect(granted(await reopen())).toEqual({ revision: 2 })
  expect(await month()).toMatchObject({
    state: 'open',
    revision: 2,
    reopenings: [{ revision: 1, reason: 'Sót một phiếu' }],
  })

  days.turnTo(DECEMBER_2)
  const void_ = { receiptId: gift.receiptId, kind: 'mistake', voidedOn: day('2026-11-30'), reason: 'Ghi nhầm' } as const
  granted(await client.command('gifts.void', void_))
  expect(granted(await close())).toMatchObject({ revision: 2, sequence: 2 })
  const second = granted(await pack())
  expect(second.file).toContain('_r2')
  expect(second.identity).not.toBe(first.identity)
  const { faults, summary } = granted(await client.job('packages.verify', { path: second.file, keysFolder: null }))
  expect(faults).toEqual([])
  expect(summary).toMatchObject({ revision: 2, sequence: 2 })

  const { answer } = answering((await takeInHeadOffice(client)).signing)
  const path = answer({ packageName: 'PC042_2026-11_r2', packageIdentity: second.identity })
  granted(await client.job('months.takeInAcknowledgement', { path }))
  expect(await month()).toMatchObject({ delivery: 'accepted', acknowledgement: { verdict: 'accepted' } })
  expect(refusedWith(await reopen())).toBe('month.accepted')
})

test('a rejected package says why, and the month may be mended and sent again', async () => {
  const { opened, client, month, close, pack } = await openMonth()
  await using _ = opened
  granted(await close())
  const { identity } = granted(await pack())
  const { answer } = answering((await takeInHeadOffice(client)).signing)
  const path = answer({
    packageName: 'PC042_2026-11_r1',
    packageIdentity: identity,
    verdict: 'rejected',
    reasons: ['Thiếu quyết định của đợt'],
  })
  expect(granted(await client.job('months.takeInAcknowledgement', { path }))).toMatchObject({ verdict: 'rejected' })
  expect(await month()).toMatchObject({
    delivery: 'rejected',
    acknowledgement: { reasons: ['Thiếu quyết định của đợt'] },
    reopenRefusal: null,
  })
})

test('only an answer of a known key to a package of ours is taken in', async () => {
  const { opened, client, close, pack } = await openMonth()
  await using _ = opened
  granted(await close())
  const { identity } = granted(await pack())
  const name = 'PC042_2026-11_r1'
  const { answer, inbox } = answering((await takeInHeadOffice(client)).signing)
  const takeIn = (path: string) => client.job('months.takeInAcknowledgement', { path })

  const stranger = answering(makeSigningKey()).answer({ packageName: name, packageIdentity: identity })
  expect(refusedWith(await takeIn(stranger))).toBe('acknowledgement.unknownKey')
  const other = answer({ packageName: name, packageIdentity: 'a'.repeat(64) })
  expect(refusedWith(await takeIn(other))).toBe('acknowledgement.otherPackage')
  const good = answer({ packageName: name, packageIdentity: identity })
  writeFileSync(good, readFileSync(good, 'utf8').replace('accepted', 'rejected'))
  expect(refusedWith(await takeIn(good))).toBe('acknowledgement.notOne')
  const changed = answer({ packageName: name, packageIdentity: identity })
  writeFileSync(changed, readFileSync(changed, 'utf8').replace('Phòng', 'Ban'))
  expect(refusedWith(await takeIn(changed))).toBe('acknowledgement.badSignature')
  const unsigned = join(inbox, 'khong-chu-ky.receipt.json')
  copyFileSync(answer({ packageName: name, packageIdentity: identity }), unsigned)
  expect(refusedWith(await takeIn(unsigned))).toBe('acknowledgement.notSigned')
  expect(refusedWith(await takeIn(join(inbox, 'khong-co')))).toBe('file.missing')

  granted(await takeIn(answer({ packageName: name, packageIdentity: identity })))
  const again = answer({ packageName: name, packageIdentity: identity })
  expect(refusedWith(await takeIn(again))).toBe('acknowledgement.alreadyAccepted')
})

test('a late paper goes into the open month under a number of its own, naming the month it belongs to', async () => {
  const { opened, client, close } = await openMonth()
  await using _ = opened
  const late = {
    kind: 'latePaper',
    enteredOn: DECEMBER_1,
    correctedPeriod: NOVEMBER,
    correctedDocument: '31/2026/BBBG-PC042',
    figure: 'gifts',
    countDelta: 1,
    amountDeltaDong: 500_000,
    reason: 'Phiếu ký ngày 28/11, xã gửi về muộn',
  } as const
  expect(refusedWith(await client.command('months.correct', late))).toBe('month.stillOpen')
  granted(await close())
  expect(granted(await client.command('months.correct', late)).documentNumber).toBe('01/2026/BTDC-PC042')
  const backdated = { ...late, enteredOn: day('2026-11-30') }
  expect(refusedWith(await client.command('months.correct', backdated))).toBe('month.closed')
  const { corrections } = granted(await client.query('months.corrections', { period: NOVEMBER }))
  expect(corrections).toMatchObject([{ documentNumber: '01/2026/BTDC-PC042', amountDeltaDong: 500_000 }])
})

test('a package is copied out and read back, and the month says that it was sent', async () => {
  const { opened, client, month, close, pack } = await openMonth()
  await using _ = opened
  const stick = join(temporaryFolder(), 'USB')
  const copy = () => client.job('months.copyPackage', { period: NOVEMBER, folder: stick })
  expect(refusedWith(await copy())).toBe('month.notClosed')
  granted(await close())
  expect(refusedWith(await copy())).toBe('package.notThere')
  const { file } = granted(await pack())
  const copied = granted(await copy())
  expect(readFileSync(copied.file).equals(readFileSync(file))).toBe(true)
  expect(await month()).toMatchObject({ delivery: 'sent', dispatch: { way: 'copy', target: stick } })
  granted(await client.command('months.markMailed', { period: NOVEMBER }))
  expect(await month()).toMatchObject({ dispatch: { way: 'mail', target: null } })
})

test('a copy of the ledger opens as a ledger of its own', async () => {
  const { opened, client } = await openMonth()
  await using _ = opened
  const folder = temporaryFolder()
  const { file } = granted(await client.job('ledger.backUp', { folder }))
  const restored = temporaryFolder()
  copyFileSync(file, join(restored, 'ledger.sqlite'))
  copyFileSync(`${file}.seal`, join(restored, 'ledger.sqlite.seal'))
  const ledger = openLedger({ folder: restored, migrationsFolder: join(RESOURCES, 'migrations') })
  expect(ledger.reader.statement('SELECT count(*) AS count FROM handovers').get()).toEqual({ count: 1 })
  ledger.close()
  expect(existsSync(join(restored, 'ledger.sqlite'))).toBe(true)
})
