/** Vietnamese of the parts that screens share. */

export const components = {
  close: 'Đóng',
  cancel: 'Thôi',
  keep: 'Cất',
  day: { placeholder: 'dd/mm/yyyy', notADay: 'Không phải ngày; gõ như 05/11/2026', today: 'Ctrl+; là hôm nay' },
  lines: { amount: 'Thành tiền', pasteHint: 'Có thể chép các dòng từ Excel rồi dán (Ctrl+V) vào ô tên' },
  householdSearch: {
    label: 'Tìm hộ',
    placeholder: 'Gõ tên không cần dấu, mã khách hàng, số cuối CCCD…',
    results: 'Kết quả',
    clear: 'Xoá chữ đã gõ',
    nothing: 'Không có hộ nào khớp. Thử gõ ít chữ hơn, hoặc số cuối của mã khách hàng.',
  },
  failure: { code: 'Mã', copy: 'Chép chi tiết', copied: 'Đã chép', tryAgain: 'Thử lại' },
  job: {
    stop: 'Dừng',
    stages: {
      reading: 'Đang đọc',
      comparing: 'Đang đối chiếu với sổ',
      writing: 'Đang ghi vào sổ',
      rendering: 'Đang lập giấy',
      checking: 'Đang kiểm tra',
      packing: 'Đang đóng gói',
    },
  },
  commune: {
    placeholder: 'Gõ không dấu: x dong mau',
    listed: (code: string, commune: string) => `Mã ${code} · ${commune}`,
    listedBefore: (code: string, day: string) => `Mã ${code}, theo danh mục ngày ${day}`,
    now: (oldWard: string, commune: string) => `${oldWard} (cũ) nay là ${commune}`,
    is: (commune: string) => `Địa chỉ này thuộc ${commune}`,
    use: 'Dùng',
    splitQuestion: (oldWard: string) => `${oldWard} (cũ) đã chia về nhiều nơi. Hộ này nay ở:`,
    whichOne: 'Tên này có ở nhiều nơi. Hộ này nay ở:',
    from: (oldWard: string, district: string, province: string) => `trước là ${oldWard}, ${district}, ${province}`,
    notListed: 'Không có trong danh mục; vẫn ghi như đã gõ, chỉ không có mã',
  },
  loading: 'Đang nạp…',
  unknown: '–',
  reason: 'Lý do',
}
