/** Words of the trade in Vietnamese, for the window and the terminal. */

import type { SheetFate, VoidKind } from '../../../domain/distribution.ts'
import type { DuplicateReason } from '../../../domain/duplicate.ts'
import type { ListState } from '../../../domain/gift-list.ts'
import type { HouseholdField, HouseholdStatus, LegalBasis } from '../../../domain/household.ts'
import { CATEGORY_NAMES, type HouseholdCategory } from '../../../domain/household-category.ts'
import type { ListField } from '../../../domain/household-list.ts'
import {
  type DefinitionProblem,
  type IndicatorKind,
  type IndicatorProblem,
  type IndicatorVerdict,
  VERDICT_NAMES,
} from '../../../domain/indicator.ts'
import type { MonthBlock, MonthWarning } from '../../../domain/month-close.ts'
import type { DocumentKind } from '../../../domain/numbering.ts'
import type { TableName } from '../../../domain/package-tables.ts'
import type { RepairEvent, RepairOrigin, RepairState } from '../../../domain/repair.ts'
import type { RepairCheck } from '../../../domain/repair-check.ts'
import type { ScanState, SignatureLook } from '../../../domain/returned-scan.ts'
import type { Right, Role } from '../../../domain/role.ts'
import type { StockPlaceKind } from '../../../domain/stock.ts'
import type { SurveyCondition, SurveyPoint } from '../../../domain/wiring-survey.ts'
import type { CommandName, JobName } from '../../contract.ts'
import type { FieldChange, RegistryColumn } from '../../households.ts'
import type { PackagePreview } from '../../inbox.ts'

export interface TradeWording {
  roles: Record<Role, string>
  rights: Record<Right, string>
  categories: Record<HouseholdCategory, string>
  householdStatuses: Record<HouseholdStatus, string>
  /** Fields of the registry, columns of its list, and what a row of a commune's list may say. */
  householdFields: Record<HouseholdField | ListField | RegistryColumn | FieldChange['field'], string>
  legalBases: Record<LegalBasis, string>
  duplicateReasons: Record<DuplicateReason, string>
  documentKinds: Record<DocumentKind, string>
  sheetFates: Record<SheetFate, string>
  voidKinds: Record<VoidKind, string>
  stockPlaceKinds: Record<StockPlaceKind, string>
  listStates: Record<ListState, string>
  scanStates: Record<ScanState, string>
  signatureLooks: Record<SignatureLook, string>
  /** The columns of the board. */
  repairStates: Record<RepairState, string>
  /** What may happen to a repair, as something to do. */
  repairEvents: Record<RepairEvent, string>
  repairOrigins: Record<RepairOrigin, string>
  surveyPoints: Record<SurveyPoint, string>
  surveyConditions: Record<SurveyCondition, string>
  repairChecks: Record<RepairCheck, string>
  monthBlocks: Record<MonthBlock, string>
  /** What a check found that did not pass. */
  failedRepairChecks: Record<RepairCheck, string>
  monthWarnings: Record<MonthWarning, (count: number) => string>
  indicatorKinds: Record<IndicatorKind, string>
  indicatorVerdicts: Record<IndicatorVerdict, string>
  /** What is wrong with figures of service that somebody typed, and with a definition. */
  indicatorProblems: Record<IndicatorProblem, string>
  definitionProblems: Record<DefinitionProblem, string>
  listWaiting: (campaignName: string, listNumber: number) => string
  repairNotCertified: (headOfHousehold: string, on: string) => string
  sheetsUnaccounted: (placeName: string, on: string, count: number) => string
  /** Rows of the journal as people read them. */
  commands: Record<CommandName | JobName, string>
  /** How a package that came stands to those that were taken in. */
  packageStates: Record<PackagePreview['state'], string>
  packageTables: Record<TableName, string>
}

export const trade: TradeWording = {
  roles: {
    clerk: 'Nhân viên',
    storekeeper: 'Thủ kho',
    supervisor: 'Tổ trưởng',
    manager: 'Lãnh đạo đơn vị',
    auditor: 'Người kiểm tra',
    administrator: 'Quản trị',
  },
  rights: {
    'ledger.read': 'xem sổ',
    'household.write': 'thêm, sửa hộ',
    'household.revealCitizenId': 'xem số định danh đầy đủ',
    'household.erase': 'xoá thông tin cá nhân của hộ',
    'campaign.open': 'mở đợt tặng quà',
    'gift.handOver': 'giao quà',
    'gift.void': 'huỷ phiếu giao quà',
    'giftList.drawUp': 'lập danh sách nhận quà',
    'giftList.approve': 'duyệt danh sách nhận quà',
    'event.plan': 'lập đợt phát',
    'gift.voidLater': 'huỷ phiếu của ngày trước',
    'gift.overrule': 'phát thêm ngoài quy định',
    'stock.move': 'nhập, xuất kho',
    'scan.keep': 'lưu bản quét',
    'repair.record': 'ghi việc sửa điện',
    'repair.overrule': 'sửa điện không chờ xã xác nhận, vượt mức chi',
    'repair.certify': 'cấp giấy xác nhận sửa chữa',
    'repair.void': 'huỷ việc sửa điện',
    'paper.print': 'in giấy tờ',
    'month.propose': 'lập đề nghị khoá sổ',
    'month.reopen': 'mở lại tháng đã khoá',
    'month.correct': 'ghi chứng từ muộn, điều chỉnh',
    'month.close': 'khoá sổ tháng',
    'month.package': 'lập gói tháng',
    'package.takeIn': 'nhận gói của các đơn vị',
    'indicator.record': 'nhập chỉ tiêu dịch vụ',
    'indicator.define': 'sửa định nghĩa chỉ tiêu dịch vụ',
    'journal.read': 'xem nhật ký',
    'people.manage': 'quản lý người dùng',
  },
  categories: CATEGORY_NAMES,
  householdStatuses: {
    active: 'Đang ở',
    moved: 'Đã chuyển đi',
    deceased: 'Chủ hộ đã mất',
    merged: 'Đã gộp vào hộ khác',
    erased: 'Đã xoá thông tin',
  },
  householdFields: {
    headOfHousehold: 'Chủ hộ',
    birthYear: 'Năm sinh',
    citizenId: 'Số định danh (CCCD)',
    oldIdNumber: 'Số CMND cũ',
    customerCode: 'Mã khách hàng',
    meterNumber: 'Số công tơ',
    phone: 'Điện thoại',
    hamlet: 'Thôn/tổ',
    communeName: 'Xã/phường',
    communeCode: 'Mã xã/phường',
    communeVersion: 'Danh mục xã từ ngày',
    addressText: 'Địa chỉ',
    memberCount: 'Số khẩu',
    members: 'Người trong hộ',
    category: 'Diện',
    categories: 'Diện',
    categoryDecision: 'Quyết định công nhận',
    legalBasis: 'Căn cứ xử lý dữ liệu',
    note: 'Ghi chú',
    status: 'Tình trạng',
    statusOn: 'Từ ngày',
    statusReason: 'Lý do',
    mergedInto: 'Gộp vào hộ',
    lastGiftOn: 'Nhận quà gần nhất',
    lastRepairOn: 'Sửa điện gần nhất',
  },
  legalBases: {
    consent: 'Hộ đồng ý',
    publicDuty: 'Nhiệm vụ do cơ quan nhà nước giao',
    contract: 'Hợp đồng mua bán điện',
    legalObligation: 'Nghĩa vụ theo luật',
  },
  duplicateReasons: {
    sameCitizenId: 'cùng số định danh',
    sameOldIdNumber: 'cùng số CMND cũ',
    sameMeterAndName: 'cùng công tơ hoặc mã khách hàng, cùng tên',
    sameMeter: 'cùng công tơ hoặc mã khách hàng',
    samePhone: 'cùng điện thoại',
    sameName: 'cùng tên',
    similarName: 'tên gần giống',
    sameBirthYear: 'cùng năm sinh',
    sameHamlet: 'cùng thôn',
    sameCommune: 'cùng xã',
    differentCitizenId: 'khác số định danh',
    differentBirthYear: 'khác năm sinh',
    differentName: 'khác tên',
    differentHamlet: 'khác nơi ở',
  },
  documentKinds: {
    handoverReceipt: 'Biên bản bàn giao quà',
    repairCertificate: 'Giấy xác nhận sửa chữa',
    stockIn: 'Phiếu nhập kho',
    stockOut: 'Phiếu xuất kho',
    signOffList: 'Danh sách ký nhận',
    surveyForm: 'Phiếu khảo sát',
    confirmationList: 'Danh sách đề nghị xác nhận',
    workOrder: 'Phiếu giao việc',
    acceptanceRecord: 'Biên bản nghiệm thu',
  },
  sheetFates: { open: 'Chưa ghi', signed: 'Đã ký nhận', void: 'Đã huỷ', spare: 'Trống, trả về', missing: 'Mất' },
  voidKinds: {
    mistake: 'Ghi nhầm',
    notCollected: 'Không đến nhận',
    substituted: 'Thay hộ khác',
    spoiled: 'Phiếu hỏng',
    carriedOver: 'Chuyển đợt phát khác',
  },
  stockPlaceKinds: {
    supplier: 'Nhà cung cấp',
    store: 'Kho',
    distributionPoint: 'Điểm phát',
    crew: 'Tổ sửa chữa',
    household: 'Hộ thụ hưởng',
    adjustment: 'Chênh lệch kiểm kê',
  },
  listStates: { drawnUp: 'Chờ duyệt', approved: 'Đã duyệt', declined: 'Bị trả lại' },
  scanStates: {
    matched: 'Khớp',
    unsure: 'Cần xem',
    unreadable: 'Không đọc được',
    duplicate: 'Trùng',
    foreign: 'Nơi khác',
  },
  signatureLooks: { signed: 'Đã ký', looksEmpty: 'Ô ký có vẻ trống', notLooked: 'Không xem được ô ký' },
  repairStates: {
    new: 'Mới',
    surveyed: 'Đã khảo sát',
    confirmed: 'Đã xác nhận',
    inProgress: 'Đang làm',
    awaitingAcceptance: 'Chờ nghiệm thu',
    done: 'Xong',
    unsafe: 'Không an toàn',
    cancelled: 'Huỷ',
  },
  repairEvents: {
    survey: 'Ghi khảo sát',
    confirm: 'Ghi xã xác nhận',
    exempt: 'Làm không chờ xã xác nhận',
    decline: 'Ghi xã không xác nhận',
    plan: 'Giao việc',
    finishWork: 'Ghi việc đã làm',
    check: 'Ghi số đo kiểm tra',
    rework: 'Trả về làm lại',
    accept: 'Nghiệm thu',
    certify: 'Cấp giấy xác nhận',
    recheckPassed: 'Kiểm tra lại, đạt',
    recheckFailed: 'Kiểm tra lại, không đạt',
    declareUnsafe: 'Ghi không an toàn, chưa sửa',
    voidAcceptance: 'Huỷ biên bản nghiệm thu',
    voidCertificate: 'Huỷ giấy xác nhận',
    cancel: 'Huỷ việc sửa điện',
  },
  repairOrigins: {
    list: 'Theo danh sách của chương trình',
    request: 'Hộ đề nghị',
    complaint: 'Từ phản ánh',
    earlier: 'Ghi từ phiên bản trước',
  },
  surveyPoints: {
    serviceCable: 'Dây sau công tơ',
    mainBreaker: 'Aptomat tổng',
    rcd: 'Thiết bị chống rò',
    switchboard: 'Bảng điện',
    wiring: 'Dây dẫn trong nhà',
    sockets: 'Ổ cắm',
    switches: 'Công tắc',
    lamps: 'Đèn',
    earthing: 'Nối đất',
  },
  surveyConditions: { good: 'Tốt', worn: 'Cũ, hỏng nhẹ', dangerous: 'Nguy hiểm', absent: 'Không có' },
  repairChecks: {
    insulation: 'Điện trở cách điện',
    continuity: 'Liền mạch dây bảo vệ',
    rcdTrip: 'Thời gian cắt của thiết bị chống rò',
    rcdTestButton: 'Nút thử của thiết bị chống rò',
    polarity: 'Đấu đúng cực tính',
    earthing: 'Điện trở nối đất',
    poweredOn: 'Đóng điện sau sửa chữa',
  },
  failedRepairChecks: {
    insulation: 'điện trở cách điện dưới 1 MΩ',
    continuity: 'điện trở dây bảo vệ vượt mức cho phép',
    rcdTrip: 'thiết bị chống rò cắt chậm hơn 300 ms',
    rcdTestButton: 'bấm nút thử mà thiết bị chống rò không cắt',
    polarity: 'đấu sai cực tính',
    earthing: 'điện trở nối đất vượt mức cho phép',
    poweredOn: 'chưa đóng điện trở lại',
  },
  monthWarnings: {
    noEntries: () => 'Tháng này chưa ghi gì vào sổ.',
    campaignEndsWithoutHandovers: (count) => `${count} đợt tặng quà kết thúc trong tháng mà chưa giao suất nào.`,
    missingCitizenIds: (count) => `${count} hộ đã nhận quà hoặc được sửa điện mà chưa có số định danh.`,
    voidsInMonth: (count) => `${count} phiếu bị huỷ trong tháng.`,
    sheetsMissing: (count) => `${count} phiếu in ra bị mất, đã có giải trình.`,
    receiptsNotBack: (count) => `${count} biên bản bàn giao chưa có bản ký quét về.`,
    certificatesNotBack: (count) => `${count} giấy xác nhận sửa chữa chưa có bản ký quét về.`,
    stockNotCounted: (count) => `${count} kho chưa kiểm kê trong tháng.`,
    indicatorsNotEntered: (count) => `${count} chỉ tiêu dịch vụ chưa nhập số liệu.`,
    noBackup: () => 'Chưa sao lưu sổ từ cuối tháng.',
  },
  monthBlocks: {
    repairNotCertified: 'Việc sửa điện đã làm, chưa xác nhận hoặc kết luận',
    sheetsUnaccounted: 'Phiếu in ra chưa rõ kết quả',
    listWaiting: 'Danh sách nhận quà chờ duyệt',
  },
  indicatorKinds: { share: 'Tỷ lệ (%)', average: 'Bình quân', count: 'Số lượng' },
  indicatorVerdicts: VERDICT_NAMES,
  indicatorProblems: {
    notAFigure: 'không phải số, hoặc quá ba chữ số lẻ',
    negative: 'không được dưới 0',
    tooBig: 'số quá lớn',
    notWhole: 'đếm số việc thì phải là số nguyên',
    numeratorMissing: 'thiếu tử số',
    denominatorMissing: 'thiếu mẫu số',
    denominatorZero: 'mẫu số là 0 thì tử số cũng phải là 0',
    denominatorTooMuch: 'chỉ tiêu này không có mẫu số',
    numeratorOver: 'tử số lớn hơn mẫu số',
  },
  definitionProblems: {
    kindChanged: 'không đổi được cách tính, vì số đã nhập sẽ mang nghĩa khác',
    denominatorMissing: 'cách tính này cần mẫu số',
    denominatorTooMuch: 'số lượng thì không có mẫu số',
    targetHalfTold: 'mục tiêu phải có cả mức và chiều',
    targetNotAFigure: 'mức mục tiêu quá ba chữ số lẻ',
    targetOverHundred: 'mục tiêu của tỷ lệ không quá 100 %',
    endsBeforeItBegins: 'tháng cuối đứng trước tháng đầu',
  },
  listWaiting: (campaignName, listNumber) => `Danh sách số ${listNumber} của đợt ${campaignName} chưa được duyệt.`,
  repairNotCertified: (headOfHousehold, on) => `Việc sửa điện ngày ${on} ở hộ ${headOfHousehold} chưa xác nhận.`,
  sheetsUnaccounted: (placeName, on, count) =>
    `Đợt phát ngày ${on} tại ${placeName} còn ${count} phiếu chưa rõ đi đâu.`,
  commands: {
    'office.setUp': 'Lập sổ của đơn vị',
    'people.add': 'Thêm người dùng',
    'households.register': 'Thêm hộ',
    'households.amend': 'Sửa hộ',
    'households.revealCitizenId': 'Xem số định danh đầy đủ',
    'households.setStatus': 'Đổi tình trạng hộ',
    'households.erase': 'Xoá thông tin cá nhân',
    'households.merge': 'Gộp hộ',
    'households.undoMerge': 'Tách hộ đã gộp',
    'households.export': 'Xuất danh sách hộ',
    'duplicates.settle': 'Xét cặp nghi trùng',
    'filters.save': 'Lưu bộ lọc',
    'filters.remove': 'Bỏ bộ lọc',
    'communes.load': 'Nạp danh mục xã, phường',
    'idCards.readImage': 'Đọc ảnh căn cước',
    'imports.preview': 'Xem trước danh sách',
    'imports.run': 'Nhập danh sách',
    'imports.undo': 'Hoàn tác lần nhập',
    'imports.saveFindings': 'Lưu tệp kèm lỗi',
    'campaigns.open': 'Mở đợt tặng quà',
    'gifts.handOver': 'Giao quà',
    'gifts.void': 'Huỷ phiếu giao quà',
    'campaigns.amend': 'Sửa đợt tặng quà',
    'giftLists.drawUp': 'Lập danh sách nhận quà',
    'giftLists.approve': 'Duyệt danh sách nhận quà',
    'giftLists.decline': 'Trả lại danh sách nhận quà',
    'distributions.addPoint': 'Thêm điểm phát',
    'distributions.plan': 'Lập đợt phát',
    'distributions.amend': 'Sửa đợt phát',
    'distributions.cancel': 'Bỏ đợt phát',
    'distributions.issueKit': 'Cấp số bộ hồ sơ phát quà',
    'distributions.enterSheets': 'Ghi phiếu đã ký',
    'distributions.substitute': 'Thay hộ ở đợt phát',
    'distributions.carryOver': 'Chuyển hộ sang đợt phát khác',
    'stock.addPlace': 'Thêm kho, điểm phát',
    'stock.addItem': 'Thêm mặt hàng',
    'stock.move': 'Lập phiếu nhập, xuất kho',
    'stock.correct': 'Điều chỉnh phiếu kho',
    'stock.count': 'Kiểm kê kho',
    'scans.read': 'Đọc bản quét',
    'scans.keep': 'Lưu bản quét',
    'scans.keepMatched': 'Lưu các bản quét đã khớp',
    'scans.setAside': 'Bỏ trang quét',
    'scans.takeBack': 'Gỡ bản quét',
    'scans.waiting': 'Xem thư mục máy quét',
    'scans.watch': 'Đặt thư mục máy quét',
    'papers.giftList': 'Lập giấy danh sách nhận quà',
    'papers.kit': 'Lập giấy bộ hồ sơ phát quà',
    'papers.voidSlips': 'Lập phiếu huỷ',
    'papers.noteTaking': 'In hoặc lấy giấy tờ',
    'papers.stockSlip': 'Lập giấy phiếu kho',
    'papers.closingMinutes': 'Lập giấy biên bản khoá sổ',
    'papers.countSheet': 'Lập giấy kiểm kê',
    'papers.receipts': 'Lập giấy biên bản bàn giao',
    'papers.signOffList': 'Lập giấy danh sách ký nhận',
    'months.propose': 'Lập đề nghị khoá sổ',
    'months.reopen': 'Mở lại tháng đã khoá',
    'months.correct': 'Ghi bút toán điều chỉnh',
    'months.copyPackage': 'Chép gói tháng ra ngoài',
    'months.markMailed': 'Ghi nhận đã gửi gói tháng',
    'months.takeInAcknowledgement': 'Nhận phản hồi của cấp trên',
    'indicators.enter': 'Nhập chỉ tiêu dịch vụ',
    'indicators.define': 'Sửa định nghĩa chỉ tiêu',
    'ledger.backUp': 'Sao lưu sổ',
    'repairs.open': 'Mở việc sửa điện',
    'repairs.survey': 'Ghi khảo sát',
    'repairs.exempt': 'Cho sửa không chờ xã xác nhận',
    'repairs.plan': 'Giao việc sửa điện',
    'repairs.drawMaterials': 'Xuất vật tư cho tổ sửa chữa',
    'repairs.returnMaterials': 'Nhập lại vật tư thừa',
    'repairs.finishWork': 'Ghi việc đã làm',
    'repairs.check': 'Ghi số đo kiểm tra',
    'repairs.rework': 'Trả việc về làm lại',
    'repairs.accept': 'Nghiệm thu việc sửa điện',
    'repairs.certify': 'Cấp giấy xác nhận sửa chữa',
    'repairs.declareUnsafe': 'Ghi hộ không an toàn, chưa sửa',
    'repairs.recheck': 'Kiểm tra lại sau sửa chữa',
    'repairs.cancel': 'Huỷ việc sửa điện',
    'repairs.voidPaper': 'Huỷ giấy tờ sửa điện',
    'repairs.complain': 'Ghi phản ánh về việc sửa điện',
    'repairs.settleComplaint': 'Giải quyết phản ánh',
    'repairs.setLimits': 'Đặt mức đo cho phép',
    'repairs.addPhotos': 'Thêm ảnh việc sửa điện',
    'repairs.removePhoto': 'Bỏ ảnh việc sửa điện',
    'confirmations.drawUp': 'Lập danh sách đề nghị xác nhận',
    'confirmations.answer': 'Ghi xã xác nhận',
    'papers.repairPapers': 'Lập giấy tờ sửa điện',
    'papers.surveyForms': 'Lập phiếu khảo sát',
    'papers.confirmationList': 'Lập giấy danh sách đề nghị xác nhận',
    'months.close': 'Khoá sổ tháng',
    'months.package': 'Lập gói tháng',
    'packages.verify': 'Kiểm tra gói',
    'inbox.preview': 'Xem gói của đơn vị',
    'inbox.takeIn': 'Nhận gói của đơn vị',
    'inbox.writeConflicts': 'Ghi tệp hộ trùng giữa các đơn vị',
    'inbox.readKey': 'Xem tệp khoá',
    'inbox.takeInKey': 'Nhận khoá',
  },
  packageStates: {
    new: 'tháng mới',
    revision: 'bản sửa đổi, thay bản trước',
    superseded: 'đã có bản sau, chỉ giữ lại',
    known: 'đã nhận, không đổi gì',
    fork: 'mâu thuẫn với gói đã nhận, không nhận được',
    faulty: 'có lỗi, không nhận được',
  },
  packageTables: {
    households: 'Hộ',
    campaigns: 'Đợt',
    'gift-handovers': 'Giao quà',
    'gift-lines': 'Dòng quà',
    voids: 'Huỷ',
    'stock-movements': 'Xuất nhập kho',
    repairs: 'Sửa điện',
    'repair-items': 'Vật tư sửa điện',
    'repair-checks': 'Số đo kiểm tra',
    'signed-papers': 'Bản đã ký',
    corrections: 'Bút toán điều chỉnh',
    indicators: 'Chỉ tiêu dịch vụ',
    journal: 'Nhật ký',
  },
}
