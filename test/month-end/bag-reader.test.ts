import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { type BagPlan, bagFiles, digest } from '../support/foreign-bag.ts'
import { buildZip } from '../support/hostile-zip.ts'
import { freshFolder, goodFiles, inside, layOut } from '../support/month-end.ts'

const folder = freshFolder()
async function codesOf(plan: BagPlan): Promise<string[]> {
  const { faults } = await verifyPackage(layOut(bagFiles(plan), inside(folder)), { bagOnly: true })
  return [...new Set(faults.map(({ code, file }) => `${code} ${file}`))]
}

const hello = (algorithm: string, path = 'data/hello.txt') => `${digest(algorithm, 'hello')}  ${path}\n`
const world = (algorithm: string) => `${digest(algorithm, 'world')}  data/sub/world.txt\n`

describe('Any bag is valid', () => {
  test.each<[string, BagPlan]>([
    ['of BagIt 1.0', {}],
    ['of BagIt 0.97', { version: '0.97' }],
    ['of an older draft', { version: '0.93' }],
    ['with every algorithm', { algorithms: ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] }],
    ['with tag files in UTF-16', { version: '0.97', encoding: 'UTF-16BE' }],
    ['with tag files in Latin-1', { encoding: 'ISO-8859-1' }],
    ['without bag-info.txt', { changes: { 'bag-info.txt': null } }],
    ['with tag files of its own', { changes: { 'notes/readme.txt': 'any' } }],
    [
      'with asterisks before names',
      { algorithms: [], changes: { 'manifest-md5.txt': (hello('md5') + world('md5')).replaceAll('  ', ' *') } },
    ],
    [
      'with ./ before names',
      { algorithms: [], changes: { 'manifest-md5.txt': hello('md5', './data/hello.txt') + world('md5') } },
    ],
    [
      'with CR at line ends',
      { algorithms: [], changes: { 'manifest-md5.txt': (hello('md5') + world('md5')).replaceAll('\n', '\r') } },
    ],
    [
      'with digests in capitals',
      {
        algorithms: [],
        changes: { 'manifest-md5.txt': hello('md5').replace(/^\w+/, (d) => d.toUpperCase()) + world('md5') },
      },
    ],
    [
      'with percent signs and line breaks in names',
      {
        payload: { 'data/100%\n': 'x' },
        algorithms: [],
        changes: { 'bag-info.txt': null, 'manifest-md5.txt': `${digest('md5', 'x')}  data/100%25%0A\n` },
      },
    ],
    [
      'whose 0.97 manifests share the files',
      {
        version: '0.97',
        algorithms: [],
        changes: { 'manifest-md5.txt': hello('md5'), 'manifest-sha1.txt': world('sha1') },
      },
    ],
    ['that fetched all its files', { changes: { 'fetch.txt': 'https://example.org/hello 5 data/hello.txt\n' } }],
    [
      'whose names a disk respelt',
      {
        payload: { 'data/é': 'x' },
        algorithms: [],
        changes: { 'bag-info.txt': null, 'manifest-md5.txt': `${digest('md5', 'x')}  data/é\n` },
      },
    ],
  ])('%s', async (_what, plan) => {
    expect(await codesOf(plan)).toEqual([])
  })

  test('and so is a month-end package, by BagIt alone', async () => {
    const bag = layOut(await goodFiles(), inside(folder))
    expect((await verifyPackage(bag, { bagOnly: true })).faults).toEqual([])
  })

  test('zipped as well as unpacked', async () => {
    const zip = join(inside(folder), 'bag.zip')
    writeFileSync(zip, buildZip([...bagFiles({})].map(([path, bytes]) => ({ name: `bag/${path}`, bytes }))))
    expect((await verifyPackage(zip, { bagOnly: true })).faults).toEqual([])
  })
})

describe('A bag is invalid', () => {
  test.each<[string, BagPlan, string[]]>([
    ['without its declaration', { changes: { 'bagit.txt': null } }, ['bag.structure bagit.txt']],
    [
      'with a mark before its declaration',
      { changes: { 'bagit.txt': '\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' } },
      ['bag.structure bagit.txt'],
    ],
    [
      'with blanks in its declaration',
      { changes: { 'bagit.txt': 'BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n' } },
      ['bag.structure bagit.txt'],
    ],
    ['of an unknown version', { version: '2.0' }, ['bag.version bagit.txt']],
    ['in an unknown encoding', { encoding: 'KLINGON' }, ['bag.structure bagit.txt']],
    [
      'without a manifest',
      { algorithms: [] },
      ['bag.structure null', 'file.extra data/hello.txt', 'file.extra data/sub/world.txt'],
    ],
    [
      'with a manifest of an unknown algorithm',
      { changes: { 'manifest-crc7.txt': '00  data/hello.txt\n' } },
      ['bag.structure manifest-crc7.txt'],
    ],
    [
      'with a file missing',
      { changes: { 'data/hello.txt': null } },
      ['bag.info bag-info.txt', 'file.missing data/hello.txt'],
    ],
    ['with a file more', { changes: { 'data/more.txt': 'x' } }, ['bag.info bag-info.txt', 'file.extra data/more.txt']],
    ['with a changed file', { changes: { 'data/hello.txt': 'hallo' } }, ['file.changed data/hello.txt']],
    [
      'with a file still to be fetched',
      {
        changes: {
          'data/hello.txt': null,
          'bag-info.txt': null,
          'fetch.txt': 'https://example.org/h - data/hello.txt\n',
        },
      },
      ['file.missing data/hello.txt'],
    ],
    [
      'that would fetch to another place',
      { changes: { 'fetch.txt': 'https://example.org/h 5 data/../../hello.txt\n' } },
      ['name.unsafe fetch.txt'],
    ],
    [
      'that would fetch what no manifest names',
      { changes: { 'fetch.txt': 'https://example.org/h 5 data/other.txt\n' } },
      ['manifest.malformed fetch.txt'],
    ],
    [
      'with a line that is no digest',
      { changes: { 'manifest-sha512.txt': 'abc\n' } },
      ['manifest.malformed manifest-sha512.txt', 'file.extra data/hello.txt', 'file.extra data/sub/world.txt'],
    ],
    [
      'whose manifest leaves the bag',
      { version: '0.97', changes: { 'manifest-md5.txt': `${digest('md5', 'x')}  ../../README.md\n` } },
      ['name.unsafe manifest-md5.txt'],
    ],
    [
      'whose manifest names the home folder',
      { version: '0.97', changes: { 'manifest-md5.txt': `${digest('md5', 'x')}  ~/README.md\n` } },
      ['name.unsafe manifest-md5.txt'],
    ],
    [
      'whose manifest names a tag file',
      { version: '0.97', changes: { 'manifest-md5.txt': `${digest('md5', 'x')}  bagit.txt\n` } },
      ['manifest.malformed manifest-md5.txt'],
    ],
    [
      'that names a file twice',
      { algorithms: [], changes: { 'manifest-md5.txt': hello('md5') + hello('md5') + world('md5') } },
      ['manifest.malformed manifest-md5.txt'],
    ],
    [
      'of 1.0 with a manifest that is not complete',
      { changes: { 'manifest-md5.txt': hello('md5') } },
      ['file.extra data/sub/world.txt'],
    ],
    [
      'with a tag manifest that names a tag manifest',
      { changes: { 'tagmanifest-md5.txt': `${digest('md5', 'x')}  tagmanifest-sha1.txt\n` } },
      ['manifest.malformed tagmanifest-md5.txt'],
    ],
    [
      'with a tag file missing',
      { changes: { 'tagmanifest-md5.txt': `${digest('md5', 'x')}  notes.txt\n` } },
      ['file.missing notes.txt'],
    ],
    [
      'with another amount of payload',
      { changes: { 'bag-info.txt': 'Payload-Oxum: 11.2\n' } },
      ['bag.info bag-info.txt'],
    ],
    ['with a line without label', { changes: { 'bag-info.txt': 'hello\n' } }, ['bag.info bag-info.txt']],
  ])('%s', async (_what, plan, expected) => {
    expect(await codesOf(plan)).toEqual(expected)
  })

  test('with a link in it', async () => {
    const bag = layOut(bagFiles({}), inside(folder))
    symlinkSync('/etc/hostname', join(bag, 'data/link'))
    expect((await verifyPackage(bag, { bagOnly: true })).faults.map(({ code }) => code)).toEqual(['name.unsafe'])
  })

  test('without a folder data, and valid with an empty one', async () => {
    const files = new Map([...bagFiles({ payload: {}, changes: { 'bag-info.txt': null } })])
    const bag = layOut(files, inside(folder))
    expect((await verifyPackage(bag, { bagOnly: true })).faults.map(({ code }) => code)).toEqual(['bag.structure'])
    mkdirSync(join(bag, 'data'))
    expect((await verifyPackage(bag, { bagOnly: true })).faults).toEqual([])
  })
})
