/** Every way the inbox refuses a package or a key, in Vietnamese. */

import { formatPeriod } from '../../../domain/period.ts'
import type { InboxWording } from '../failure-wording.ts'

export const inboxRefusals: InboxWording = {
  'inbox.unpacked': ({ fileName }) => ({
    what: `${fileName} là thư mục, không phải tệp gói.`,
    next: 'Chọn tệp .zip hoặc .zip.age như đã nhận, không giải nén.',
  }),
  'inbox.faulty': ({ fileName, faultCount }) => ({
    what: `Gói ${fileName} có ${faultCount} lỗi khi kiểm tra; chưa giữ lại gì.`,
    next: 'Xem từng lỗi ở phần kiểm tra gói, rồi xin đơn vị gửi lại.',
  }),
  'inbox.fork': ({ packageName, officeName }) => ({
    what: `Gói ${packageName} của ${officeName} mâu thuẫn với gói đã nhận: cùng một chỗ mà nội dung khác.`,
    next: 'Hỏi đơn vị: có thể sổ đã khôi phục từ bản sao lưu cũ, hoặc có người gửi thay. Chưa giữ lại gì.',
  }),
  'inbox.fileChanged': ({ fileName }) => ({
    what: `Tệp ${fileName} đã đổi từ lúc xem.`,
    next: 'Xem lại gói rồi mới nhận.',
  }),
  'inbox.noConflicts': ({ period }) => ({
    what: `Tháng ${formatPeriod(period)} không có hộ nào được hai đơn vị giúp.`,
    next: 'Không cần ghi tệp.',
  }),
  'inbox.notAKey': ({ fileName }) => ({
    what: `${fileName} không phải khoá của đơn vị hay khoá chương trình, hoặc đã bị sửa.`,
    next: 'Chọn tệp MÃ_ĐƠN_VỊ.pub (ví dụ PC042.pub) hoặc tệp khoá chương trình .json, giữ nguyên tên tệp.',
  }),
  'inbox.keyChanged': ({ fileName }) => ({
    what: `Khoá trong ${fileName} không còn là khoá vừa đối chiếu.`,
    next: 'Mở lại tệp và đối chiếu dấu vân tay lần nữa.',
  }),
}
