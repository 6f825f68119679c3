/** Vietnamese of signed papers that come back as scans. */

import type { ScanState } from '../../../domain/returned-scan.ts'

export const scans = {
  title: 'Bản đã ký',
  event: 'Đợt phát của xấp giấy này',
  anyEvent: 'Mọi đợt phát',
  choose: 'Chọn tệp quét…',
  watch: 'Theo dõi thư mục máy quét…',
  watching: (folder: string) => `Đang theo dõi ${folder}`,
  stopWatching: 'Thôi theo dõi',
  shelves: { undecided: 'Chờ xem', kept: 'Đã lưu', setAside: 'Đã bỏ' },
  summary: (states: Record<ScanState, number>) =>
    `Khớp ${states.matched} · Cần xem ${states.unsure} · Không đọc được ${states.unreadable} · ` +
    `Trùng ${states.duplicate} · Nơi khác ${states.foreign}`,
  empty: { undecided: 'Không còn trang nào chờ xem', kept: 'Chưa lưu bản quét nào', setAside: 'Chưa bỏ trang nào' },
  emptyNext: 'Thả tệp PDF, TIFF, JPG hoặc PNG của máy quét vào cửa sổ, hoặc bấm “Chọn tệp quét”.',
  list: 'Các trang quét',
  page: 'Trang',
  state: 'Kết quả',
  noPaper: 'Chưa biết phiếu nào',
  notFound: 'Không có phiếu nào như đã gõ',
  blank: 'Phiếu trống',
  from: (file: string, page: number) => `${file}, trang ${page}`,
  find: 'Phiếu khác',
  findHint: 'Số phiếu, thứ tự, mã hoặc tên',
  keep: 'Đúng phiếu này',
  keepAll: (count: string) => `Lưu ${count} trang đã khớp`,
  keptAll: (count: number) => `Đã lưu ${count} bản quét`,
  setAside: 'Bỏ trang',
  undo: 'Hoàn tác',
  isBack: 'Phiếu này đã có bản quét.',
  isVoided: 'Phiếu này đã huỷ.',
  severalCodes: (count: number) => `Trang này có mã của ${count} phiếu. Quét riêng từng phiếu, hoặc chọn phiếu đúng.`,
  emptyBox: 'Ô ký của người nhận có vẻ trống. Xem kỹ trước khi lưu.',
  nearer: 'Phóng to',
  farther: 'Thu nhỏ',
  imageOf: (file: string, page: number) => `Trang ${page} của ${file}`,
  imageGone: 'Không mở được ảnh của trang này.',
  read: (pages: number, matched: number) => `Đã đọc ${pages} trang, khớp ${matched}`,
  dropHere: 'Thả để đọc bản đã ký',
}
