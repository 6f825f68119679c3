/** Lists of the corpus by the letters, encodings and separators of their texts. */

import { encodeLegacy } from '../../../src/domain/legacy-vietnamese.ts'
import { encodeText } from '../../../src/intake/formats/text-encoding.ts'
import {
  AN,
  BINH,
  CHI,
  csv,
  DUNG,
  HEADER,
  inFont,
  LIST,
  type Maker,
  mapTexts,
  type Rows,
  rowsOf,
  utf8,
  workbook,
} from './builders.ts'

const BYTES_OF_TCVN3 = (rows: Rows) =>
  encodeText(
    csv(
      mapTexts(rows, (text) => encodeLegacy(text, 'tcvn3')),
      ';',
    ),
    'windows-1252',
  )

export const LETTERS: Readonly<Record<string, Maker>> = {
  'utf-8.csv': utf8(csv(LIST)),
  'utf-8-with-mark.csv': utf8(`\ufeff${csv(LIST, ';')}`),
  'utf-16-le.txt': () => encodeText(`\ufeff${csv(LIST, '\t')}`, 'utf-16le'),
  'utf-16-be.csv': () => encodeText(`\ufeff${csv(LIST, ';')}`, 'utf-16be'),
  'windows-1258.csv': () => encodeText(csv(LIST, ';'), 'windows-1258'),
  'tcvn3-without-font.csv': () => BYTES_OF_TCVN3(LIST),
  'tcvn3.xlsx': workbook(
    inFont(
      mapTexts(
        [
          ['DANH SÁCH HỘ NGHÈO XÃ MẪU'],
          HEADER,
          AN,
          ['Thôn Thượng'],
          BINH,
          CHI,
          DUNG,
          [5, 'Đường Thị Ưởng', 1959, null, null, 'Hộ nghèo'],
        ],
        (text) => encodeLegacy(text, 'tcvn3'),
      ),
      () => '.VnTime',
    ),
  ),
  'tcvn3-capitals.xlsx': workbook(
    inFont(
      mapTexts(LIST, (text) => encodeLegacy(text, 'tcvn3')),
      (row, column) => (column === 1 || row === 0 ? '.VnTimeH' : '.VnTime'),
    ),
  ),
  'vni.xlsx': workbook(
    inFont(
      mapTexts(LIST, (text) => encodeLegacy(text, 'vni')),
      () => 'VNI-Times',
    ),
  ),
  'one-legacy-column.xlsx': workbook(
    inFont(
      LIST.map((row, at) =>
        row.map((cell, column) => (at > 0 && column === 1 ? encodeLegacy(String(cell), 'tcvn3') : cell)),
      ),
      (row, column) => (row > 0 && column === 1 ? '.VnArial' : 'Times New Roman'),
    ),
  ),
  'nfd.xlsx': rowsOf(mapTexts(LIST, (text) => text.normalize('NFD'))),
  'mixed-unicode.xlsx': rowsOf([
    HEADER,
    AN,
    mapTexts([BINH], (text) => text.normalize('NFD'))[0] ?? [],
    [3, 'Nguyễn\u00a0Thị\u200b Chi ', 1948, '001148000003', ' Thôn  Đông', 'Thương binh'],
  ]),
  'all-capitals.xlsx': rowsOf(mapTexts(LIST, (text) => text.toUpperCase())),
  'names-of-peoples.xlsx': rowsOf([
    ['Họ tên', 'Buôn'],
    ["H'MAI NIÊ", 'Buôn Mẫu'],
    ['Y-BHĂM ÊBAN', 'Buôn Mẫu'],
    ['H’Bliă Mlô', 'Buôn Mẫu'],
    ['K’BRÊU', 'Bon Mẫu'],
    ['y thơm niê kđăm', 'BUÔN MẪU'],
  ]),
  'icelandic-eth.xlsx': rowsOf([
    HEADER,
    [1, 'Ðặng Thị Ðào', 1950, '001150000001', 'Thôn Ðông', 'Hộ nghèo'],
    [2, 'ÐỖ VĂN ÐẠT', 1961, '001061000002', 'THÔN ÐOÀI', 'Hộ cận nghèo'],
  ]),
  'semicolons.csv': utf8(csv([['DANH SÁCH HỘ NGHÈO XÃ MẪU', ...Array(5).fill(null)], ...LIST], ';', '\n')),
  'tabs.tsv': utf8(csv(LIST, '\t')),
  'separator-line.csv': utf8(`sep=;\r\n${csv(LIST, ';')}`),
  'quoted-line-breaks.csv': utf8(
    csv([
      ['Họ tên', 'Địa chỉ', 'Ghi chú'],
      ['Trần Thị "Út" An', 'Số 5,\nThôn Đông', 'a;b,c'],
      [],
      ['Lê Văn Bình', 'Số 6\r\nThôn Đoài', null],
    ]),
  ),
  'from-excel.pasted': utf8(csv([HEADER, AN, [2, 'Lê Văn\nBình', 1961, '001061000002', 'Thôn Đoài', null]], '\t')),
}
