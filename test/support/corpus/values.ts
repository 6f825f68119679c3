/** Lists of the corpus by how single values are written. */

import { workbookParts } from '../workbook.ts'
import {
  AN,
  BINH,
  byHand,
  CHI,
  csv,
  HEADER,
  inlineCell,
  inlineRow,
  type Maker,
  rowsOf,
  sheet,
  utc,
  utf8,
  workbook,
} from './builders.ts'

export const VALUES: Readonly<Record<string, Maker>> = {
  'formulas.xlsx': workbook(
    sheet([HEADER, AN, BINH], {
      cells: new Map([
        ['1,0', { formula: 'ROW()-1', formulaResult: 1 }],
        ['1,1', { formula: 'UPPER("Trần Thị An")', formulaResult: 'TRẦN THỊ AN' }],
        ['1,2', { formula: '2026-76', formulaResult: 1950 }],
      ]),
    }),
  ),
  'formula-errors.xlsx': rowsOf([
    HEADER,
    [1, 'Trần Thị An', '#REF!', '#N/A', '#VALUE!', 'Hộ nghèo'],
    [2, '#N/A', 1961, '001061000002', null, null],
  ]),
  'numbers-as-text.xlsx': rowsOf([
    ['Họ tên', 'Năm sinh', 'Nhân khẩu', 'CCCD'],
    ['Trần Thị An', '1950', '4', '001150000001'],
    ['Lê Văn Bình', '1961.0', '3,0', "'001061000002"],
  ]),
  'text-as-numbers.xlsx': rowsOf([
    ['Họ tên', 'Số công tơ', 'Điện thoại', 'CCCD', 'CMND', 'Thôn'],
    ['Trần Thị An', 22_000_001, 912_000_001, 1_150_000_001, 12_345_678, 3],
    ['Lê Văn Bình', '00123', '0912000002', '001061000002', '012345679', '4A'],
  ]),
  'lost-zeros.csv': utf8(
    csv(
      [
        ['Họ tên', 'CCCD', 'CMND', 'SĐT'],
        ['Trần Thị An', '1150000001', null, '912000001'],
        ['Lê Văn Bình', '36061000002', '12345678', null],
        ['Nguyễn Thị Chi', '1,15E+09', null, null],
      ],
      ';',
    ),
  ),
  'dates.xlsx': rowsOf([
    ['Họ tên', 'Ngày sinh'],
    ['Trần Thị An', utc(1950, 3, 2)],
    ['Lê Văn Bình', '15/08/1961'],
    ['Nguyễn Thị Chi', '5.6.48'],
    ['Phạm Ngọc Dũng', '1955-12-31 00:00:00'],
    ['Hoàng Văn Em', '03/1949'],
    ['Vũ Thị Giang', 1952],
    ['Đỗ Văn Hải', '00/00/1940'],
    ['Bùi Thị Huệ', utc(1905, 5, 3)],
    ['Ngô Văn Khánh', '12/31/1950'],
    ['Dương Thị Lan', 'không nhớ'],
    ['Lý Văn Minh', '02031945'],
    ['Đặng Thị Nga', '2/3/20'],
  ]),
  'dates-of-1904.xlsx': byHand(
    `${inlineRow('Họ tên', 'Ngày sinh')}<row>${inlineCell('Trần Thị An')}<c s="1"><v>16862</v></c></row>`,
    {
      'xl/workbook.xml': (workbookParts('')['xl/workbook.xml'] ?? '').replace(
        '<sheets>',
        '<workbookPr date1904="1"/><sheets>',
      ),
      'xl/_rels/workbook.xml.rels': (workbookParts('')['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
      ),
      'xl/styles.xml':
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
  ),
  'phones-before-2018.xlsx': rowsOf([
    ['Họ tên', 'Số điện thoại'],
    ['Trần Thị An', '01682000001'],
    ['Lê Văn Bình', '0120 200 0002'],
    ['Nguyễn Thị Chi', '+84 912 000 003'],
    ['Phạm Ngọc Dũng', '0912000004 - 0987000004'],
    ['Hoàng Văn Em', 'O912ooo005'],
    ['Vũ Thị Giang', '0912000006 (con gái)'],
    ['Đỗ Văn Hải', '113'],
    ['Bùi Thị Huệ', '0243 800 0008'],
  ]),
  'misspelt.xlsx': rowsOf([
    ['Họ tên', 'Năm sinh', 'CCCD', 'Diện', 'Số khẩu', 'Mã KH'],
    ['Trần Thị An (chết)', '19 50', 'OO115OOOOOO1', 'Hộ ngèo', '4 ng', 'PS-0000-0000001'],
    ['Lê văn  Bình 2', '1o61', '00106100002', 'hộ cân nghéo', '2,5', 'KH77'],
    ['Bà Nguyễn Thị Chi', 48, '001148000003', 'Diện xem xét', '0', 'pa00000000003'],
    ['Phạm Ngọc Dũng', 1956, '001055000004', 'gia đình chính sách', '3 khẩu', null],
  ]),
  'duplicates-in-file.xlsx': rowsOf([
    HEADER,
    AN,
    BINH,
    [3, 'Trần Thị An', 1950, 1_150_000_001, 'Thôn Đông', 'Hộ nghèo'],
    [4, 'Ma Thị Dung', 1970, null, 'Thôn Hạ', 'Hộ nghèo'],
    [5, 'MA THỊ DUNG', 1970, null, 'thôn hạ', 'Hộ nghèo'],
    [6, 'Ma Thị Dung', 1971, null, 'Thôn Hạ', 'Hộ nghèo'],
  ]),
  'decisions.xlsx': rowsOf([
    ['Họ tên', 'Diện', 'Số QĐ'],
    ['Trần Thị An', 'HN', '12/QĐ-UBND'],
    ['Lê Văn Bình', null, '13/QĐ-UBND'],
  ]),
  'rows-with-errors.xlsx': rowsOf([
    HEADER,
    [1, null, 1950, '001150000001', 'Thôn Đông', 'Hộ nghèo'],
    [2, 12_345, 1961, null, null, null],
    CHI,
  ]),
  'formula-injection.csv': utf8(
    csv([
      ['Họ tên', 'CCCD', 'Địa chỉ', 'Ghi chú'],
      ['=HYPERLINK("http://a.example","An")', '001150000001', null, null],
      ['Lê Văn Bình', '001061000002', "+cmd|' /C calc'!A0", '@SUM(1+1)'],
      ['Nguyễn Thị Chi', '001148000003', '- Số 5, Thôn Đông', '-'],
      ['Phạm Ngọc Dũng', '001055000004', null, '\tTab đầu ô'],
    ]),
  ),
}
