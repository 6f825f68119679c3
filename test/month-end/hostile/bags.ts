/** Bags whose lists, label or signature do not agree with what is in them. */

import { trustedComment } from '../../../src/month-end/closing-document.ts'
import { keyOfSeed, scanOf } from '../../support/month-end-content.ts'
import { signAnew } from '../../support/sealed-bag.ts'
import { changed, closingIn, edit, type HostileCase, resealed, retagged } from './kit.ts'

const MANIFEST = 'manifest-sha256.txt'
const TAG_MANIFEST = 'tagmanifest-sha256.txt'
const SIGNATURE = 'tagmanifest-sha256.txt.minisig'
const VOIDS = 'data/voids.csv'

const without = (path: string) => changed((files) => files.delete(path))
const plus = (path: string, text = 'x') => changed((files) => files.set(path, Buffer.from(text)))
const flipped = (path: string) =>
  changed((files) => {
    const bytes = Buffer.from(files.get(path) ?? '')
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    files.set(path, bytes)
  })
const declared = (text: string) => retagged('bagit.txt', () => text)
const line = (path: string, index: number, change: (line: string) => string) =>
  retagged(path, (text) => {
    const lines = text.split('\n')
    return lines.with(index, change(lines[index] ?? '')).join('\n')
  })
const label = (from: string | RegExp, to: string) => retagged('bag-info.txt', (text) => text.replace(from, to))

const scan = `data/scans/${scanOf(1).sha256}.jpg`
const zeros = '0'.repeat(64)

const cases: [HostileCase['code'], string, HostileCase['make']][] = [
  ['bag.structure', 'no declaration', without('bagit.txt')],
  ['bag.structure', 'an empty declaration', declared('')],
  ['bag.structure', 'a declaration of one line', declared('BagIt-Version: 1.0\n')],
  [
    'bag.structure',
    'a declaration in another order',
    declared('Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n'),
  ],
  [
    'bag.structure',
    'a mark before the declaration',
    declared('\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
  ],
  [
    'bag.structure',
    'a declaration with blanks',
    declared('BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n'),
  ],
  ['bag.structure', 'a third line', declared('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n')],
  ['bag.structure', 'an encoding nobody knows', declared('BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n')],
  [
    'bag.structure',
    'no payload',
    changed((files) => [...files.keys()].filter((path) => path.startsWith('data/')).map((path) => files.delete(path))),
  ],
  ['bag.structure', 'a manifest of an unknown algorithm', plus('manifest-crc7.txt', `00  ${VOIDS}\n`)],
  ['bag.version', 'a version to come', declared('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n')],
  ['bag.version', 'a version before', declared('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n')],
  ['bag.info', 'no label at all', without('bag-info.txt')],
  ['bag.info', 'another office on the label', label('Source-Organization: ', 'Source-Organization: Not ')],
  ['bag.info', 'another name on the label', label('PC042_2026-11_r1', 'PC042_2026-11_r2')],
  ['bag.info', 'another month on the label', label('Closing-Period: 2026-11', 'Closing-Period: 2026-10')],
  ['bag.info', 'another day on the label', label(/Bagging-Date: .*/, 'Bagging-Date: 2026-11-30')],
  ['bag.info', 'another sequence on the label', label('Closing-Sequence: 1', 'Closing-Sequence: 2')],
  ['bag.info', 'another revision on the label', label('Closing-Revision: 1', 'Closing-Revision: 2')],
  ['bag.info', 'another package before on the label', label(zeros, '1'.repeat(64))],
  ['bag.info', 'another amount on the label', label(/Payload-Oxum: \d+/, 'Payload-Oxum: 1')],
  ['bag.info', 'another number of files on the label', label(/(Payload-Oxum: \d+)\.\d+/, '$1.1')],
  ['bag.info', 'no amount on the label', label(/Payload-Oxum: .*\n/, '')],
  ['bag.info', 'a name twice on the label', label(/^/, 'External-Identifier: PC042_2026-11_r1\n')],
  ['bag.info', 'a line without a label', label(/^/, 'hello\n')],
  ['manifest.malformed', 'a line of no digest', line(MANIFEST, 0, () => 'abc')],
  ['manifest.malformed', 'a digest without a path', line(MANIFEST, 0, () => zeros)],
  ['manifest.malformed', 'a digest of another length', line(MANIFEST, 0, (text) => text.slice(2))],
  ['manifest.malformed', 'a file named twice', line(MANIFEST, 0, (text) => `${text}\n${text}`)],
  ['manifest.malformed', 'a tag file among the payload', line(MANIFEST, 0, (text) => `${text}\n${zeros}  bagit.txt`)],
  [
    'manifest.malformed',
    'bytes that are not UTF-8',
    (good) => new Map(good).set(MANIFEST, Buffer.from('ff'.repeat(70), 'hex')),
  ],
  [
    'manifest.malformed',
    'a tag manifest that names the payload',
    changed((files) => edit(files, TAG_MANIFEST, (text) => `${zeros}  ${VOIDS}\n${text}`)),
  ],
  [
    'manifest.malformed',
    'a tag manifest that names itself',
    changed((files) => edit(files, TAG_MANIFEST, (text) => `${zeros}  ${TAG_MANIFEST}\n${text}`)),
  ],
  [
    'manifest.malformed',
    'a tag manifest without the manifest',
    changed((files) => edit(files, TAG_MANIFEST, (text) => text.replace(/.*manifest-sha256.txt\n/, ''))),
  ],
  [
    'name.unsafe',
    'a manifest that leaves the bag',
    line(MANIFEST, 0, (text) => `${text}\n${zeros}  data/../../etc/passwd`),
  ],
  ['name.unsafe', 'a manifest of an absolute path', line(MANIFEST, 0, (text) => `${text}\n${zeros}  /etc/passwd`)],
  ['name.unsafe', 'a manifest of a home folder', line(MANIFEST, 0, (text) => `${text}\n${zeros}  ~/.ssh/id`)],
  ['name.unsafe', 'a manifest of a drive', line(MANIFEST, 0, (text) => `${text}\n${zeros}  C:/evil`)],
  [
    'name.unsafe',
    'a list to fetch into another folder',
    plus('fetch.txt', 'https://example.org/x 1 data/../../evil\n'),
  ],
  [
    'manifest.malformed',
    'a list to fetch what nobody named',
    plus('fetch.txt', 'https://example.org/x 1 data/other\n'),
  ],
  ['file.missing', 'a table gone', without(VOIDS)],
  ['file.missing', 'the closing document gone', without('data/closing.json')],
  ['file.missing', 'the description gone', without('data/datapackage.json')],
  ['file.missing', 'the minutes gone', without('data/month-end-report.pdf')],
  ['file.missing', 'the workbook gone', without('data/summary.xlsx')],
  ['file.missing', 'the manifest gone', without(MANIFEST)],
  ['file.missing', 'the tag manifest gone', without(TAG_MANIFEST)],
  ['file.missing', 'a file more in the manifest', line(MANIFEST, 0, (text) => `${text}\n${zeros}  data/zzz.csv`)],
  ['file.missing', 'a sealed package without a table', resealed((files) => files.delete(VOIDS))],
  ['file.extra', 'a file in the payload', plus('data/notes.txt')],
  ['file.extra', 'a file beside the payload', plus('notes.txt')],
  ['file.extra', 'a second manifest', plus('manifest-md5.txt', `${'0'.repeat(32)}  ${VOIDS}\n`)],
  ['file.extra', 'a program', plus('setup.exe', 'MZ')],
  ['file.extra', 'a sealed file of no format', resealed((files) => files.set('data/extra.csv', Buffer.from('a\r\n')))],
  [
    'file.extra',
    'a folder in the folder of scans',
    resealed((files) => files.set('data/scans/deep/a.jpg', Buffer.from('x'))),
  ],
  ['file.changed', 'a bit of a table', flipped(VOIDS)],
  ['file.changed', 'a bit of the minutes', flipped('data/month-end-report.pdf')],
  ['file.changed', 'a bit of the workbook', flipped('data/summary.xlsx')],
  ['file.changed', 'a bit of a scan', flipped(scan)],
  ['file.changed', 'a bit of the manifest', flipped(MANIFEST)],
  ['file.changed', 'a bit of the label', flipped('bag-info.txt')],
  ['file.changed', 'a table cut short', changed((files) => files.set(VOIDS, Buffer.from('')))],
  [
    'file.changed',
    'a table with other line ends',
    changed((files) => edit(files, VOIDS, (text) => text.replaceAll('\r\n', '\n'))),
  ],
  ['signature.missing', 'no signature', without(SIGNATURE)],
  ['signature.bad', 'an empty signature', changed((files) => files.set(SIGNATURE, Buffer.alloc(0)))],
  [
    'signature.bad',
    'a signature of one line',
    changed((files) => edit(files, SIGNATURE, (text) => text.split('\n')[0] ?? '')),
  ],
  [
    'signature.bad',
    'a bit of the signature',
    changed((files) => edit(files, SIGNATURE, (text) => text.replace(/\nRU(..)/, '\nRUAA'))),
  ],
  [
    'signature.bad',
    'another trusted comment',
    changed((files) => edit(files, SIGNATURE, (text) => text.replace('seq=1', 'seq=2'))),
  ],
  [
    'signature.bad',
    'another untrusted comment',
    changed((files) => edit(files, SIGNATURE, (text) => text.replace('signature by', 'signed by'))),
  ],
  ['signature.bad', 'no line feed at its end', changed((files) => edit(files, SIGNATURE, (text) => text.trimEnd()))],
  ['signature.bad', 'text behind the signature', changed((files) => edit(files, SIGNATURE, (text) => `${text}more\n`))],
  ['signature.bad', 'a signature of another comment', (good) => signAnew(new Map(good), 'so-tri-an/2 other')],
  [
    'signature.bad',
    'a tag manifest in another order',
    changed((files) => edit(files, TAG_MANIFEST, (text) => text.trimEnd().split('\n').reverse().join('\n'))),
  ],
  [
    'signature.unknownKey',
    'another key',
    (good) => signAnew(new Map(good), trustedComment(closingIn(good)), keyOfSeed(9)),
  ],
]

export const BAGS: HostileCase[] = cases.map(([code, name, make]) => ({ code, name, make }))
