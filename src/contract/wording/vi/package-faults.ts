/** What checking a month-end package found, in Vietnamese: what is wrong, and what it means for whoever received it. */

import type { BagWarningCode, PackageFaultCode } from '../../../domain/package-fault.ts'

export const packageFaults: Record<PackageFaultCode, string> = {
  'encryption.broken': 'Lớp mã hóa của gói bị hỏng hoặc bị cắt cụt trên đường gửi. Đề nghị gửi lại.',
  'encryption.noKey':
    'Gói đã mã hóa và không có khóa nào ở đây mở được. Chọn tệp khóa giải mã của nơi nhận rồi kiểm tra lại.',
  'container.unreadable': 'Không mở được gói: tệp bị hỏng, bị cắt cụt hoặc không phải gói tháng. Đề nghị gửi lại.',
  'container.tooLarge': 'Gói hoặc một tệp trong gói lớn quá mức cho phép, không mở.',
  'container.bomb': 'Gói giải nén ra lớn bất thường, có thể là tệp phá hoại. Không giải nén.',
  'name.unsafe': 'Trong gói có tên tệp không an toàn (có thể ghi đè tệp khác trên máy). Không giải nén.',
  'name.duplicate': 'Trong gói có hai tệp trùng tên, hoặc chỉ khác chữ hoa, chữ thường.',
  'bag.structure': 'Gói không đúng cấu trúc: thiếu tệp khai báo hoặc thư mục đặt sai tên.',
  'bag.version': 'Gói theo một phiên bản cấu trúc mà chương trình này không biết.',
  'bag.info': 'Phiếu thông tin của gói (bag-info.txt) không khớp với nội dung gói.',
  'manifest.malformed': 'Bảng kê tệp của gói bị hỏng, không đọc được hết.',
  'file.missing': 'Thiếu một tệp có trong bảng kê hoặc bắt buộc phải có.',
  'file.extra': 'Có tệp lạ không thuộc gói.',
  'file.changed': 'Tệp đã bị sửa hoặc bị hỏng sau khi đơn vị khóa gói.',
  'signature.missing': 'Gói không có chữ ký của đơn vị.',
  'signature.bad': 'Chữ ký không đúng với gói này: gói đã bị sửa, hoặc chữ ký lấy từ gói khác.',
  'signature.unknownKey':
    'Chưa có khóa công khai của đơn vị, hoặc gói được ký bằng khóa khác. Đối chiếu với phiếu đăng ký khóa.',
  'signature.revokedKey':
    'Gói khoá sổ sau ngày khoá ký bị thu hồi: không nhận. Đề nghị đơn vị lập lại gói bằng khoá đang dùng.',
  'closing.malformed': 'Biên bản khóa sổ trong gói (closing.json) thiếu hoặc sai thông tin.',
  'closing.version': 'Gói do phiên bản chương trình khác lập ra. Hãy cập nhật chương trình rồi kiểm tra lại.',
  'table.malformed': 'Bảng số liệu có ô hoặc dòng sai quy định.',
  'table.key': 'Bảng số liệu có dòng trùng mã hoặc sai thứ tự.',
  'table.reference': 'Bảng số liệu có dòng nhắc tới hộ, đợt hoặc phiếu không có trong gói.',
  'counts.wrong': 'Số dòng trong bảng không khớp với số đã khóa sổ.',
  'totals.wrong': 'Số tiền cộng lại không khớp với số đã khóa sổ.',
  'numbers.gap': 'Số chứng từ không liền nhau, hoặc không khớp với số đã khóa sổ.',
  'scan.missing': 'Thiếu ảnh quét của một bản đã ký. Đề nghị đơn vị lập lại gói.',
  'scan.wrong': 'Ảnh quét trong gói không phải của bản đã ký nào, hoặc không đúng ảnh mà tên tệp ghi.',
  'journal.broken': 'Nhật ký bị đứt: có dòng bị sửa, bị xóa hoặc bị chèn thêm.',
  'sequence.gap': 'Thiếu gói ở giữa: chưa nhận được gói trước đó của đơn vị.',
  'sequence.fork':
    'Gói không nối tiếp gói trước đã nhận: có thể đơn vị khôi phục bản sao lưu cũ hoặc cài đặt lại. Hỏi lại đơn vị.',
}

export const bagWarnings: Record<BagWarningCode, string> = {
  'bag.oldVersion': 'Túi theo phiên bản BagIt cũ hơn 1.0.',
  'bag.extraLines': 'Tệp khai báo có thêm dòng.',
  'bag.weakAlgorithm':
    'Bảng kê chỉ dùng thuật toán băm yếu (MD5, SHA-1): phát hiện được hỏng hóc, không phát hiện được cố ý sửa.',
  'bag.foreignMarks': 'Bảng kê có dấu * hoặc ./ trước tên tệp, do công cụ khác ghi.',
  'bag.repeatedEntry': 'Bảng kê nhắc một tệp hai lần, cùng một mã băm.',
  'bag.partialManifest': 'Một bảng kê không kể hết tệp; các tệp đó có ở bảng kê khác.',
  'bag.respeltName': 'Tên tệp trên đĩa viết theo dạng Unicode khác với bảng kê.',
  'bag.twinNames': 'Hai tên chỉ khác chữ hoa hoặc dạng Unicode: có máy sẽ chép đè lên nhau.',
  'bag.systemFile': 'Có tệp do hệ điều hành tự để lại.',
  'bag.fetchedFile': 'Có danh sách tệp phải tải về (fetch.txt).',
  'bag.repeatedLabel': 'Phiếu thông tin ghi hai lần một mục chỉ được có một.',
}
