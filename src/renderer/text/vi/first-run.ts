/** Vietnamese of the first run and of choosing a person. */

export const firstRun = {
  title: 'Lập sổ cho đơn vị',
  intro: 'Khai báo một lần, mất một phút. Những dòng này in trên đầu mọi giấy tờ.',
  steps: { office: 'Đơn vị', signer: 'Người ký', person: 'Người ghi sổ' },
  officeName: 'Tên đơn vị',
  officeNameExample: 'Đội Quản lý Điện lực khu vực Krông Pắc',
  officeCode: 'Mã đơn vị',
  officeCodeHint: 'Chữ hoa và số, ví dụ PC042; in trong số phiếu',
  parentOrganisation: 'Đơn vị cấp trên',
  parentExample: 'Công ty Điện lực Đắk Lắk',
  place: 'Nơi lập giấy tờ',
  placeExample: 'In trước ngày tháng, ví dụ Krông Pắc',
  signerTitle: 'Chức vụ người ký',
  signerTitleExample: 'Đội trưởng',
  signerName: 'Họ tên người ký',
  isPractice: 'Đây là sổ tập (mọi giấy in ra có chữ MẪU)',
  personName: 'Họ tên của bạn',
  personRole: 'Vai trò của bạn',
  back: 'Quay lại',
  next: 'Tiếp',
  finish: 'Lập sổ',
  letterhead: 'Đầu giấy sẽ in',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
}

export const session = {
  title: 'Ai đang làm việc?',
  intro: 'Mỗi việc ghi vào sổ đều kèm tên người ghi.',
}
