/** Keys of a real office: made, printed, replaced, revoked, brought back on a new computer; and head office's. */

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { day } from '../../src/domain/day.ts'
import { period } from '../../src/domain/period.ts'
import { writeRecoveryCode } from '../../src/domain/recovery-code.ts'
import { readRevocation, readRotation } from '../../src/month-end/key-statements.ts'
import { makeRecoveryIdentity, secretOfIdentity } from '../../src/month-end/recovery-identity.ts'
import {
  keyFingerprint,
  makeSigningKey,
  readMinisig,
  readPublicKey,
  seedOfSigningKey,
  signingKey,
  verifyMinisig,
} from '../../src/month-end/signing-key.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { openKeyStore } from '../../src/office/key-store.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { ledgerIn } from '../bench/offices.ts'
import { pageText } from '../documents/read-pdf.ts'
import { calendar } from '../support/gifts.ts'
import { HEAD_OFFICE, headOfficeKeys, takeInHeadOffice } from '../support/keys.ts'
import { connect, failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { officePlace, temporaryFolder } from '../support/office-place.ts'
import { EXPLAINED, giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

const NOVEMBER = period('2026-11')

const described = async (client: Client) => granted(await client.query('keys.describe', {}))

async function keyIdOf(client: Client): Promise<string> {
  const { officeKeys } = await described(client)
  return officeKeys[0]?.keyId ?? ''
}

/** Both codes of the sheet of the key that lies in a folder. */
function codesOf(keys: string, stem = 'PC042') {
  const signing = signingKey(readFileSync(join(keys, `${stem}.key.pem`), 'utf8'))
  const identity = readFileSync(join(keys, `${stem}.identity.txt`), 'utf8').trim()
  return {
    signingKey: writeRecoveryCode('signingKey', seedOfSigningKey(signing)),
    recoveryIdentity: writeRecoveryCode('recoveryIdentity', secretOfIdentity(identity)),
  }
}

/** A gift of November; it is 1 December. */
async function monthToClose() {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  granted(await client.command('gifts.handOver', giftFor(await openCampaign(client), householdId)))
  days.turnTo(day('2026-12-01'))
  const close = async () => granted(await client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED }))
  const pack = () => client.job('months.package', { period: NOVEMBER, folder: null })
  return { opened, client, days, close, pack, keys: join(opened.folder, 'keys') }
}

describe('The office’s key', () => {
  test('is made at first run, told with its fingerprint, and never leaves in what is told', async () => {
    await using opened = await openWorkingOffice()
    const { protection, officeKeys } = await described(opened.client)
    const publicKey = readFileSync(join(opened.folder, 'keys', 'PC042.pub'), 'utf8')
    expect(protection).toBe('file')
    expect(officeKeys).toEqual([
      {
        keyId: readPublicKey(publicKey)?.keyId,
        fingerprint: keyFingerprint(publicKey),
        state: 'inForce',
        madeAt: '2026-12-01T01:30:00.000Z',
        madeBy: 'Trần Thị Thu',
        revocation: null,
        isHere: true,
        sheetPrintedAt: null,
      },
    ])
  })

  test('is replaced by one that the old one vouches for, and what the old one signed is still good', async () => {
    const { opened, client, close, pack, keys, days } = await monthToClose()
    await using _ = opened
    await close()
    const { file, identity } = granted(await pack())
    const oldText = readFileSync(join(keys, 'PC042.pub'), 'utf8')
    const old = readPublicKey(oldText)
    days.turnTo(day('2026-12-02'))
    const { keyId } = granted(await client.command('keys.rotate', {}))
    expect((await described(client)).officeKeys.map((key) => [key.keyId, key.state])).toEqual([
      [keyId, 'inForce'],
      [old?.keyId, 'replaced'],
    ])
    const json = readFileSync(join(keys, 'PC042.2.rotation.json'), 'utf8')
    const minisig = readMinisig(readFileSync(join(keys, 'PC042.2.rotation.json.minisig'), 'utf8'))
    expect(readRotation(json)).toMatchObject({ officeId: 'PC042', oldKeyId: old?.keyId, newKeyId: keyId })
    expect(old && minisig && verifyMinisig(Buffer.from(json), minisig, old)).toBe(true)

    expect((await verifyPackage(file, { keysFolder: keys })).summary?.signature).toBe('good')
    expect(granted(await pack()).identity).toBe(identity)
    granted(await client.command('months.reopen', { period: NOVEMBER, reason: 'Sót một phiếu' }))
    await close()
    const second = granted(await pack())
    expect((await verifyPackage(second.file, { keysFolder: keys })).summary?.closing.signerKeyId).toBe(keyId)
    rmSync(join(keys, 'PC042.2.pub'))
    const { faults } = await verifyPackage(second.file, { keysFolder: keys })
    expect(faults.map(({ code }) => code)).toEqual(['signature.unknownKey'])
  })

  test('that was revoked is good for what was closed before, and for nothing after', async () => {
    const { opened, client, close, pack, keys, days } = await monthToClose()
    await using _ = opened
    await close()
    const { file } = granted(await pack())
    const keyId = await keyIdOf(client)
    const revoke = () => client.command('keys.revoke', { keyId, reason: 'Mất máy' })
    days.turnTo(day('2026-12-02'))
    const { keyInForce } = granted(await revoke())
    expect(keyInForce).not.toBe(keyId)
    expect(refusedWith(await revoke())).toBe('officeKey.revoked')
    const unknown = await client.command('keys.revoke', { keyId: '0123456789ABCDEF', reason: 'Nhầm' })
    expect(refusedWith(unknown)).toBe('officeKey.unknown')
    expect((await described(client)).officeKeys[1]).toMatchObject({
      state: 'revoked',
      revocation: { reason: 'Mất máy', revokedBy: 'Trần Thị Thu' },
    })
    const statement = readFileSync(join(keys, 'PC042.revocation.json'), 'utf8')
    expect(readRevocation(statement)).toMatchObject({ officeId: 'PC042', keyId, reason: 'Mất máy' })
    expect((await verifyPackage(file, { keysFolder: keys })).summary?.signature).toBe('good')

    // Whoever stole the key closes a month after it was revoked: as if it had been revoked the day before.
    writeFileSync(join(keys, 'PC042.revocation.json'), statement.replace(/2026-12-02T/, '2026-11-30T'))
    const late = await verifyPackage(file, { keysFolder: keys })
    expect(late.faults.map(({ code }) => code)).toEqual(['signature.revokedKey'])
    expect(late.summary?.signature).toBe('revokedKey')
  })

  test('is handed to head office in what is public, and in nothing else', async () => {
    await using opened = await openWorkingOffice()
    granted(await opened.client.command('keys.rotate', {}))
    // A company has the keys of its offices beside its own.
    writeFileSync(join(opened.folder, 'keys', 'PC001.pub'), makeSigningKey().publicKeyText)
    const folder = temporaryFolder()
    const { fileNames } = granted(await opened.client.job('keys.export', { folder }))
    expect(fileNames).toEqual(['PC042.2.pub', 'PC042.2.rotation.json', 'PC042.2.rotation.json.minisig', 'PC042.pub'])
    expect(readdirSync(folder).sort()).toEqual(fileNames)
    expect(
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join(),
    ).not.toContain('PRIVATE')
  })

  test('of a ledger from before keys were kept in it is taken up as it is', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder, office } = opened
    const keyId = await keyIdOf(client)
    await office.close()
    const ledger = ledgerIn(folder)
    for (const sql of ['DROP TRIGGER office_keys_is_not_deleted', 'DELETE FROM office_keys']) {
      ledger.transact((writer) => writer.statement(sql).run())
    }
    ledger.close()
    rmSync(join(folder, 'keys', 'PC042.identity.txt'))
    const again = openOffice(officePlace(folder))
    const port = connect(again)
    const [person] = granted(await port.query('office.describe', {})).people
    granted(await port.query('session.start', { personId: person?.personId ?? '' }))
    expect((await described(port)).officeKeys).toMatchObject([{ keyId, madeBy: null, isHere: true }])
    await again.close()
  })
})

describe('A recovery sheet', () => {
  test('is printed for the safe, told as printed, and its file goes', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    const { file, pageCount } = granted(await client.job('keys.printRecoverySheet', {}))
    const text = pageText(readFileSync(file))
    const { signingKey: code } = codesOf(join(folder, 'keys'))
    expect(pageCount).toBe(1)
    expect(text.replace(/\s/g, '')).toContain(`16)${code.slice(-6)}`)
    expect(text).toContain(await keyIdOf(client))
    expect((await described(client)).officeKeys[0]?.sheetPrintedAt).toBeNull()
    const taking = { file, pages: null, copies: 1, way: 'printer' as const, printer: 'HP' }
    granted(await client.command('papers.noteTaking', taking))
    expect((await described(client)).officeKeys[0]?.sheetPrintedAt).toBe('2026-12-01T01:30:00.000Z')
    granted(await client.command('keys.removeSheet', {}))
    expect(existsSync(file)).toBe(false)
    const second = granted(await client.job('keys.printRecoverySheet', {}))
    expect(pageText(readFileSync(second.file))).toContain('Bản sao lần 1')
    await opened.office.close()
    const again = openOffice(officePlace(folder))
    granted(await connect(again).query('office.describe', {}))
    expect(existsSync(second.file)).toBe(false)
    await again.close()
  })

  test('brings the keys back on a new computer, and a month is closed and packed as before', async () => {
    const { opened, client, keys, days } = await monthToClose()
    await using _ = opened
    const { identity } = await takeInHeadOffice(client)
    const codes = codesOf(keys)
    await opened.office.close()
    // The ledger is copied over from its backup, which has no keys beside it.
    rmSync(keys, { recursive: true })
    const sealingKey = { key: Buffer.alloc(32, 7).toString('base64'), wrapped: 'here', protection: 'system' } as const
    const keyStore = openKeyStore(keys, sealingKey)
    const office = openOffice(officePlace(opened.folder, { clock: days.clock, keyStore }))
    const port = connect(office)
    const [person] = granted(await port.query('office.describe', {})).people
    granted(await port.query('session.start', { personId: person?.personId ?? '' }))
    expect(await described(port)).toMatchObject({ protection: 'system', officeKeys: [{ isHere: false }] })
    const closing = { period: NOVEMBER, explanations: EXPLAINED }
    expect(failed(await port.command('months.close', closing))).toMatchObject({ problem: { code: 'key.missing' } })
    const spaced = codes.signingKey.replace(/(.{6})/g, '$1 ')
    granted(await port.command('keys.restore', { ...codes, signingKey: spaced }))
    expect((await described(port)).officeKeys).toMatchObject([{ isHere: true }])
    granted(await port.command('months.close', closing))
    const { file } = granted(await port.job('months.package', { period: NOVEMBER, folder: null }))
    const { faults } = await verifyPackage(file, { keysFolder: keys, identities: [identity] })
    expect(faults).toEqual([])
    expect(readdirSync(keys).sort()).toEqual(['PC042.pub', 'secrets.sealed'])
    await office.close()
  })

  test('of the old key brings back, too, that it vouched for the new one', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    const keys = join(folder, 'keys')
    const codes = codesOf(keys)
    granted(await client.command('keys.rotate', {}))
    const statement = join(keys, 'PC042.2.rotation.json')
    const [json, minisig] = [readFileSync(statement, 'utf8'), readFileSync(`${statement}.minisig`, 'utf8')]
    rmSync(statement)
    rmSync(`${statement}.minisig`)
    granted(await client.command('keys.restore', codes))
    expect(readFileSync(statement, 'utf8')).toBe(json)
    expect(readFileSync(`${statement}.minisig`, 'utf8')).toBe(minisig)
  })

  test('with wrong digits or of another office is refused', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    const codes = codesOf(join(folder, 'keys'))
    const restore = (input: typeof codes) => client.command('keys.restore', input)
    const last = codes.signingKey.endsWith('0') ? '1' : '0'
    const mistyped = { ...codes, signingKey: codes.signingKey.slice(0, -1) + last }
    expect(failed(await restore(mistyped))).toMatchObject({
      refusal: { code: 'recoverySheet.wrongGroups', parameters: { kind: 'signingKey', groups: [16] } },
    })
    const swapped = { signingKey: codes.recoveryIdentity, recoveryIdentity: codes.signingKey }
    expect(refusedWith(await restore(swapped))).toBe('recoverySheet.otherCode')
    const other = writeRecoveryCode('signingKey', seedOfSigningKey(makeSigningKey()))
    expect(refusedWith(await restore({ ...codes, signingKey: other }))).toBe('recoverySheet.otherOffice')
    const mixed = writeRecoveryCode('recoveryIdentity', secretOfIdentity(makeRecoveryIdentity().identity))
    expect(refusedWith(await restore({ ...codes, recoveryIdentity: mixed }))).toBe('recoverySheet.otherOffice')
    granted(await client.command('keys.revoke', { keyId: await keyIdOf(client), reason: 'Lộ khoá' }))
    // Its months are opened and packaged by it: a revoked key comes back, too, and signs no new closing.
    granted(await restore(codes))
  })

  test('leaves nothing of the keys in the journal', async () => {
    await using opened = await openWorkingOffice()
    const codes = codesOf(join(opened.folder, 'keys'))
    granted(await opened.client.command('keys.restore', codes))
    granted(await opened.client.job('keys.printRecoverySheet', {}))
    await opened.office.close()
    const ledger = readFileSync(join(opened.folder, 'ledger.sqlite')).toString('latin1')
    expect(ledger).toContain('keys.restore')
    expect(ledger).not.toContain(codes.signingKey.slice(0, 24))
    expect(ledger).not.toContain(codes.recoveryIdentity.slice(-24))
  })
})

describe('Head office’s key', () => {
  test('is shown with its fingerprint, and taken in only as it was compared', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const { path, fingerprint, signing } = headOfficeKeys()
    expect(granted(await client.job('keys.readHeadOfficeKey', { path }))).toEqual({
      name: HEAD_OFFICE,
      keyId: signing.keyId,
      fingerprint,
      madeOn: '2026-10-01',
    })
    const takeIn = (chosen: string) => client.command('keys.takeInHeadOfficeKey', { path: chosen, fingerprint })
    expect(refusedWith(await takeIn(headOfficeKeys().path))).toBe('headOfficeKey.changed')
    granted(await takeIn(path))
    expect((await described(client)).headOfficeKeys).toMatchObject([
      { name: HEAD_OFFICE, fingerprint, takenInBy: 'Trần Thị Thu', revocation: null },
    ])
    expect(refusedWith(await takeIn(path))).toBe('headOfficeKey.known')
    const other = join(temporaryFolder(), 'head-office.json')
    copyFileSync(join(opened.folder, 'keys', 'PC042.pub'), other)
    expect(refusedWith(await client.job('keys.readHeadOfficeKey', { path: other }))).toBe('headOfficeKey.notOne')
    expect(refusedWith(await client.job('keys.readHeadOfficeKey', { path: `${other}.gone` }))).toBe('file.missing')
  })

  test('that was revoked gets no package, and a package waits for the next rather than go in the clear', async () => {
    const { opened, client, close, pack } = await monthToClose()
    await using _ = opened
    await close()
    const made = granted(await pack())
    expect(made.file).toMatch(/\.zip$/)
    const first = await takeInHeadOffice(client)
    const revocation = { keyId: first.signing.keyId, reason: 'Cấp trên báo đổi khoá' }
    granted(await client.command('keys.revokeHeadOfficeKey', revocation))
    expect(refusedWith(await client.command('keys.revokeHeadOfficeKey', revocation))).toBe('headOfficeKey.revoked')
    const takeInAgain = { path: first.path, fingerprint: first.fingerprint }
    expect(refusedWith(await client.command('keys.takeInHeadOfficeKey', takeInAgain))).toBe('headOfficeKey.revoked')
    expect(refusedWith(await pack())).toBe('package.noHeadOfficeKey')
    const second = await takeInHeadOffice(client)
    const { file } = granted(await pack())
    const codes = async (identity: string) =>
      (await verifyPackage(file, { identities: [identity] })).faults.map(({ code }) => code)
    expect(await codes(second.identity)).toEqual([])
    expect(await codes(first.identity)).toEqual(['encryption.noKey'])
  })
})

test('a folder that an earlier try left is no obstacle', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'keys'))
  const left = makeSigningKey()
  writeFileSync(join(folder, 'keys', 'PC042.key.pem'), left.privateKeyText)
  await using opened = await openWorkingOffice(officePlace(folder))
  expect(await keyIdOf(opened.client)).toBe(left.keyId)
})
