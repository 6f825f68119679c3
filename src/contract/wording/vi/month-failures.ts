/** Every way closing a month, its indicators, its package and its answer are refused, in Vietnamese. */

import { assertNever } from '../../../domain/brand.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatPeriod } from '../../../domain/period.ts'
import type { UnfinishedItem } from '../../../domain/refusal.ts'
import type { MonthWording } from '../failure-wording.ts'
import { trade } from './trade.ts'

/** "An, Bình, Chi và 12 hộ khác": at most three names, then how many more. */
export function some(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3).join(', ')
  const rest = count - Math.min(names.length, 3)
  return rest > 0 ? `${shown} và ${rest} hộ khác` : shown
}

/** At most three of them in full, then how many more. */
function listed(lines: readonly string[]): string {
  const rest = lines.length - 3
  return `${lines.slice(0, 3).join('; ')}${rest > 0 ? `; và ${rest} chỉ tiêu khác` : ''}.`
}

/** What people know an unfinished thing by. */
function nameOfUnfinished(item: UnfinishedItem): string {
  switch (item.kind) {
    case 'repairNotCertified':
      return item.headOfHousehold
    case 'sheetsUnaccounted':
      return item.placeName
    case 'listWaiting':
      return item.campaignName
    default:
      return assertNever(item)
  }
}

export const monthRefusals: MonthWording = {
  'month.closed': ({ period, on }) => ({
    what: `Tháng ${formatPeriod(period)} đã khoá sổ, không ghi thêm ngày ${formatDay(on)} được.`,
    next: 'Ghi vào tháng đang mở, nói rõ lý do trong nội dung.',
  }),
  'month.notOver': ({ period, lastDay }) => ({
    what: `Tháng ${formatPeriod(period)} chưa hết.`,
    next: `Khoá sổ từ ngày ${formatDay(lastDay)} trở đi.`,
  }),
  'month.earlierOpen': ({ earlier }) => ({
    what: `Tháng ${formatPeriod(earlier)} còn mở và đã có ghi sổ.`,
    next: `Khoá tháng ${formatPeriod(earlier)} trước.`,
  }),
  'month.unfinished': ({ period, items }) => ({
    what: `Tháng ${formatPeriod(period)} còn ${items.length} việc chưa xong: ${some(
      items.map(nameOfUnfinished),
      items.length,
    )}.`,
    next: 'Mở từng việc dưới đây, làm cho xong, rồi khoá sổ.',
  }),
  'month.empty': ({ period }) => ({
    what: `Tháng ${formatPeriod(period)} chưa ghi gì vào sổ.`,
    next: 'Chọn tháng khác.',
  }),
  'month.notClosed': ({ period }) => ({
    what: `Tháng ${formatPeriod(period)} chưa khoá sổ.`,
    next: 'Khoá sổ tháng này trước, rồi lập gói.',
  }),
  'month.unexplained': ({ codes }) => ({
    what: `Còn ${codes.length} lưu ý chưa có lời giải trình.`,
    next: 'Ghi vài chữ cạnh mỗi lưu ý: lời này đi cùng gói tháng.',
  }),
  'month.notProposed': ({ period }) => ({
    what: `Chưa ai lập đề nghị khoá sổ tháng ${formatPeriod(period)}.`,
    next: 'Một người lập đề nghị, người khác duyệt: nhờ đồng nghiệp lập, hoặc lập rồi nhờ người khác duyệt.',
  }),
  'month.sameHand': ({ proposedBy }) => ({
    what: `${proposedBy} đã lập đề nghị khoá sổ nên không tự duyệt được.`,
    next: 'Nhờ người khác có quyền khoá sổ vào duyệt.',
  }),
  'month.accepted': ({ period, acceptedOn }) => ({
    what: `Cấp trên đã nhận gói tháng ${formatPeriod(period)} ngày ${formatDay(acceptedOn)}, không mở lại được nữa.`,
    next: 'Ghi chứng từ muộn hoặc điều chỉnh vào tháng đang mở (Bút toán điều chỉnh).',
  }),
  'month.laterClosed': ({ later }) => ({
    what: `Tháng ${formatPeriod(later)} sau đó đã khoá sổ.`,
    next: 'Ghi điều chỉnh vào tháng đang mở; chỉ tháng khoá gần nhất mới mở lại được.',
  }),
  'month.notPackaged': ({ period }) => ({
    what: `Gói tháng ${formatPeriod(period)} chưa lập.`,
    next: 'Lập gói trước rồi mở lại, để số thứ tự các gói không bị đứt.',
  }),
  'month.stillOpen': ({ period }) => ({
    what: `Tháng ${formatPeriod(period)} còn mở.`,
    next: 'Ghi thẳng vào tháng đó, không cần bút toán điều chỉnh.',
  }),
  'indicator.unknown': ({ code }) => ({
    what: `Tháng này không có chỉ tiêu mã ${code}.`,
    next: 'Mở lại bảng chỉ tiêu của tháng để xem các mã đang dùng.',
  }),
  'indicator.badFigures': ({ items }) => ({
    what: listed(items.map(({ name, problem }) => `${name}: ${trade.indicatorProblems[problem]}`)),
    next: 'Sửa các ô này rồi lưu lại; chưa số nào được ghi.',
  }),
  'indicator.badDefinition': ({ name, problem }) => ({
    what: `${name}: ${trade.definitionProblems[problem]}.`,
    next:
      problem === 'kindChanged'
        ? 'Cho chỉ tiêu này hết hiệu lực và lập chỉ tiêu mới với mã khác.'
        : 'Sửa ô này rồi lưu lại.',
  }),
  'indicator.laterVersion': ({ name, from }) => ({
    what: `${name} đã có định nghĩa dùng từ tháng ${formatPeriod(from)}.`,
    next: `Chọn tháng bắt đầu từ ${formatPeriod(from)} trở đi.`,
  }),
  'indicator.monthClosed': ({ period }) => ({
    what: `Tháng ${formatPeriod(period)} đã khoá, chỉ tiêu của tháng giữ nguyên.`,
    next: 'Khi cấp trên chưa nhận gói thì mở lại tháng để sửa; định nghĩa mới thì dùng từ tháng đang mở.',
  }),
  'indicator.monthNotBegun': ({ period }) => ({
    what: `Tháng ${formatPeriod(period)} chưa đến.`,
    next: 'Chọn tháng này hoặc tháng trước.',
  }),
  'acknowledgement.notOne': ({ fileName }) => ({
    what: `Tệp ${fileName} không phải phản hồi của cấp trên.`,
    next: 'Chọn tệp có đuôi .receipt.json nhận từ cấp trên.',
  }),
  'acknowledgement.notSigned': ({ fileName }) => ({
    what: `Bên cạnh ${fileName} không có tệp chữ ký .minisig.`,
    next: 'Chép cả hai tệp .receipt.json và .receipt.json.minisig vào cùng một thư mục.',
  }),
  'acknowledgement.unknownKey': ({ fileName, keyId }) => ({
    what: `Tệp ${fileName} ký bằng khoá ${keyId}, đơn vị chưa nhận khoá này của cấp trên.`,
    next: 'Nhận khoá công khai của cấp trên trước (Người dùng, mục Khoá), rồi làm lại.',
  }),
  'acknowledgement.revokedKey': ({ fileName, keyId, revokedOn }) => ({
    what: `Tệp ${fileName} ký bằng khoá ${keyId} của cấp trên, đã thu hồi ngày ${formatDay(revokedOn)}.`,
    next: 'Không nhận; xin cấp trên ký lại bằng khoá đang dùng.',
  }),
  'acknowledgement.badSignature': ({ fileName, keyId }) => ({
    what: `Chữ ký của ${fileName} không đúng với khoá ${keyId}: tệp đã bị sửa hoặc hỏng.`,
    next: 'Xin cấp trên gửi lại.',
  }),
  'acknowledgement.otherPackage': ({ packageName }) => ({
    what: `Phản hồi này là của gói ${packageName}, không phải gói đang có hiệu lực của sổ này.`,
    next: 'Kiểm tra lại tháng và bản sửa đổi; xin phản hồi của gói mới nhất.',
  }),
  'acknowledgement.alreadyAccepted': ({ period, acceptedOn }) => ({
    what: `Gói tháng ${formatPeriod(period)} đã được nhận ngày ${formatDay(acceptedOn)}.`,
    next: 'Không cần làm gì thêm.',
  }),
  'package.notThere': ({ period }) => ({
    what: `Không thấy tệp gói tháng ${formatPeriod(period)} trong thư mục của sổ.`,
    next: 'Lập gói lại: nội dung và chữ ký vẫn như cũ.',
  }),
  'package.copyDiffers': ({ folder }) => ({
    what: `Bản chép vào ${folder} đọc lại không giống bản gốc.`,
    next: 'Thử USB khác; USB này có thể đã hỏng.',
  }),
  'package.previousMissing': ({ previous }) => ({
    what: `Tháng ${formatPeriod(previous)} đã khoá nhưng chưa lập gói.`,
    next: `Lập gói tháng ${formatPeriod(previous)} trước.`,
  }),
  'package.noHeadOfficeKey': ({ revokedOn }) => ({
    what: `Khoá của cấp trên đã thu hồi ngày ${formatDay(revokedOn)} và chưa nhận khoá khác: gói sẽ không được mã hoá.`,
    next: 'Nhận khoá mới của cấp trên (Người dùng, mục Khoá), rồi lập gói.',
  }),
  'package.noProgrammeKey': () => ({
    what: 'Sổ chưa có khoá chương trình, nên chưa che được số định danh.',
    next: 'Lấy tệp khoá chương trình từ cấp trên, vào “Gói nhận”, bấm F7 để nhận, rồi làm lại.',
  }),
  'package.scansMissing': ({ count, folder }) => ({
    what: `Thiếu ${count} ảnh quét của bản đã ký trong ${folder}.`,
    next: 'Chép lại thư mục scans từ bản sao lưu của sổ này, rồi lập gói lại.',
  }),
  'conflicts.malformed': ({ fileName }) => ({
    what: `Tệp ${fileName} không phải danh sách hộ được hai nơi giúp.`,
    next: 'Dùng tệp mà màn hình “Gói nhận” đã ghi; đừng sửa tay.',
  }),
  'headOfficeKeys.exist': ({ folder }) => ({
    what: `Thư mục ${folder} đã có khóa; khóa không bao giờ bị ghi đè.`,
    next: 'Chọn một thư mục trống cho khóa mới, và giữ khóa cũ để mở các gói cũ.',
  }),
}
