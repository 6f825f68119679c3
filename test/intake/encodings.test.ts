import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLegacy } from '../../src/domain/legacy-vietnamese.ts'
import { openTable } from '../../src/intake/formats/open-table.ts'
import type { TextEncoding } from '../../src/intake/formats/table-source.ts'
import { encodeText, textEncodingOf } from '../../src/intake/formats/text-encoding.ts'
import { inventedHouseholds } from '../support/people.ts'
import { faultOf, readTable, rowsOf } from './tables.ts'

const NAMES = inventedHouseholds(200).map(({ headOfHousehold }) => headOfHousehold)
const TEXT = `STT;Họ tên;Thôn\r\n${NAMES.map((name, at) => `${at + 1};${name};Thôn Đông`).join('\r\n')}\r\n`

async function read(bytes: Buffer) {
  const table = await openTable(bytes)
  const [sheet] = await readTable(table)
  const texts = Object.values(sheet?.rows ?? {}).map(([, name]) => String(name).normalize('NFC'))
  return { encoding: table.textEncoding, names: texts.slice(1) }
}

describe('the encoding of a text file is found', () => {
  const marked = (encoding: TextEncoding) => encodeText(`\ufeff${TEXT}`, encoding)
  const files: [what: string, encoding: TextEncoding, bytes: Buffer][] = [
    ['UTF-8', 'utf-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', 'utf-8', marked('utf-8')],
    ['UTF-8, letters and marks apart', 'utf-8', Buffer.from(TEXT.normalize('NFD'))],
    ['UTF-16 LE', 'utf-16le', marked('utf-16le')],
    ['UTF-16 BE', 'utf-16be', marked('utf-16be')],
    ['UTF-16 LE without a mark', 'utf-16le', encodeText(TEXT, 'utf-16le')],
    ['UTF-16 BE without a mark', 'utf-16be', encodeText(TEXT, 'utf-16be')],
    ['Vietnamese Windows', 'windows-1258', encodeText(TEXT, 'windows-1258')],
  ]
  test.each(files)('%s', async (_what, encoding, bytes) => {
    expect(await read(bytes)).toEqual({ encoding, names: NAMES })
  })

  test.each(['tcvn3', 'vni'] as const)('codes of %s stay the codes they are', async (encoding) => {
    const bytes = encodeText(encodeLegacy(TEXT, encoding), 'windows-1252')
    const names = NAMES.map((name) => encodeLegacy(name, encoding))
    expect(await read(bytes)).toEqual({ encoding: 'windows-1252', names })
  })

  test('names of any kind come back from every encoding', () => {
    const names = fc.array(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 20 })
    const encodings = fc.constantFrom<TextEncoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1258')
    fc.assert(
      fc.property(names, encodings, (some, encoding) => {
        const text = `STT;Họ tên\n${some.join('\n')}`
        expect(textEncodingOf(encodeText(text, encoding))).toBe(encoding)
      }),
    )
  })

  test('plain ASCII and signs of Windows are text, letters that make no sense are not', async () => {
    expect(textEncodingOf(Buffer.from('STT;Ho ten\n1;An'))).toBe('utf-8')
    expect(textEncodingOf(Buffer.from('STT;Ho ten\n1;An \x96 Binh\xa0', 'latin1'))).toBe('windows-1258')
    expect(await faultOf(Buffer.from('STT;Ho ten\n1;M\xfcller\n2;Gr\xf6\xdfe', 'latin1'))).toBe('broken')
    expect(await faultOf(Buffer.concat([Buffer.from(TEXT), Buffer.of(0xe1, 0xbb)]))).toBe('broken')
  })

  test('a file in a legacy font with a letter that Windows does not have is still text', () => {
    expect(textEncodingOf(Buffer.from(`${encodeLegacy(TEXT, 'tcvn3')}\x81`, 'latin1'))).toBe('windows-1252')
  })
})

describe('separated values', () => {
  const rows = { 1: ['STT', 'Họ tên', 'CCCD'], 2: ['1', 'Trần "An"; Bình', null], 4: ['2', 'Lê\nChi', '001'] }
  test.each([';', ',', '\t', '|'])('with %j between them, stated in the first line', async (delimiter) => {
    const text = [['STT', 'Họ tên', 'CCCD'], ['1', '"Trần ""An""; Bình"', ''], [], ['2', '"Lê\nChi"', '001']]
    const lines = text.map((line) => line.join(delimiter)).join('\r\n')
    const numbers = Object.keys(rows).map(Number)
    if (delimiter !== '|') expect(await rowsOf(lines)).toEqual(rows)
    const stated = await rowsOf(`\ufeffsep=${delimiter}\r\n${lines}`)
    expect(Object.values(stated)).toEqual(Object.values(rows))
    expect(Object.keys(stated).map(Number)).toEqual(numbers.map((number) => number + 1))
  })
})
