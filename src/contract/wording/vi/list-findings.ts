/** What was found in a list that comes in, in Vietnamese: what stands in the cell and what was made of it. */

import type { ListFinding, ListFindingCode } from '../../../domain/list-finding.ts'
import { trade } from './trade.ts'

/** What a text may tell of a finding. */
export type ListFindingWording = Record<ListFindingCode, (finding: Omit<ListFinding, 'code'>) => string>

export const listFindings: ListFindingWording = {
  nameMissing: () => 'Dòng có số liệu nhưng không có tên chủ hộ.',
  nameNotText: ({ value }) => `Tên chủ hộ không phải là tên người: “${value}”.`,
  nameHasRemark: ({ value }) => `Tên chủ hộ có chữ số hoặc lời ghi thêm, vẫn giữ như đã viết: “${value}”.`,
  forbiddenText: ({ field, value }) =>
    `${trade.householdFields[field]} bắt đầu bằng = + - @ hoặc có ký tự hỏng, không nhận được: “${value}”.`,
  bulletDropped: ({ field, mended }) => `${trade.householdFields[field]}: đã bỏ dấu gạch đầu dòng, ghi là “${mended}”.`,
  formulaError: ({ field, value }) => `${trade.householdFields[field]}: ô công thức bị lỗi ${value}, để trống.`,
  citizenIdMended: ({ mended }) => `Số CCCD thiếu số 0 ở đầu, đã thêm lại: ${mended}.`,
  citizenIdStrange: ({ value }) => `Số CCCD không đúng dạng 12 chữ số, để trống: “${value}”.`,
  citizenIdOldNumber: ({ mended }) => `Cột CCCD ghi số CMND cũ, đã chuyển sang cột CMND: ${mended}.`,
  citizenIdTwice: ({ value, other }) => `Số CCCD ${value} đã có ở dòng ${other}; dòng này không được nhập.`,
  oldIdNumberMended: ({ mended }) => `Số CMND thiếu số 0 ở đầu, đã thêm lại: ${mended}.`,
  oldIdNumberStrange: ({ value }) => `Số CMND không đúng dạng 9 chữ số, để trống: “${value}”.`,
  phoneMended: ({ value, mended }) => `Số điện thoại “${value}” được ghi lại là ${mended}.`,
  phoneStrange: ({ value }) => `Số điện thoại không đúng, để trống: “${value}”.`,
  birthYearStrange: ({ value }) => `Không đọc được năm sinh, để trống: “${value}”.`,
  birthYearDiffersFromCitizenId: ({ value, other }) => `Năm sinh ${value} khác năm sinh trong số CCCD (${other}).`,
  memberCountStrange: ({ value }) => `Số nhân khẩu không đúng, để trống: “${value}”.`,
  categoryUnknown: ({ value }) => `Không rõ diện của hộ, để trống: “${value}”.`,
  categoryTwice: ({ value, other }) => `Hộ được đánh dấu hai diện: giữ “${other}”, bỏ “${value}”.`,
  categoryDecisionAlone: ({ value }) => `Có số quyết định “${value}” mà không có diện, nên quyết định không được ghi.`,
  householdTwice: ({ value, other }) => `Hộ “${value}” giống hệt hộ ở dòng ${other}, cả hai dòng đều không có số CCCD.`,
  customerCodeStrange: ({ value }) => `Mã khách hàng không giống mã thường gặp, vẫn giữ: “${value}”.`,
  meterNumberStrange: ({ value }) => `Excel đã rút gọn số công tơ, không còn đủ chữ số, để trống: “${value}”.`,
}

/** Heads the column of findings in a list that goes back to its sender. */
export const findingsHeader = 'Điều cần xem lại'
