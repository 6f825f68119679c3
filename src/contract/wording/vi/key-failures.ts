/** Every way keys and their recovery sheets are refused, in Vietnamese. */

import { formatDay } from '../../../domain/day.ts'
import type { RecoveryKind } from '../../../domain/recovery-code.ts'
import type { KeyTroubleWording, KeyWording } from '../failure-wording.ts'

const CODES: Record<RecoveryKind, string> = {
  signingKey: 'Mã 1 (khoá ký gói)',
  recoveryIdentity: 'Mã 2 (khoá mở gói)',
}

export const keyRefusals: KeyWording = {
  'key.malformed': ({ fileName }) => ({
    what: `Tệp ${fileName} không có khóa dùng được, hoặc có dòng không phải khóa.`,
    next: 'Lấy lại đúng tệp khóa từ nơi cấp; đừng sửa tay.',
  }),
  'officeKey.unknown': ({ keyId }) => ({
    what: `Đơn vị không có khoá ${keyId}.`,
    next: 'Nạp lại màn hình (F5) rồi chọn lại.',
  }),
  'officeKey.revoked': ({ keyId, revokedOn }) => ({
    what: `Khoá ${keyId} đã bị thu hồi ngày ${formatDay(revokedOn)}.`,
    next: 'Dùng khoá đang có hiệu lực; nếu khôi phục, lấy phiếu khôi phục mới nhất.',
  }),
  'headOfficeKey.notOne': ({ fileName }) => ({
    what: `Tệp ${fileName} không phải tệp khoá của cấp trên, hoặc đã bị sửa.`,
    next: 'Chọn tệp khoá (.json) nhận từ cấp trên; nếu vẫn không được, xin gửi lại.',
  }),
  'headOfficeKey.changed': ({ fileName }) => ({
    what: `Tệp ${fileName} đã khác so với lúc đối chiếu dấu vân khoá.`,
    next: 'Chọn lại tệp, đọc lại dấu vân khoá với cấp trên rồi mới nhận.',
  }),
  'headOfficeKey.known': ({ name, takenInOn }) => ({
    what: `Khoá này của ${name} đã nhận ngày ${formatDay(takenInOn)}.`,
    next: 'Không cần nhận lại.',
  }),
  'headOfficeKey.unknown': ({ keyId }) => ({
    what: `Đơn vị chưa nhận khoá ${keyId} của cấp trên.`,
    next: 'Nạp lại màn hình (F5) rồi chọn lại.',
  }),
  'headOfficeKey.revoked': ({ name, revokedOn }) => ({
    what: `Khoá này của ${name} đã bị thu hồi ngày ${formatDay(revokedOn)}.`,
    next: 'Xin cấp trên tệp khoá mới.',
  }),
  'recoverySheet.incomplete': ({ kind, digits, expected }) => ({
    what: `${CODES[kind]} có ${digits} ký tự, phải đủ ${expected} chữ số.`,
    next: 'Quét lại mã, hoặc gõ đủ 16 nhóm, mỗi nhóm 6 chữ số.',
  }),
  'recoverySheet.wrongGroups': ({ kind, groups }) => ({
    what: `${CODES[kind]}: gõ sai nhóm ${groups.join(', ')}.`,
    next: 'So lại nhóm đó với phiếu rồi gõ lại.',
  }),
  'recoverySheet.otherCode': ({ kind }) => ({
    what: `Ô ${CODES[kind]} đang chứa mã kia của phiếu.`,
    next: 'Quét hoặc gõ đúng mã vào đúng ô.',
  }),
  'recoverySheet.otherFormat': ({ kind }) => ({
    what: `${CODES[kind]} thuộc một loại phiếu mà phiên bản này không biết.`,
    next: 'Cập nhật chương trình rồi làm lại.',
  }),
  'recoverySheet.otherOffice': ({ keyId, officeName }) => ({
    what: `Phiếu này là của khoá ${keyId}, không phải khoá nào của ${officeName} trong sổ này.`,
    next: 'Lấy đúng phiếu của đơn vị; nếu là máy mới, chép bản sao lưu của sổ về trước rồi mới khôi phục khoá.',
  }),
}

export const keysInTrouble: KeyTroubleWording = {
  'key.missing': ({ keyId }) => ({
    what: `Khoá ký ${keyId} của đơn vị không có trên máy này.`,
    next: 'Vào Người dùng, mục Khoá, bấm Khôi phục từ phiếu; mất cả phiếu thì thu hồi khoá và đăng ký khoá mới.',
  }),
  'key.sealed': ({ path }) => ({
    what: `Khoá của sổ do cửa sổ chương trình niêm phong trong ${path}; lệnh không dùng được.`,
    next: 'Làm việc này trong cửa sổ chương trình, trên đúng máy và đúng người dùng Windows đã lập khoá.',
  }),
}
