/** Writes a list of invented households as people's programs do: node make-list.ts FILE COUNT. */

import { inventedRows } from '../support/people.ts'
import { writeRows } from '../support/workbook.ts'

const HEADER = [
  'STT',
  'Họ và tên chủ hộ',
  'Năm sinh',
  'Số CCCD',
  'Số CMND',
  'Mã khách hàng',
  'Số công tơ',
  'Số điện thoại',
  'Thôn',
  'Xã',
  'Địa chỉ',
  'Số nhân khẩu',
  'Phân loại hộ',
  'Số quyết định',
  'Ghi chú',
]

const [file = '', count = ''] = process.argv.slice(2)
const rows = inventedRows(Number(count)).map((household, index) => [
  index + 1,
  household.headOfHousehold,
  household.birthYear,
  household.citizenId,
  household.oldIdNumber,
  household.customerCode,
  household.meterNumber,
  household.phone,
  household.hamlet,
  household.communeName,
  household.addressText,
  household.memberCount,
  household.category,
  household.categoryDecision,
  household.note,
])
await writeRows(file, [HEADER, ...rows])
console.log('null')
