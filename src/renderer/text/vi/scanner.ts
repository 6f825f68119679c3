/** Vietnamese of what a scanner or the picture of a card brings. */

export const scanner = {
  open: 'Mở hộ này',
  openNamed: (name: string) => `Mở hộ ${name}`,
  openRepair: 'Mở việc sửa điện',
  registerWith: 'Thêm hộ mới với số này',
  card: (maskedCitizenId: string) => `Thẻ CCCD ${maskedCitizenId}`,
  bornIn: (year: number) => `sinh ${year}`,
  ofHousehold: (household: string) => `Là của hộ ${household}.`,
  notKnown: 'Chưa có hộ nào trong sổ mang số này.',
  oldNumberMatches:
    'Chưa có hộ nào mang số này, nhưng số CMND cũ trên thẻ khớp với hộ dưới đây. Hỏi lại chủ hộ trước khi dùng.',
  paper: (documentNumber: string) => `Giấy số ${documentNumber}`,
  paperOf: (household: string, on: string) => `Của hộ ${household}, ngày ${on}.`,
  paperVoided: (on: string) => `Đã huỷ ngày ${on}.`,
  paperNotKnown: 'Không có giấy nào trong sổ này mang mã vừa quét',
  paperNotKnownNext: 'Có thể giấy do đơn vị khác cấp, hoặc máy đang mở sổ khác: xem số và tên đơn vị in trên giấy.',
  garbled: 'Không tin được thẻ vừa quét',
  garbledNext:
    'Các số trong mã không khớp nhau, thường do bộ gõ tiếng Việt. Tắt Unikey (chữ V thành chữ E) rồi quét lại; nếu vẫn vậy, gõ 12 số in trên thẻ.',
  unknown: 'Mã vừa quét không phải của thẻ CCCD hay giấy của sổ này',
  unknownNext:
    'Quét mã QR ở góc thẻ căn cước, hoặc mã in trên phiếu. Muốn quét số khác vào ô nào thì bấm vào ô đó trước.',
  dropPicture: 'Thả vào đây để đọc ảnh thẻ CCCD',
  fill: {
    readPicture: 'Đọc ảnh CCCD…',
    hint: 'Hoặc quét mã QR trên thẻ, con trỏ ở đâu cũng được.',
    filled: (maskedCitizenId: string) => `Đã điền theo thẻ ${maskedCitizenId}.`,
    sameHousehold: 'Đúng thẻ của hộ này.',
    taken: (maskedCitizenId: string, household: string) =>
      `Số ${maskedCitizenId} đã là của hộ ${household}, nên không điền vào phiếu này.`,
    replaces: (maskedCitizenId: string) => `Khác số đang lưu ${maskedCitizenId}: cất phiếu là thay số cũ.`,
    otherName: (name: string) => `Thẻ mang tên ${name}, khác tên chủ hộ đã ghi: xem lại thẻ của ai.`,
    maybeKnown: (households: string) => `Số CMND cũ trên thẻ khớp với: ${households}. Có thể hộ đã có trong sổ.`,
  },
}
