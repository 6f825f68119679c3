/** Broken and hostile files are told as what they are: nothing is thrown, little memory and time is spent on them. */

import { truncate, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { GreyImage } from '../../../src/intake/scans/grey-image.ts'
import { greyJpeg } from '../../../src/intake/scans/grey-jpeg.ts'
import { chanceOf } from '../../support/distorted-scans.ts'
import { greyPng } from '../../support/picture.ts'
import { pdfOfScans, pngOf, tiffOf } from '../../support/scan-files.ts'
import { freshFile } from '../list-files.ts'
import { readingsOf } from './reading.ts'

const LOCKED = new URL('files/locked.pdf', import.meta.url).pathname

/** A small page with some lines on it. */
function page(seed: number): GreyImage {
  const pixels = Uint8Array.from({ length: 200 * 280 }, (_, at) => ((at >> 3) % (5 + seed) === 0 ? 30 : 240))
  return { width: 200, height: 280, pixels }
}
const pages = [page(1), page(2), page(3)]

async function written(name: string, bytes: string | Uint8Array): Promise<string> {
  const file = await freshFile(name)
  await writeFile(file, bytes)
  return file
}

async function answersOf(name: string, bytes: string | Uint8Array): Promise<string[]> {
  const readings = await readingsOf(await written(name, bytes))
  return readings.map((reading) =>
    reading.ok
      ? `page ${reading.page.pageNumber}`
      : `${reading.refusal.code} ${JSON.stringify(reading.refusal.parameters)}`,
  )
}

describe('a file is refused', () => {
  test('that is none of a scanner', async () => {
    const refused = ['scan.notAScan {"fileName":"the.pdf"}']
    for (const bytes of ['', 'MZ', 'no scan', '<html></html>', 'GIF89a']) {
      expect(await answersOf('the.pdf', bytes)).toEqual(refused)
    }
  })

  test('that is not there, or is a folder', async () => {
    for (const file of ['/nowhere/the.pdf', '/tmp']) {
      expect(await readingsOf(file)).toMatchObject([{ ok: false, refusal: { code: 'file.missing' } }])
    }
  })

  test('that needs a password', async () => {
    const [reading, ...others] = await readingsOf(LOCKED)
    expect(reading).toEqual({ ok: false, refusal: { code: 'scan.encrypted', parameters: { fileName: 'locked.pdf' } } })
    expect(others).toEqual([])
  })

  test('that is larger than may be held, before it is read', async () => {
    const file = await written('large.pdf', '%PDF-1.7\n')
    await truncate(file, 251_000_000)
    const parameters = { fileName: 'large.pdf', megabytes: 251, largestMegabytes: 250 }
    expect(await readingsOf(file)).toEqual([{ ok: false, refusal: { code: 'file.tooLarge', parameters } }])
  })

  test('of more pages than a campaign has papers', async () => {
    const tiny: GreyImage = { width: 8, height: 8, pixels: new Uint8Array(64) }
    const many = Array.from({ length: 2001 }, () => tiny)
    const refused = ['scan.tooManyPages {"fileName":"many","most":2000}']
    expect(await answersOf('many', tiffOf(many, { packing: 'none', rowsPerStrip: 8, order: 'II' }))).toEqual(refused)
    expect(await answersOf('many', pdfOfScans(many, 50))).toEqual(refused)
  })

  test('whose beginning alone is one of a scan', async () => {
    const whole = ['scan.broken {"fileName":"the.scan","pageNumber":null}']
    for (const bytes of ['%PDF-1.4\nnothing', 'II*\0\x08\0\0\0', 'MM\0*', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n']) {
      expect(await answersOf('the.scan', Buffer.from(bytes, 'latin1'))).toEqual(whole)
    }
  })

  test('that claims more pixels than a sheet has, before any is unpacked', async () => {
    const whole = ['scan.broken {"fileName":"the.scan","pageNumber":null}']
    expect(await answersOf('the.scan', greyPng(60_000, 60_000, new Uint8Array(10)))).toEqual(whole)
    const jpeg = Buffer.from('ffd8ffe000040000ffc0000b08ffffffff01011100', 'hex')
    expect(await answersOf('the.scan', jpeg)).toEqual(whole)
    const tiff = tiffOf([page(1)], LONG_STRIPS)
    const directory = tiff.readUInt32LE(4)
    for (const entry of [0, 1]) tiff.writeUInt32LE(40_000, directory + 2 + entry * 12 + 8)
    expect(await answersOf('the.scan', tiff)).toEqual(['scan.broken {"fileName":"the.scan","pageNumber":1}'])
    const pdf = Buffer.from(pdfOfScans([page(1)], 50))
    const claim = Buffer.from(
      pdf.toString('latin1').replace('/Width 200 /Height 280', '/Width 20000 /Height 28000'),
      'latin1',
    )
    expect(await answersOf('the.scan', claim)).toEqual(['scan.broken {"fileName":"the.scan","pageNumber":1}'])
  })
})

const LONG_STRIPS = { packing: 'none', rowsPerStrip: 60_000, order: 'II' } as const

test('a page that is broken is told in its place, and the others are read', async () => {
  const tiff = tiffOf(pages, { packing: 'none', rowsPerStrip: 100, order: 'II' })
  const second = tiff.readUInt32LE(tiff.readUInt32LE(4) + 2 + 9 * 12)
  tiff.writeUInt32LE(0, second + 2 + 8)
  expect(await answersOf('stack', tiff)).toEqual([
    'page 1',
    'scan.broken {"fileName":"stack","pageNumber":2}',
    'page 3',
  ])
})

test('a TIFF whose directories run in a ring is no endless stack', async () => {
  const tiff = tiffOf(pages, LONG_STRIPS)
  const first = tiff.readUInt32LE(4)
  tiff.writeUInt32LE(first, first + 2 + 9 * 12)
  expect(await answersOf('ring', tiff)).toEqual(['scan.broken {"fileName":"ring","pageNumber":null}'])
})

describe('a file that was cut short or spoilt on its way', () => {
  const files: [string, Uint8Array][] = [
    ['PDF', pdfOfScans(pages, 50)],
    ['TIFF', tiffOf(pages, { packing: 'jpeg', rowsPerStrip: 64, order: 'MM' })],
    ['deflated TIFF', tiffOf(pages, { packing: 'deflate', rowsPerStrip: 64, order: 'II' })],
    ['PNG', pngOf(page(1))],
    ['JPEG', greyJpeg(page(4), 50)],
  ]
  test.each(files)('%s answers pages or refusals, whatever is left of it', async (_kind, whole) => {
    const chance = chanceOf(whole.length)
    const known = /^(page \d+|scan\.(broken|notAScan|encrypted|tooManyPages) .*)$/
    for (let round = 0; round < 40; round++) {
      const spoilt = Uint8Array.from(whole)
      for (let flip = 0; flip < round % 12; flip++) {
        const at = Math.floor(chance() ** 2 * spoilt.length)
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
      }
      const length = round % 3 === 0 ? Math.floor(chance() * spoilt.length) : spoilt.length
      for (const answer of await answersOf('spoilt', spoilt.subarray(0, length))) expect(answer).toMatch(known)
    }
  })
})
