/** Lists of the corpus by their shape: headers, dividers, totals, sheets, and what surrounds a list. */

import { AN, BINH, CHI, DUNG, HEADER, LIST, type Maker, merge, rowsOf, sheet, workbook } from './builders.ts'

export const SHAPES: Readonly<Record<string, Maker>> = {
  'titles-above.xlsx': workbook(
    sheet(
      [
        ['ỦY BAN NHÂN DÂN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['XÃ ĐÔNG MẪU', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
        [],
        ['DANH SÁCH HỘ NGHÈO, HỘ CHÍNH SÁCH NĂM 2026'],
        ['(Kèm theo Tờ trình số 15/TTr-UBND ngày 05 tháng 11 năm 2026)'],
        [],
        ...LIST,
      ],
      { merges: [merge(3, 0, 3, 5), merge(4, 0, 4, 5)] },
    ),
  ),
  'merged-headers.xlsx': workbook(
    sheet(
      [
        ['DANH SÁCH HỘ NGHÈO XÃ MẪU'],
        ['STT', 'Họ và tên', 'Năm sinh', null, 'Địa chỉ', null, 'Phân loại hộ', null],
        [null, null, 'Nam', 'Nữ', 'Thôn', 'Xã', 'Nghèo', 'Cận nghèo'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
        [1, 'Trần Thị An', null, 1950, 'Đông', 'Mẫu', 'x', null],
        [2, 'Lê Văn Bình', 1961, null, 'Đoài', 'Mẫu', null, 'x'],
      ],
      {
        merges: [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 1, 3), merge(1, 4, 1, 5), merge(1, 6, 1, 7)],
      },
    ),
  ),
  'two-line-headers.xlsx': rowsOf([
    ['Số\nTT', 'Họ và tên\n(chủ hộ)', 'Ngày tháng\nnăm sinh', 'Số CCCD\n/CMND', 'Số\nđiện thoại'],
    [1, 'Trần Thị An', '02/03/1950', '001150000001', '0912000001'],
    [2, 'Lê Văn Bình', '15/08/1961', '001061000002', '0912000002'],
  ]),
  'headers-in-capitals.xlsx': rowsOf([HEADER.map((text) => `  ${text.toUpperCase()} `), AN, BINH]),
  'headers-without-marks.xlsx': rowsOf([['STT', 'Ho va ten', 'Nam sinh', 'So CCCD', 'Thon', 'Doi tuong'], AN, BINH]),
  'village-dividers.xlsx': rowsOf([
    ['STT', 'Họ tên chủ hộ', 'CCCD', 'Số khẩu'],
    ['I', 'THÔN ĐÔNG'],
    [1, 'Trần Thị An', '001150000001', 3],
    [2, 'Tô Văn Bình', '001061000002', 4],
    ['II. Thôn Đoài: 1 hộ'],
    [1, 'Bàn Thị Chi', '001148000003', 2],
    [null, 'Xóm Mới (1 hộ)'],
    [1, 'Lang Văn Dũng', null, 5],
  ]),
  'commune-and-category-headings.xlsx': rowsOf([
    ['Họ tên', 'CCCD'],
    ['I. XÃ MẪU'],
    ['A. Hộ nghèo'],
    ['Trần Thị An', '001150000001'],
    ['B. Hộ cận nghèo'],
    ['Lê Văn Bình', '001061000002'],
    ['II. Phường Đông Mẫu'],
    ['Nguyễn Thị Chi', '001148000003'],
  ]),
  'subtotals-and-totals.xlsx': rowsOf([
    HEADER,
    AN,
    BINH,
    [null, 'Cộng', null, null, null, '2 hộ'],
    CHI,
    [4, 'Tổng Văn Cộng', 1960, '001060000005', 'Thôn Hạ', 'Hộ nghèo'],
    [null, 'Cộng thôn', null, null, null, '2 hộ'],
    [null, 'TỔNG CỘNG:', null, null, null, '4 hộ'],
  ]),
  'repeated-headers.xlsx': rowsOf([HEADER, AN, BINH, HEADER, ['A', 'B', '1', '2', '3', '4'], CHI, DUNG]),
  'signatures.xlsx': rowsOf([
    ...LIST,
    [],
    ['Danh sách này có 04 hộ'],
    [null, 'Người lập biểu', null, null, 'Xã Mẫu, ngày 05 tháng 11 năm 2026'],
    [null, null, null, null, 'TM. ỦY BAN NHÂN DÂN'],
    [null, null, null, null, 'CHỦ TỊCH'],
    [],
    [null, 'Lê Thị Mẫu', null, null, 'Trần Văn Mẫu'],
  ]),
  'merged-hamlets.xlsx': workbook(
    sheet(
      [
        ['Thôn', 'Họ tên', 'Diện'],
        ['Thôn Đông', 'Trần Thị An', 'HN'],
        [null, 'Lê Văn Bình', null],
        [null, 'Nguyễn Thị Chi', 'HCN'],
      ],
      {
        merges: [merge(1, 0, 3, 0), merge(1, 2, 2, 2)],
      },
    ),
  ),
  'hidden-rows.xlsx': workbook(
    sheet(LIST, {
      rowDefs: new Map([
        [2, { hidden: true }],
        [4, { hidden: true }],
      ]),
    }),
  ),
  'hidden-sheets.xlsx': workbook(
    { name: 'Năm 2025', rows: [HEADER, DUNG], hidden: true },
    {
      name: 'Danh mục',
      rows: [
        ['HN', 'Hộ nghèo'],
        ['HCN', 'Hộ cận nghèo'],
      ],
      veryHidden: true,
    },
    { name: 'Năm 2026', rows: [HEADER, AN, BINH] },
  ),
  'several-sheets.xlsx': workbook(
    { name: 'Hướng dẫn', rows: [['Điền đủ các cột, không sửa tiêu đề']] },
    { name: 'Mẫu trống', rows: [HEADER] },
    { name: 'Thôn Đông', rows: [HEADER, AN, CHI] },
    { name: 'Thôn Đoài', rows: [HEADER.slice(0, 4), BINH.slice(0, 4)] },
  ),
  'no-header.xlsx': rowsOf([
    [1, 'Trần Thị An', '001150000001', 'Thôn Đông', '0912000001', 'Hộ nghèo', 'PS00000000001'],
    [2, 'Lê Văn Bình', '001061000002', 'Thôn Đoài', '0912000002', 'Hộ cận nghèo', 'PS00000000002'],
    [3, 'Nguyễn Thị Chi', null, 'Thôn Đông', null, 'Thương binh', 'PS00000000003'],
  ]),
  'name-under-unknown-header.xlsx': rowsOf([
    ['Số CCCD', 'Người đứng tên', 'Thôn'],
    ['001150000001', 'Trần Thị An', 'Đông'],
    ['001061000002', 'Lê Văn Bình', 'Đoài'],
    ['001148000003', 'Nguyễn Thị Chi', 'Đông'],
  ]),
  'header-contradicted.xlsx': rowsOf([
    ['STT', 'Họ tên', 'Số điện thoại', 'Ghi chú'],
    [1, 'Trần Thị An', '001150000001', null],
    [2, 'Lê Văn Bình', '001061000002', null],
  ]),
  'unknown-columns.xlsx': rowsOf([
    ['STT', 'Họ tên', 'Dân tộc', 'Thu nhập bình quân', 'CCCD', 'Ngày cấp', 'Loại nhà'],
    [1, 'Trần Thị An', 'Kinh', 900_000, '001150000001', '05/06/2021', 'Nhà tạm'],
    [2, 'Lê Văn Bình', 'Mường', 1_200_000, '001061000002', '07/08/2021', 'Cấp 4'],
  ]),
  'remark-columns.xlsx': rowsOf([
    ['STT', 'Họ tên', 'CCCD', 'Người nhận thay', null, 'Ký nhận', 'Ghi chú'],
    [null, null, null, 'Họ tên', 'Quan hệ', null, null],
    [1, 'Trần Thị An', '001150000001', 'Trần Văn Con', 'con', null, '- ở cùng con trai'],
    [2, 'Lê Văn Bình', '001061000002', null, null, null, 'đi làm xa; về Tết'],
  ]),
  'category-marks.xlsx': rowsOf([
    ['STT', 'Họ tên', 'Hộ nghèo', 'Hộ cận nghèo', 'Thương binh', 'Người khuyết tật'],
    [1, 'Trần Thị An', 'x', null, null, null],
    [2, 'Lê Văn Bình', null, 'X', null, null],
    [3, 'Nguyễn Thị Chi', null, null, 1, null],
    [4, 'Phạm Ngọc Dũng', 'x', null, null, 'có'],
    [5, 'Hoàng Văn Em', '0', '-', null, '✓'],
  ]),
  'blank-columns-and-rows.xlsx': rowsOf([[], [null, ...HEADER], [], [null, ...AN], [], [], [null, ...BINH]]),
}
