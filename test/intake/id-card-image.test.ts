import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type IdCardImageReading, readIdCardImage } from '../../src/intake/id-card-image.ts'
import { REPOSITORY } from '../support/office-place.ts'
import { greyPng, photograph } from '../support/picture.ts'
import { freshFile } from './list-files.ts'

const CARD = '001185000001|168123456|Nguyễn Thị An|02031985|Nữ|Thôn Đông, Xã Mẫu, Hà Nội|15042021'
const READ = {
  citizenId: '001185000001',
  oldIdNumber: '168123456',
  birthYear: 1985,
  birthDay: '1985-03-02',
  issuedOn: '2021-04-15',
  fullName: 'Nguyễn Thị An',
  residence: 'Thôn Đông, Xã Mẫu, Hà Nội',
}
const wasmFile = join(REPOSITORY, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')

async function read(picture: Uint8Array, name = 'the.png'): Promise<IdCardImageReading> {
  const file = await freshFile(name)
  await writeFile(file, picture)
  return readIdCardImage(file, { wasmFile })
}

const refusalOf = async (picture: Uint8Array) => {
  const reading = await read(picture)
  return reading.ok ? reading.card : reading.refusal.code
}

describe('an ID card on a picture is read', () => {
  test.each([
    ['scanned straight', { modulePixels: 4, degrees: 0, noise: 0 }],
    ['askew', { modulePixels: 5, degrees: 17, noise: 0 }],
    ['upside down', { modulePixels: 4, degrees: 180, noise: 0 }],
    ['small', { modulePixels: 2, degrees: 0, noise: 0 }],
    ['in poor light', { modulePixels: 6, degrees: 33, noise: 60 }],
  ])('%s', async (_how, shot) => {
    expect(await read(photograph(CARD, shot))).toEqual({ ok: true, card: READ })
  })

  test('from a JPEG, too, whatever its name ends with', async () => {
    const jpeg = await readFile(new URL('pictures/id-card.jpg', import.meta.url))
    expect(await read(jpeg, 'IMG_0001')).toEqual({ ok: true, card: { ...READ, oldIdNumber: null } })
  })

  test('with all letters of its 2024 kind', async () => {
    const text = `${CARD.replace('Nguyễn Thị An', 'H’Mai Ŏ Niê Kđăm')}|Y Bhăm|H Ƀlơ|`
    const reading = await read(photograph(text, { modulePixels: 4, degrees: 0, noise: 0 }))
    expect(reading).toEqual({ ok: true, card: { ...READ, fullName: "H'Mai Ŏ Niê Kđăm" } })
  })
})

describe('a picture is refused', () => {
  const straight = { modulePixels: 4, degrees: 0, noise: 0 }

  test('that shows no code', async () => {
    expect(await refusalOf(greyPng(200, 200, new Uint8Array(201 * 200)))).toBe('idCard.noCode')
  })

  test('with the code of something else, or of a card whose numbers do not belong together', async () => {
    expect(await refusalOf(photograph('https://example.com/', straight))).toBe('idCard.unreadable')
    expect(await refusalOf(photograph(CARD.replace('1985', '1958'), straight))).toBe('idCard.unreadable')
  })

  test('that is none, or broken', async () => {
    const picture = photograph(CARD, straight)
    for (const bytes of [Buffer.from('MZ no picture'), new Uint8Array(), picture.subarray(0, 300)]) {
      expect(await refusalOf(bytes)).toBe('idCard.notAPicture')
    }
  })

  test('that claims more pixels than it may, before any is unpacked', async () => {
    expect(await refusalOf(greyPng(60_000, 60_000, new Uint8Array(10)))).toBe('idCard.notAPicture')
    const wide = Buffer.from('ffd8ffe000040000ffc0000b08ffffffff01011100', 'hex')
    expect(await refusalOf(wide)).toBe('idCard.notAPicture')
  })

  test('that is larger than 20 MB, or not there', async () => {
    const reading = await read(new Uint8Array(20_000_001), 'the.jpg')
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'idCard.pictureTooLarge' } })
    const missing = await readIdCardImage('/nowhere/the.png', { wasmFile })
    expect(missing).toMatchObject({ ok: false, refusal: { code: 'file.missing', parameters: { fileName: 'the.png' } } })
  })
})
