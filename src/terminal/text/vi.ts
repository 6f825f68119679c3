/** What the terminal says, in Vietnamese. `en.ts` says the same. */

import type { Outcome } from '../../consolidation/consolidate.ts'
import type { Output } from '../../contract/contract.ts'
import type { Balance, DistributionEvent } from '../../contract/distributions.ts'
import type { DuplicatePair } from '../../contract/duplicates.ts'
import type { HouseholdLine } from '../../contract/households.ts'
import type { ImportBatch, ImportColumn, ImportPreview, ImportRow } from '../../contract/imports.ts'
import type { KeyFile, PackagePreview } from '../../contract/inbox.ts'
import type { MonthIndicator } from '../../contract/indicators.ts'
import type { JournalRow, MonthFigures, PackageVerification } from '../../contract/months.ts'
import type { PrintedPapers } from '../../contract/papers.ts'
import type { Repair } from '../../contract/repairs.ts'
import type { ScannedPage } from '../../contract/scans.ts'
import type { FailureWording } from '../../contract/wording/failure-wording.ts'
import { failures } from '../../contract/wording/vi/failures.ts'
import { type ListFindingWording, listFindings } from '../../contract/wording/vi/list-findings.ts'
import { bagWarnings, packageFaults } from '../../contract/wording/vi/package-faults.ts'
import { type TradeWording, trade } from '../../contract/wording/vi/trade.ts'
import type { MissingPackages } from '../../domain/consolidation.ts'
import { formatDay } from '../../domain/day.ts'
import { formatFigure } from '../../domain/figure.ts'
import { targetText } from '../../domain/indicator.ts'
import type { ListFinding } from '../../domain/list-finding.ts'
import { formatDong } from '../../domain/money.ts'
import type { DocumentKind } from '../../domain/numbering.ts'
import type { BagWarning, PackageFault } from '../../domain/package-fault.ts'
import { formatPeriod, type Period } from '../../domain/period.ts'
import { REPAIR_STATES } from '../../domain/repair.ts'
import type { Answer } from '../../month-end/answer-package.ts'
import type { CommandName } from '../command.ts'
import type { UsageError } from '../outlet.ts'

export interface TerminalText {
  failures: FailureWording
  trade: TradeWording
  listFindings: ListFindingWording
  help: string
  helpOf: Record<CommandName, string>
  usage: Record<UsageError['what'], (word: string) => string>
  preview: (preview: ImportPreview) => string
  column: (column: ImportColumn) => string
  finding: (finding: ListFinding) => string
  changedRow: (row: Omit<ImportRow, 'findings'>) => string
  undone: (undone: Output<'imports.undo'>) => string
  household: (household: HouseholdLine) => string
  nobodyFound: (text: string) => string
  pair: (pair: DuplicatePair) => string
  pairCounts: (counts: Output<'duplicates.list'>['counts']) => string
  event: (event: DistributionEvent) => string
  noEvents: string
  repair: (repair: Repair) => string
  repairCounts: (counts: Output<'repairs.list'>['counts']) => string
  openSheet: (sheet: { position: number | null; documentNumber: string; headOfHousehold: string | null }) => string
  balance: (balance: Balance) => string
  printed: (printed: PrintedPapers, file: string) => string
  scannedPage: (page: ScannedPage) => string
  scanStates: (states: Output<'scans.read'>['states']) => string
  batch: (batch: ImportBatch) => string
  proposed: (period: Period) => string
  indicator: (indicator: MonthIndicator) => string
  indicatorCounts: (period: Period, entered: number, all: number) => string
  closed: (period: Period, sequence: number, figures: MonthFigures) => string
  packaged: (made: Output<'months.package'>) => string
  packageSummary: (summary: NonNullable<PackageVerification['summary']>) => string
  fault: (fault: PackageFault) => string
  bagWarning: (warning: BagWarning) => string
  verdict: (faultCount: number) => string
  bagVerdict: (faultCount: number) => string
  answered: (answer: Answer, name: string) => string
  headOfficeKeysMade: (folder: string, fingerprint: string) => string
  loaded: (outcome: Outcome, name: string) => string
  missing: (missing: MissingPackages) => string[]
  consolidated: (counts: Record<Outcome['kind'], number>, rowCount: number) => string
  signaturesNotChecked: string
  received: (preview: PackagePreview) => string[]
  takenIn: (takenCount: number, packageCount: number, isDryRun: boolean) => string
  conflictFile: (file: string) => string
  key: (key: KeyFile, isTakenIn: boolean) => string
  journalRow: (row: JournalRow) => string
  journalVerdict: (verdict: Output<'journal.verify'>) => string
  demo: {
    begun: (folder: string) => string
    imported: (fileName: string, batch: ImportBatch, warningCount: number) => string
    campaignOpened: (name: string) => string
    handedOver: (count: number, totalDong: number) => string
    repaired: (count: number, totalDong: number) => string
    /** The demo's word to each warning of its month. */
    explanation: string
    indicatorsEntered: (count: number) => string
    printed: (kind: DocumentKind, printed: PrintedPapers, file: string) => string
    listPrinted: (pageCount: number, file: string) => string
    ended: (seconds: number) => string
  }
}

const seconds = (value: number) => value.toFixed(1).replace('.', ',')
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2).replace('.', ',')

export const vi: TerminalText = {
  failures,
  trade,
  listFindings,
  help: `Sổ Tri Ân, dòng lệnh. Cách dùng: npm run office -- LỆNH [tuỳ chọn]

  demo                                   làm trọn một tháng trên dữ liệu mẫu, vào thư mục ./demo
  import TỆP                             nhập danh sách hộ (.xlsx, .xls, .ods, .csv); --dry-run để chỉ xem trước
  undo MÃ_LẦN_NHẬP                       hoàn tác một lần nhập, trả sổ về đúng như trước
  search CHỮ                             tìm hộ theo tên không dấu, chữ đầu, số cuối của mã
  duplicates                             các cặp hộ nghi trùng; --state open|later|different
  repairs                                các việc sửa điện; --state, --campaign, --commune, --crew, --due NGÀY
  print receipts|kit --event E           in phiếu hoặc cả bộ hồ sơ một đợt phát; --out TỆP
  print repairs|certificates|…           in giấy tờ sửa điện: survey-forms, work-orders, acceptances; --out TỆP
  balance                                các đợt phát; --event E để đối chiếu phiếu của một đợt
  scan TỆP…                              đọc bản quét của giấy đã ký, mỗi trang là phiếu nào; --event E
  indicators                             chỉ tiêu dịch vụ của tháng; --month THÁNG, --set MÃ=TỬ/MẪU…
  close THÁNG                            khoá sổ một tháng (2026-11) và lập gói gửi
  verify GÓI_HOẶC_THƯ_MỤC                kiểm tra một gói: --keys THƯ_MỤC khoá các đơn vị, --identity TỆP, --bag-only
  acknowledge GÓI… --accept|--reject     trả lời gói bằng tệp có chữ ký: --key KHOÁ --keys THƯ_MỤC --by TÊN
  head-office-keys --out THƯ_MỤC         lập khoá của cấp trên và tệp khoá công khai gửi các đơn vị
  consolidate GÓI… --into NƠI_GỘP        gộp các gói vào PostgreSQL (postgres://…) hoặc thư mục tệp Parquet
  inbox GÓI…                             công ty nhận gói của các đơn vị; --dry-run để chỉ xem; --key TỆP nhận khoá
  journal                                xem nhật ký và kiểm tra chuỗi băm

Chung: --ledger THƯ_MỤC (sổ nào; không ghi thì là sổ mà biến SO_TRI_AN_LEDGER chỉ, hoặc sổ mà cửa sổ mở trên máy này),
--json (trả lời cho máy đọc), --language vi|en, --help.
Mã thoát: 0 xong · 1 bị từ chối hoặc có lỗi trong gói · 2 sai câu lệnh · 3 tệp, đĩa hoặc sổ · 4 lỗi của chương trình.`,
  helpOf: {
    demo: 'demo: lập sổ tập dượt mới trong ./demo, nhập danh sách mẫu, giao quà, sửa điện, in giấy tờ, khoá sổ, lập và kiểm tra gói.',
    import:
      'import TỆP [--ledger THƯ_MỤC] [--dry-run] [--sheet TÊN] [--header-row SỐ] [--end-gone] [--person TÊN]: đọc danh sách, nêu từng chỗ nghi ngờ, rồi nhập thành một lần có thể hoàn tác. --end-gone kết thúc diện của hộ không còn trong danh sách.',
    undo: 'undo MÃ_LẦN_NHẬP [--ledger THƯ_MỤC] [--person TÊN]: từ chối, và nêu tên hộ, khi đã có phiếu hoặc hộ đã được sửa sau đó.',
    search: 'search CHỮ [--ledger THƯ_MỤC] [--limit N] [--person TÊN]: số định danh luôn được che.',
    duplicates:
      'duplicates [--ledger THƯ_MỤC] [--state open|later|different] [--person TÊN]: điểm giống nhau và lý do của từng cặp.',
    print:
      'print receipts|kit --event E --out TỆP [--ledger THƯ_MỤC] [--layout A4|A5] [--from SỐ --to SỐ] [--person TÊN]: E là mã đợt phát, hoặc địa điểm và ngày (“Nhà văn hoá thôn Đông 20/11/2026”); --from, --to in lại phiếu từ số đến số. print repairs|survey-forms|work-orders|acceptances|certificates --out TỆP [--ledger THƯ_MỤC]: giấy tờ sửa điện, chọn việc bằng các tuỳ chọn của lệnh repairs; repairs là trọn hồ sơ từng việc.',
    repairs:
      'repairs [--ledger THƯ_MỤC] [--state TRẠNG_THÁI,…] [--campaign ĐỢT] [--commune XÃ] [--hamlet THÔN] [--crew TỔ] [--due NGÀY] [--find CHỮ] [--person TÊN]: trạng thái là new, surveyed, confirmed, inProgress, awaitingAcceptance, done, unsafe, cancelled; --due là những việc đến hạn xem lại.',
    balance:
      'balance [--ledger THƯ_MỤC] [--event E] [--person TÊN]: không có --event thì liệt kê các đợt phát; có --event thì mã thoát 1 khi còn phiếu chưa ghi.',
    scan: 'scan TỆP… [--ledger THƯ_MỤC] [--event E] [--person TÊN]: PDF, TIFF, JPG, PNG; trang đọc được nằm trong hàng chờ “Bản đã ký”.',
    close:
      'close THÁNG [--ledger THƯ_MỤC] [--propose] [--explanation LỜI] [--folder THƯ_MỤC] [--masked [--receiver TỆP]] [--person TÊN]: khoá sổ rồi lập gói; --propose chỉ lập đề nghị, để người thứ hai duyệt cũng bằng lệnh này; --explanation là lời giải trình cho các cảnh báo; --masked lập gói đã che số định danh, mã hoá cho nơi có tệp khoá --receiver; tháng đã khoá chỉ lập lại gói.',
    verify:
      'verify GÓI_HOẶC_THƯ_MỤC [--keys THƯ_MỤC] [--identity TỆP] [--bag-only]: kiểm tra gói, --identity mở gói mã hoá, --bag-only xét mọi túi BagIt; mã thoát 1 nếu có lỗi.',
    acknowledge:
      'acknowledge GÓI… --accept|--reject "LÝ DO" --by TÊN --key TỆP --keys THƯ_MỤC [--identity TỆP] [--conflicts TỆP_HOẶC_THƯ_MỤC] [--out THƯ_MỤC]: kiểm tra gói rồi ghi <gói>.receipt.json và .minisig; gói có lỗi không thể nhận; trả lời lại như cũ không đổi gì. Mã thoát 1 nếu có gói chưa trả lời được.',
    'head-office-keys':
      'head-office-keys --out THƯ_MỤC --name TÊN [--programme-key]: lập khoá ký (head-office.key.pem) và khoá mở gói (head-office.identity.txt), cả hai phải giữ kín, cùng tệp công khai head-office.json để các đơn vị nhận vào; --programme-key: tập đoàn lập thêm khoá chương trình (bí mật, chung cho mọi công ty); không bao giờ ghi đè.',
    consolidate:
      'consolidate GÓI_HOẶC_THƯ_MỤC… --into postgres://…|THƯ_MỤC [--keys THƯ_MỤC] [--identity TỆP]: kiểm tra từng gói rồi nạp trọn gói hoặc không nạp gì; nạp lại không đổi gì; nêu gói thiếu. Mã thoát 1 nếu có gói bị từ chối. Xem resources/help/consolidation.md.',
    inbox:
      'inbox GÓI_HOẶC_THƯ_MỤC… [--ledger THƯ_MỤC] [--dry-run] [--identity TỆP] [--conflicts THƯ_MỤC] [--person TÊN]: kiểm tra từng gói, nêu gói làm thay đổi gì, rồi nhận; --conflicts ghi tệp hộ trùng giữa các đơn vị. inbox --key TỆP [--fingerprint "DẤU VÂN TAY"]: xem khoá của đơn vị (.pub) hoặc khoá chương trình (.json), và nhận khi dấu vân tay đúng. Mã thoát 1 nếu có gói bị từ chối.',
    indicators:
      'indicators [--ledger THƯ_MỤC] [--month THÁNG] [--set MÃ=TỬ/MẪU…] [--person TÊN]: giá trị từng chỉ tiêu so với mục tiêu, của tháng này hay tháng khác; --set ghi số liệu trước, ghi hết hoặc không ghi gì, MÃ= để bỏ số đã nhập.',
    journal:
      'journal [--ledger THƯ_MỤC] [--limit N] [--person TÊN]: những dòng nhật ký mới nhất và kết luận về chuỗi băm.',
  },
  usage: {
    command: (word) => `Không có lệnh “${word}”.`,
    language: (word) => `Không có ngôn ngữ “${word}”; chọn vi hoặc en.`,
    missing: (word) => `Thiếu ${word}.`,
    state: (word) => `Không có nhóm “${word}”; chọn open, later hoặc different.`,
    event: (word) => `“${word}” không chỉ đúng một đợt phát; lệnh balance liệt kê các đợt phát và mã của chúng.`,
    paper: (word) =>
      `Không in được “${word}”; chọn receipts, kit, repairs, survey-forms, work-orders, acceptances hoặc certificates.`,
    repairState: (word) => `Không có trạng thái “${word}”; xem repairs --help.`,
    campaign: (word) => `“${word}” không chỉ đúng một đợt.`,
    day: (word) => `“${word}” không phải là một ngày; hãy viết như 20/11/2026.`,
    layout: (word) => `Không có khổ “${word}”; chọn A4 hoặc A5.`,
    number: (word) => `“${word}” không phải là số phiếu.`,
    oneConflictsFile: (word) => `${word} là của một gói; với nhiều gói, cho --conflicts một thư mục.`,
    name: (word) => `“${word}” không dùng làm tên được: tối đa 200 chữ, không có ký tự điều khiển.`,
    wholeKit: (word) => `“${word}” in trọn; không dùng --from và --to.`,
    noPackage: (word) => `Không có gói nào trong ${word}.`,
    month: (word) => `“${word}” không phải là một tháng; hãy viết như 2026-11.`,
    entry: (word) => `“${word}” không phải số liệu của chỉ tiêu; hãy viết như KHIEU_NAI=38/40, hoặc HOI_NGHI=2.`,
    foreignFolder: (word) => `Thư mục ${word} có tệp không phải của lần chạy thử; hãy dời chúng đi rồi chạy lại.`,
  },
  preview: ({ fileName, sheetName, effects, warningCount }) =>
    `${fileName}${sheetName ? ` (${sheetName})` : ''}: ${effects.new} hộ mới, ${effects.changed} thay đổi, ` +
    `${effects.same} không đổi, ${effects.blocked} dòng bị chặn, ${warningCount} cảnh báo.`,
  finding: (finding) =>
    `  dòng ${finding.rowNumber} ${finding.severity === 'error' ? 'LỖI' : 'lưu ý'}: ${listFindings[finding.code](finding)}`,
  column: ({ columnNumber, header, field, confidence, conversion }) =>
    `  cột ${columnNumber} “${header}”: ${field ? `${trade.householdFields[field]} (${Math.round(confidence * 100)} %)` : 'không đọc'}` +
    (conversion ? `, phông ${conversion.encoding.toUpperCase()}: ${conversion.before[0] ?? ''}` : ''),
  changedRow: ({ rowNumber, household, changes }) =>
    rowNumber === null
      ? `  không còn trong danh sách: ${household?.headOfHousehold ?? ''}`
      : `  dòng ${rowNumber} thay đổi ${household?.headOfHousehold ?? ''}: ` +
        changes.map(({ field }) => trade.householdFields[field]).join(', '),
  batch: ({ batchId, inserted, changed, same, blocked, declined, ended }) =>
    `Đã nhập: thêm ${inserted} hộ, cập nhật ${changed}, không đổi ${same}, bị chặn ${blocked}, để lại ${declined}, ` +
    `kết thúc diện ${ended}. Mã lần nhập: ${batchId}`,
  undone: ({ removed, restored }) => `Đã hoàn tác: bỏ ${removed} hộ, trả lại ${restored} hộ như trước.`,
  household: ({ headOfHousehold, birthYear, maskedCitizenId, hamlet, communeName, customerCode }) =>
    [headOfHousehold, birthYear, maskedCitizenId, hamlet, communeName, customerCode].filter(Boolean).join(' · '),
  nobodyFound: (text) => `Không tìm thấy hộ nào với “${text}”.`,
  pair: ({ one, other, score, reasons }) =>
    `${String(score).padStart(3)}  ${[one, other]
      .map(({ headOfHousehold, birthYear, hamlet }) => [headOfHousehold, birthYear, hamlet].filter(Boolean).join(', '))
      .join('  ↔  ')}  (${reasons.map((reason) => trade.duplicateReasons[reason]).join('; ')})`,
  pairCounts: ({ open, later, different }) => `${open} cặp chưa xét, ${later} để sau, ${different} không trùng.`,
  event: ({ eventId, placeName, heldOn, campaignName, householdCount, kit, balance: { isBalanced, open } }) =>
    `${placeName} ${formatDay(heldOn)} · ${campaignName} · ${householdCount} suất · ` +
    `${kit ? (isBalanced ? `${kit.documentNumber}, cân` : `${kit.documentNumber}, còn ${open} phiếu chưa ghi`) : 'chưa lập bộ hồ sơ'} · ${eventId}`,
  noEvents: 'Chưa có đợt phát nào.',
  repair: ({ documentNumber, household, state, crew, costDong, dueOn, certificateNumber }) =>
    [
      documentNumber ?? 'không số',
      [household.headOfHousehold, household.hamlet, household.communeName].filter(Boolean).join(', '),
      trade.repairStates[state],
      crew,
      `${formatDong(costDong)} đồng`,
      certificateNumber,
      dueOn && `hẹn ${formatDay(dueOn)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  repairCounts: (counts) => REPAIR_STATES.map((state) => `${trade.repairStates[state]} ${counts[state]}`).join(', '),
  openSheet: ({ position, documentNumber, headOfHousehold }) =>
    `  chưa ghi: ${[position, documentNumber, headOfHousehold ?? 'phiếu trống'].filter(Boolean).join(' · ')}`,
  balance: ({ printed, signed, void: voided, spare, missing, open, isBalanced }) =>
    `In ${printed} = ký ${signed} + huỷ ${voided} + trống ${spare} + mất ${missing}` +
    (isBalanced ? ': cân.' : `, CÒN ${open} phiếu chưa ghi.`),
  printed: ({ paperCount, pageCount }, file) => `${paperCount} bản, ${pageCount} trang: ${file}`,
  scannedPage: ({ sourceName, pageNumber, state, codes, confidence, rotationDegrees, signature, paper }) =>
    `${sourceName} trang ${pageNumber}: ${trade.scanStates[state]}, mã ${codes.join(', ') || '–'} (${confidence} %), ` +
    `xoay ${rotationDegrees}°, ${trade.signatureLooks[signature].toLowerCase()}` +
    (paper ? ` → ${[paper.documentNumber, paper.headOfHousehold].filter(Boolean).join(' ')}` : ''),
  scanStates: ({ matched, unsure, unreadable, duplicate, foreign }) =>
    `Khớp ${matched}, cần xem ${unsure}, không đọc được ${unreadable}, trùng ${duplicate}, nơi khác ${foreign}.`,
  proposed: (period) =>
    `Đã lập đề nghị khoá sổ tháng ${formatPeriod(period)}; người thứ hai duyệt bằng: close ${period} --person TÊN.`,
  indicator: ({ code, name, numerator, denominator, value, unitOfMeasure, verdict, ...target }) =>
    [
      code.padEnd(20),
      name,
      [numerator, denominator].flatMap((figure) => (figure === null ? [] : [formatFigure(figure)])).join(' / '),
      value === null ? '' : `${formatFigure(value)} ${unitOfMeasure}`,
      targetText(target),
      trade.indicatorVerdicts[verdict],
    ]
      .filter(Boolean)
      .join(' · '),
  indicatorCounts: (period, entered, all) => `Tháng ${formatPeriod(period)}: đã nhập ${entered}/${all} chỉ tiêu.`,
  closed: (period, sequence, figures) =>
    `Đã khoá sổ tháng ${formatPeriod(period)} (lần khoá thứ ${sequence}): ${figures.handoverCount} suất quà, ` +
    `${formatDong(figures.giftsDong)} đồng; ${figures.repairCount} hộ sửa điện, ${formatDong(figures.repairsDong)} đồng.`,
  packaged: ({ file, identity, bytes }) => `Gói tháng: ${file} (${megabytes(bytes)} MB)\n  mã nhận dạng ${identity}`,
  packageSummary: ({ packageName, officeName, period, sequence, signature }) =>
    `${packageName}: ${officeName}, tháng ${period}, số thứ tự ${sequence}, chữ ký ${
      {
        good: 'đúng',
        bad: 'SAI',
        unknownKey: 'của khoá chưa biết',
        revokedKey: 'của khoá đã thu hồi',
        notChecked: 'chưa kiểm tra',
      }[signature]
    }.`,
  fault: ({ code, file, detail }) => `  LỖI ${code}${file ? ` [${file}]` : ''}: ${packageFaults[code]} (${detail})`,
  bagWarning: ({ code, file }) => `  LƯU Ý ${code}${file ? ` [${file}]` : ''}: ${bagWarnings[code]}`,
  verdict: (faultCount) => (faultCount === 0 ? 'Gói nguyên vẹn, không có lỗi.' : `Gói có ${faultCount} lỗi.`),
  bagVerdict: (faultCount) =>
    faultCount === 0 ? 'Túi BagIt hợp lệ và đầy đủ.' : `Túi BagIt không hợp lệ: ${faultCount} lỗi.`,
  loaded: (outcome, name) => {
    switch (outcome.kind) {
      case 'loaded':
        return `${name}: đã nạp ${outcome.rows} dòng${outcome.replaces ? ', thay cho bản trước của tháng' : ''}.`
      case 'superseded':
        return `${name}: đã có bản sau của tháng này; chỉ ghi nhớ.`
      case 'known':
        return `${name}: đã nạp từ trước, không đổi gì.`
      case 'refused':
        return `${name}: KHÔNG NẠP, gói có ${outcome.faults.length} lỗi.`
      case 'stopped':
        return `${name}: chưa nạp; dừng tại đây.`
    }
  },
  answered: (answer, name) => {
    switch (answer.kind) {
      case 'given':
        return `${name}: ${answer.acknowledgement.verdict === 'accepted' ? 'ĐÃ NHẬN' : 'TRẢ LẠI'}, ghi ${answer.file} và .minisig${answer.acknowledgement.conflicts.length > 0 ? `, kèm ${answer.acknowledgement.conflicts.length} hộ được hai nơi giúp` : ''}.`
      case 'known':
        return `${name}: đã trả lời như vậy từ trước, không đổi gì.`
      case 'faulty':
        return `${name}: CHƯA TRẢ LỜI, gói có ${answer.faults.length} lỗi.`
      case 'masked':
        return `${name}: gói đã che không có phản hồi: đơn vị chỉ chờ phản hồi cho gói đầy đủ.`
      case 'otherAnswer':
        return `${name}: CHƯA TRẢ LỜI, ${answer.file} là câu trả lời khác; chọn --out khác nếu cần trả lời lại.`
    }
  },
  headOfficeKeysMade: (folder, fingerprint) =>
    `Đã lập khoá trong ${folder}.\nGửi head-office.json cho các đơn vị; mọi tệp khác trong thư mục phải giữ kín và có bản cất riêng.\nDấu vân tay để đọc qua điện thoại: ${fingerprint}`,
  missing: ({ months, sequences, ledgers }) => [
    ...months.map(({ officeId, period }) => `  THIẾU ${officeId}: chưa có gói tháng ${formatPeriod(period)}.`),
    ...sequences.map(({ officeId, first, last }) =>
      first === last
        ? `  THIẾU ${officeId}: gói có số thứ tự ${first} đã lập mà chưa tới.`
        : `  THIẾU ${officeId}: các gói có số thứ tự ${first}–${last} đã lập mà chưa tới.`,
    ),
    ...ledgers.map(({ officeId, count }) => `  LƯU Ý ${officeId}: gói đến từ ${count} sổ khác nhau (cài đặt lại?).`),
  ],
  consolidated: ({ loaded, superseded, known, refused }, rowCount) =>
    `Nạp mới ${loaded} gói (${rowCount} dòng), đã có ${known}, chỉ ghi nhớ ${superseded}, từ chối ${refused}.`,
  signaturesNotChecked: 'Chữ ký CHƯA được kiểm tra: hãy cho --keys THƯ_MỤC chứa khoá công khai của các đơn vị.',
  received: ({ fileName, state, summary, difference, missing }) => [
    summary
      ? `${summary.packageName}: ${summary.officeName}, tháng ${formatPeriod(summary.period)}: ${trade.packageStates[state]}.`
      : `${fileName}: ${trade.packageStates[state]}.`,
    ...difference.map(
      ({ table, added, removed, changed }) =>
        `  ${trade.packageTables[table]}: thêm ${added}, bớt ${removed}, sửa ${changed}`,
    ),
    ...missing.months.map((period) => `  còn thiếu tháng ${formatPeriod(period)}`),
  ],
  takenIn: (takenCount, packageCount, isDryRun) =>
    isDryRun ? `Đã xem ${packageCount} gói, chưa nhận gói nào.` : `Đã nhận ${takenCount} trong ${packageCount} gói.`,
  conflictFile: (file) => `Hộ trùng giữa các đơn vị: ${file}`,
  key: ({ kind, officeId, fingerprint, state }, isTakenIn) =>
    `${officeId === null ? 'Khoá chương trình' : `${kind === 'revocation' ? 'Thu hồi khoá' : 'Khoá'} của đơn vị ${officeId}`}: dấu vân tay ${fingerprint}. ` +
    (isTakenIn
      ? 'Đã nhận.'
      : state === 'known'
        ? 'Sổ đã có khoá này.'
        : `Đối chiếu với nơi cấp, rồi chạy lại với --fingerprint "${fingerprint}".`),
  journalRow: ({ sequence, recordedAt, personName, command }) =>
    `${String(sequence).padStart(6)}  ${recordedAt}  ${(personName ?? '').padEnd(24)}  ${
      trade.commands[command as keyof TradeWording['commands']] ?? command
    }`,
  journalVerdict: ({ rowCount, head, firstBroken }) =>
    firstBroken
      ? `Nhật ký HỎNG từ dòng ${firstBroken.sequence} (${firstBroken.reason}); ${rowCount} dòng trước đó nguyên vẹn.`
      : `Nhật ký nguyên vẹn: ${rowCount} dòng, băm cuối ${head.slice(0, 16)}…`,
  demo: {
    begun: (folder) => `Sổ tập dượt mới: ${folder}`,
    imported: (fileName, { inserted, blocked }, warningCount) =>
      `Đã nhập ${fileName}: ${inserted} hộ, ${blocked} dòng bị chặn, ${warningCount} cảnh báo.`,
    campaignOpened: (name) => `Đã mở đợt “${name}”.`,
    handedOver: (count, totalDong) => `Đã giao quà cho ${count} hộ, tổng ${formatDong(totalDong)} đồng.`,
    explanation: 'Sổ tập dượt: số liệu chỉ để thử',
    repaired: (count, totalDong) => `Đã xác nhận ${count} việc sửa điện, tổng ${formatDong(totalDong)} đồng.`,
    indicatorsEntered: (count) => `Đã nhập ${count} chỉ tiêu dịch vụ của tháng.`,
    printed: (kind, { paperCount, pageCount }, file) =>
      `${trade.documentKinds[kind]}: ${paperCount} bản, ${pageCount} trang: ${file}`,
    listPrinted: (pageCount, file) => `Danh sách ký nhận: ${pageCount} trang: ${file}`,
    ended: (value) => `Xong trong ${seconds(value)} giây.`,
  },
}
