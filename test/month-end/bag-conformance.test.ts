/**
 * The kinds of bags that the Library of Congress' conformance suite has, made anew: what is valid, what is valid with a
 * warning, what is not. Each is tried in the versions it is about.
 */

import { describe, expect, test } from 'vitest'
import { verifyFiles } from '../../src/month-end/verify-package.ts'
import { type BagPlan, bagFiles, digest } from '../support/foreign-bag.ts'
import { inMemory } from '../support/sealed-bag.ts'

const VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'] as const

async function judged(plan: BagPlan) {
  const { faults, warnings } = await verifyFiles(inMemory(bagFiles(plan)), { bagOnly: true })
  const own = warnings.map(({ code }) => code).filter((code) => code !== 'bag.oldVersion')
  return { faults: [...new Set(faults.map(({ code }) => code))], warnings: own }
}

const GOOD = { faults: [], warnings: [] }
const line = (path: string, text: string, algorithm = 'sha256') => `${digest(algorithm, text)}  ${path}\n`
/** A bag of one file whose manifest is written as told. */
const single = (version: string, name: string, manifest: string, more: BagPlan['changes'] = {}): BagPlan => ({
  version,
  payload: { [name]: 'x' },
  algorithms: [],
  changes: { 'bag-info.txt': null, 'manifest-sha256.txt': manifest, ...more },
})

describe.each(VERSIONS)('A bag of version %s', (version) => {
  test('basic: two files, one manifest', async () => {
    expect(await judged({ version, algorithms: ['sha256'] })).toEqual(GOOD)
  })

  test.each(['sha256', 'sha384', 'sha512'])('with a manifest of %s', async (algorithm) => {
    expect(await judged({ version, algorithms: [algorithm] })).toEqual(GOOD)
  })

  test.each(['md5', 'sha1'])('with a manifest of %s alone is valid, and weak', async (algorithm) => {
    expect(await judged({ version, algorithms: [algorithm] })).toEqual({ faults: [], warnings: ['bag.weakAlgorithm'] })
  })

  test('with several manifests at once', async () => {
    expect(await judged({ version, algorithms: ['md5', 'sha1', 'sha256', 'sha512'] })).toEqual(GOOD)
  })

  test.each(['UTF-8', 'UTF-16', 'UTF-16BE', 'ISO-8859-1'])('with tag files in %s', async (encoding) => {
    expect(await judged({ version, encoding, algorithms: ['sha256'] })).toEqual(GOOD)
  })

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['LF', '\n'],
  ])('with lines that end in %s', async (_name, end) => {
    const manifest = (line('data/hello.txt', 'hello') + line('data/sub/world.txt', 'world')).replaceAll('\n', end)
    const declaration = `BagIt-Version: ${version}${end}Tag-File-Character-Encoding: UTF-8${end}`
    const changes = { 'manifest-sha256.txt': manifest, 'bagit.txt': declaration, 'bag-info.txt': `A: b${end} c${end}` }
    expect(await judged({ version, algorithms: [], changes })).toEqual(GOOD)
  })

  test('whose last line has no end', async () => {
    expect(await judged(single(version, 'data/a', line('data/a', 'x').trimEnd()))).toEqual(GOOD)
  })

  test('with tabs and several blanks behind digests', async () => {
    expect(await judged(single(version, 'data/a', `${digest('sha256', 'x')}\t  data/a\n`))).toEqual(GOOD)
  })

  test('with names of blanks, other letters and signs', async () => {
    for (const name of [
      'data/a b  c.txt',
      'data/hộ nghèo.txt',
      "data/it's (1) & [2] {3} #4 ~5 $6 @7 !.txt",
      'data/-f',
    ]) {
      expect(await judged(single(version, name, line(name, 'x'))), name).toEqual(GOOD)
    }
  })

  test('with line breaks in a name, written with percent signs', async () => {
    expect(await judged(single(version, 'data/a\nb', line('data/a%0Ab', 'x')))).toEqual(GOOD)
    expect(await judged(single(version, 'data/a\r\nb', line('data/a%0D%0ab', 'x')))).toEqual(GOOD)
  })

  test('with a bag inside it', async () => {
    const inner = [...bagFiles({})].map(([path, bytes]) => [`data/inner/${path}`, bytes.toString()])
    expect(
      await judged({
        version,
        algorithms: ['sha256'],
        payload: Object.fromEntries(inner),
        changes: { 'bag-info.txt': null },
      }),
    ).toEqual(GOOD)
  })

  test('with an empty file', async () => {
    const payload = { 'data/empty': '' }
    expect(await judged({ version, algorithms: ['sha256'], payload, changes: { 'bag-info.txt': null } })).toEqual(GOOD)
  })

  test('made with the tools of md5sum: asterisks', async () => {
    const plan = single(version, 'data/a', line('data/a', 'x').replace('  ', ' *'))
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.foreignMarks'] })
  })

  test('with ./ before names', async () => {
    const plan = single(version, 'data/a', line('./data/a', 'x'))
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.foreignMarks'] })
  })

  test('with what systems leave behind', async () => {
    const payload = { 'data/.DS_Store': 'x', 'data/Thumbs.db': 'x' }
    const plan = { version, algorithms: ['sha256'], payload, changes: { 'bag-info.txt': null } }
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.systemFile', 'bag.systemFile'] })
  })

  test('with names that differ in capitals only', async () => {
    const payload = { 'data/Hello.txt': 'x', 'data/hello.txt': 'y' }
    const plan = { version, algorithms: ['sha256'], payload, changes: { 'bag-info.txt': null } }
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.twinNames'] })
  })

  test('whose manifest spells a name in another form of Unicode than the disk', async () => {
    const plan = single(version, 'data/e\u0301', line('data/\u00e9', 'x'))
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.respeltName'] })
  })

  test('with the same name twice in two forms of Unicode', async () => {
    const payload = { 'data/e\u0301': 'x', 'data/\u00e9': 'x' }
    const plan = { version, algorithms: ['sha256'], payload, changes: { 'bag-info.txt': null } }
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.twinNames'] })
  })

  test('that fetched all it had to', async () => {
    const plan = single(version, 'data/a', line('data/a', 'x'), { 'fetch.txt': 'https://example.org/a 1 data/a\n' })
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.fetchedFile'] })
  })

  test('with a label twice that may be said once', async () => {
    const plan = single(version, 'data/a', line('data/a', 'x'), {
      'bag-info.txt': 'Bagging-Date: 2026-11-01\nBagging-Date: 2026-11-02\n',
    })
    expect(await judged(plan)).toEqual({ faults: [], warnings: ['bag.repeatedLabel'] })
  })

  test.each<[string, BagPlan, string]>([
    ['without bagit.txt', { changes: { 'bagit.txt': null } }, 'bag.structure'],
    ['without a folder data', { payload: {}, changes: { 'bag-info.txt': null } }, 'bag.structure'],
    ['without any manifest', { algorithms: [] }, 'bag.structure'],
    [
      'with a mark before bagit.txt',
      { changes: { 'bagit.txt': `\ufeffBagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n` } },
      'bag.structure',
    ],
    [
      'with blanks in bagit.txt',
      { changes: { 'bagit.txt': `BagIt-Version : ${version}\nTag-File-Character-Encoding : UTF-8\n` } },
      'bag.structure',
    ],
    [
      'with blanks before labels of bagit.txt',
      { changes: { 'bagit.txt': ` BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n` } },
      'bag.structure',
    ],
    ['in an encoding nobody knows', { encoding: 'KLINGON' }, 'bag.structure'],
    ['with a file missing', { changes: { 'data/hello.txt': null } }, 'file.missing'],
    ['with a file more', { changes: { 'data/more.txt': 'x' } }, 'file.extra'],
    ['with a changed file', { changes: { 'data/hello.txt': 'hallo' } }, 'file.changed'],
    [
      'with a file still to be fetched',
      { changes: { 'data/hello.txt': null, 'fetch.txt': 'https://example.org/h - data/hello.txt\n' } },
      'file.missing',
    ],
    [
      'that fetches out of itself',
      { changes: { 'fetch.txt': 'https://example.org/h 5 data/../../x\n' } },
      'name.unsafe',
    ],
    [
      'that fetches to an absolute place',
      { changes: { 'fetch.txt': 'https://example.org/h 5 /tmp/x\n' } },
      'name.unsafe',
    ],
    [
      'with a fetch line of two parts',
      { changes: { 'fetch.txt': 'https://example.org/h data/hello.txt\n' } },
      'manifest.malformed',
    ],
    [
      'whose manifest leaves it by dots',
      { changes: { 'manifest-md5.txt': line('data/../../../x', 'x', 'md5') } },
      'name.unsafe',
    ],
    [
      'whose manifest names an absolute path',
      { changes: { 'manifest-md5.txt': line('/tmp/x', 'x', 'md5') } },
      'name.unsafe',
    ],
    ['whose manifest names a home folder', { changes: { 'manifest-md5.txt': line('~/x', 'x', 'md5') } }, 'name.unsafe'],
    ['whose manifest names a drive', { changes: { 'manifest-md5.txt': line('C:\\x', 'x', 'md5') } }, 'name.unsafe'],
    [
      'whose payload manifest names a tag file',
      { changes: { 'manifest-md5.txt': line('bagit.txt', 'x', 'md5') } },
      'manifest.malformed',
    ],
    [
      'with a digest of another length',
      { changes: { 'manifest-sha256.txt': `abc  data/hello.txt\n` } },
      'manifest.malformed',
    ],
    [
      'with two digests for one file',
      { changes: { 'manifest-md5.txt': line('data/hello.txt', 'a', 'md5') + line('data/hello.txt', 'b', 'md5') } },
      'manifest.malformed',
    ],
    ['with a changed tag file', { changes: { 'tagmanifest-sha256.txt': line('bag-info.txt', 'x') } }, 'file.changed'],
    ['with a tag file missing', { changes: { 'tagmanifest-sha256.txt': line('notes.txt', 'x') } }, 'file.missing'],
    ['with another amount of payload', { changes: { 'bag-info.txt': 'Payload-Oxum: 11.2\n' } }, 'bag.info'],
    ['with another number of files', { changes: { 'bag-info.txt': 'Payload-Oxum: 10.3\n' } }, 'bag.info'],
    ['with a line without a label', { changes: { 'bag-info.txt': 'hello\n' } }, 'bag.info'],
  ])('%s is not valid', async (_what, plan, code) => {
    const { faults } = await judged({ version, ...plan })
    expect(faults).toContain(code)
  })
})

describe('What versions tell apart', () => {
  test('a percent sign is escaped since 1.0, and before that was itself', async () => {
    expect(await judged(single('1.0', 'data/100%', line('data/100%25', 'x')))).toEqual(GOOD)
    expect(await judged(single('0.97', 'data/100%25', line('data/100%25', 'x')))).toEqual(GOOD)
    expect(await judged(single('0.97', 'data/a%0Ab', line('data/a%0Ab', 'x')))).toEqual(GOOD)
    expect((await judged(single('1.0', 'data/a%0Ab', line('data/a%0Ab', 'x')))).faults).toContain('file.missing')
  })

  test('every manifest names every file since 1.0; before that they might share them', async () => {
    const changes = {
      'manifest-md5.txt': line('data/hello.txt', 'hello', 'md5'),
      'manifest-sha256.txt': line('data/sub/world.txt', 'world'),
    }
    expect((await judged({ version: '1.0', algorithms: [], changes })).faults).toEqual(['file.extra'])
    const before = await judged({ version: '0.97', algorithms: [], changes })
    expect(before).toEqual({ faults: [], warnings: ['bag.partialManifest', 'bag.partialManifest'] })
  })

  test('a file named twice with the same digest is wrong since 1.0', async () => {
    const twice = line('data/a', 'x').repeat(2)
    expect((await judged(single('1.0', 'data/a', twice))).faults).toEqual(['manifest.malformed'])
    expect(await judged(single('0.97', 'data/a', twice))).toEqual({ faults: [], warnings: ['bag.repeatedEntry'] })
  })

  test('bagit.txt has two lines since 1.0; more of them were passed over', async () => {
    const more = (version: string) => ({
      version,
      algorithms: ['sha256'],
      changes: { 'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\nMore: x\n` },
    })
    expect((await judged(more('1.0'))).faults).toEqual(['bag.structure'])
    expect(await judged(more('0.97'))).toEqual({ faults: [], warnings: ['bag.extraLines'] })
  })

  test.each(['0.92', '0.98', '1.1', '2.0', '10.0'])('version %s is not known', async (version) => {
    expect((await judged({ version })).faults).toEqual(['bag.version'])
  })
})
