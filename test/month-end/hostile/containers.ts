/** Zips that lie about themselves: their frame, their entries, their names. */

import { buildZip } from '../../support/hostile-zip.ts'
import { entriesOf, type HostileCase, lying, lyingEntry, TOP, withEntry } from './kit.ts'

const one = Buffer.from('x')
const evil = `${TOP}/data/evil.txt`
const zeros = Buffer.alloc(3_000_000)

/** The good zip with bytes changed at a place, counted from the end where it is negative. */
const patched =
  (at: number, bytes: number[]): HostileCase['make'] =>
  (good) => {
    const zip = buildZip(entriesOf(good))
    Buffer.from(bytes).copy(zip, at < 0 ? zip.length + at : at)
    return zip
  }

const cut =
  (from: number, to: number): HostileCase['make'] =>
  (good) =>
    buildZip(entriesOf(good)).subarray(from, to)

const unreadable: [string, HostileCase['make']][] = [
  ['no bytes at all', () => Buffer.alloc(0)],
  ['one byte', () => Buffer.from('P')],
  ['text that begins like a zip', () => Buffer.from('PK is how it begins and nothing more than that')],
  ['a picture', () => Buffer.from(`\x89PNG\r\n\x1a\n${'x'.repeat(200)}`, 'latin1')],
  ['only the end of a zip', cut(-22, Number.MAX_SAFE_INTEGER)],
  ['the end cut off', cut(0, -22)],
  ['the last byte cut off', cut(0, -1)],
  ['the directory cut off', cut(0, 4000)],
  ['the first byte cut off', cut(1, Number.MAX_SAFE_INTEGER)],
  ['an empty zip', () => buildZip([])],
  ['bytes behind the end', lying({ behind: one })],
  ['a second zip behind the first', (good) => Buffer.concat([buildZip(entriesOf(good)), buildZip(entriesOf(good))])],
  ['a program before the first entry', lying({ before: Buffer.from('MZ') })],
  ['bytes between entries and directory', lying({ between: Buffer.from('hidden') })],
  ['one entry fewer in the count', (good) => buildZip(entriesOf(good), { count: good.size - 1 })],
  ['one entry more in the count', (good) => buildZip(entriesOf(good), { count: good.size + 1 })],
  ['zip64 without need', lying({ zip64: true })],
  ['two disks', lying({ disk: 1 })],
  ['a comment', patched(-2, [1, 0])],
  ['another signature of the end', patched(-22, [0x50, 0x4b, 5, 7])],
  ['a directory that starts elsewhere', patched(-6, [0, 0, 0, 0])],
  ['a directory of no bytes', patched(-10, [0, 0, 0, 0])],
  ['a place of zip64 without its record', patched(-6, [255, 255, 255, 255])],
  ['a count of zip64 without its record', patched(-14, [255, 255, 255, 255])],
  ['an encrypted entry', lyingEntry({ says: { flags: (1 << 11) | 1 } })],
  ['strong encryption', lyingEntry({ says: { flags: (1 << 11) | 1 | (1 << 6) } })],
  ['bzip2', lyingEntry({ says: { method: 12 } })],
  ['LZMA', lyingEntry({ says: { method: 14 } })],
  ['Zstandard', lyingEntry({ says: { method: 93 } })],
  ['another name in the entry’s own header', lyingEntry({ local: { name: `${TOP}/data/campaignz.csv` } })],
  ['another size in the entry’s own header', lyingEntry({ local: { unpacked: 1 } })],
  ['another packed size in the entry’s own header', lyingEntry({ local: { packed: 1 } })],
  ['another checksum in the entry’s own header', lyingEntry({ local: { crc: 1 } })],
  ['another method in the entry’s own header', lyingEntry({ local: { method: 0 } })],
  ['other flags in the entry’s own header', lyingEntry({ local: { flags: 0 } })],
  ['sizes of zip64 in an entry', lyingEntry({ extra: Buffer.from('01000800ffffffffffffff7f', 'hex') })],
  ['two entries over the same bytes', lyingEntry({ sameDataAs: 2 })],
  ['an entry over the first one’s bytes', lyingEntry({ sameDataAs: 0 })],
  ['another checksum', lyingEntry({ says: { crc: 1 } })],
  ['fewer bytes than said', lyingEntry({ says: { unpacked: 4000 } })],
  ['fewer packed bytes than there are', lyingEntry({ says: { packed: 5 } })],
  ['more packed bytes than there are', lyingEntry({ says: { packed: 500_000 } })],
]

const bombs: [string, HostileCase['make']][] = [
  ['zeros packed a thousandfold', withEntry({ name: evil, bytes: zeros })],
  ['a size that no packing reaches', withEntry({ name: evil, bytes: one, says: { unpacked: 1_000_000_000 } })],
  ['more than was declared', lyingEntry({ bytes: zeros, says: { unpacked: 1000 } })],
  ['one byte more than was declared', lyingEntry({ bytes: Buffer.from('12345'), says: { unpacked: 4 } })],
]

const names: [string, string | Buffer][] = [
  ['a parent folder', `${TOP}/../evil.txt`],
  ['two parents', `${TOP}/data/../../evil.txt`],
  ['a parent at the end', `${TOP}/data/..`],
  ['a parent in a part of dots', '../evil.txt'],
  ['an absolute path', '/etc/evil.txt'],
  ['an absolute path to its own folder', `/${TOP}/evil.txt`],
  ['backslashes', `${TOP}\\data\\evil.txt`],
  ['a backslash in a name', `${TOP}/data\\evil.txt`],
  ['a parent behind a backslash', `${TOP}/data\\..\\evil.txt`],
  ['a drive', `C:/${TOP}/evil.txt`],
  ['a drive without a slash', `C:evil.txt`],
  ['a share', `//server/share/evil.txt`],
  ['a second stream', `${TOP}/data/evil.txt:stream`],
  ['a zero byte', `${TOP}/data/evil\u0000.txt`],
  ['a line feed', `${TOP}/data/evil\n.txt`],
  ['an escape', `${TOP}/data/evil\u001b[31m.txt`],
  ['a turn of direction', `${TOP}/data/ev\u202etxt.exe`],
  ['an isolate of direction', `${TOP}/data/ev\u2066txt.exe`],
  ['letters in pieces', `${TOP}/data/e\u0301vil.txt`],
  ['a part of one dot', `${TOP}/data/./evil.txt`],
  ['an empty part', `${TOP}//evil.txt`],
  ['the device NUL', `${TOP}/data/NUL.txt`],
  ['the device con', `${TOP}/data/con`],
  ['the device COM1', `${TOP}/data/COM1.csv`],
  ['the device LPT9', `${TOP}/data/lpt9.csv`],
  ['a dot at the end', `${TOP}/data/evil.`],
  ['a blank at the end', `${TOP}/data/evil `],
  ['a star', `${TOP}/data/*.txt`],
  ['a question mark', `${TOP}/data/evil?.txt`],
  ['a pipe', `${TOP}/data/evil|.txt`],
  ['a name of 300 letters', `${TOP}/data/${'a'.repeat(300)}.txt`],
  ['a second folder at the top', 'OTHER/evil.txt'],
  ['a file at the top', 'evil.txt'],
  ['bytes that are not UTF-8', Buffer.from(`${TOP}/data/\u00e9.txt`, 'latin1')],
]

const unsafe: [string, HostileCase['make']][] = [
  ...names.map(([name, path]): [string, HostileCase['make']] => [name, withEntry({ name: path, bytes: one })]),
  ['UTF-8 that does not say so', withEntry({ name: `${TOP}/data/é.txt`, says: { flags: 0 } })],
  ['a link', withEntry({ name: evil, bytes: Buffer.from('/etc/passwd'), mode: 0o120777 })],
  ['a block device', withEntry({ name: evil, mode: 0o060644 })],
  ['a character device', withEntry({ name: evil, mode: 0o020644 })],
  ['a pipe of the system', withEntry({ name: evil, mode: 0o010644 })],
  ['a socket', withEntry({ name: evil, mode: 0o140644 })],
  ['the rights of another user', withEntry({ name: evil, mode: 0o104755 })],
  ['the rights of another group', withEntry({ name: evil, mode: 0o102755 })],
  ['a second name in an extra field', withEntry({ name: evil, extra: Buffer.from('757006000100000000ff', 'hex') })],
  ['a folder with content', withEntry({ name: `${TOP}/data/`, bytes: one, mode: 0o040755 })],
]

const twins: [string, HostileCase['make']][] = [
  ['the same name twice', withEntry({ name: `${TOP}/data/voids.csv`, bytes: one })],
  ['a tag file twice', withEntry({ name: `${TOP}/bagit.txt`, bytes: one })],
  ['a name in capitals', withEntry({ name: `${TOP}/data/VOIDS.CSV`, bytes: one })],
  ['a folder in capitals', withEntry({ name: `${TOP}/DATA/other.csv`, bytes: one })],
  ['a file where a folder is', withEntry({ name: `${TOP}/data`, bytes: one })],
  ['a folder where a file is', withEntry({ name: `${TOP}/data/voids.csv/inner`, bytes: one })],
]

const of = (code: HostileCase['code'], cases: [string, HostileCase['make']][]): HostileCase[] =>
  cases.map(([name, make]) => ({ name, code, make }))

export const CONTAINERS: HostileCase[] = [
  ...of('container.unreadable', unreadable),
  ...of('container.bomb', bombs),
  ...of('name.unsafe', unsafe),
  ...of('name.duplicate', twins),
  { name: 'another folder than the package’s', code: 'bag.structure', make: renamedTop },
]

function renamedTop(good: ReadonlyMap<string, Buffer>): Buffer {
  return buildZip(entriesOf(good).map((entry) => ({ ...entry, name: entry.name.toString().replace(TOP, 'other') })))
}
