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
  loading: 'Đang nạp…',
  unknown: '–',
  reason: 'Lý do',
}
