/** Every way a repair, its photos, its complaints and its confirmation are refused, in Vietnamese. */

import { formatDay } from '../../../domain/day.ts'
import { formatDong } from '../../../domain/money.ts'
import type { Taking } from '../../../domain/stock.ts'
import type { RepairWording } from '../failure-wording.ts'
import { trade } from './trade.ts'

export const CHOOSE_AGAIN = 'Nạp lại danh sách (F5) rồi chọn lại.'

/** What of each item there is and what is wanted; at most three items. */
export function takings(items: readonly Taking[]): string {
  const words = ({ itemName, unitOfMeasure, available, wanted }: Taking) =>
    `${itemName} còn ${available.toLocaleString('vi')} ${unitOfMeasure}, cần ${wanted.toLocaleString('vi')}`
  return items.slice(0, 3).map(words).join('; ')
}

function quantities(items: readonly { itemName: string; unitOfMeasure: string; quantity: number }[]): string {
  return items.map((item) => `${item.itemName} ${item.quantity.toLocaleString('vi')} ${item.unitOfMeasure}`).join('; ')
}

export const repairRefusals: RepairWording = {
  'repair.unknown': () => ({ what: 'Không tìm thấy việc sửa điện này.', next: CHOOSE_AGAIN }),
  'repair.checksFailed': ({ failed }) => ({
    what: `Chưa đạt: ${failed.map((check) => trade.failedRepairChecks[check]).join('; ')}.`,
    next: 'Trả việc về làm lại, đo lại rồi ghi số đo mới; chưa sửa được thì ghi hộ không an toàn.',
  }),
  'repair.notNow': ({ state, event }) => ({
    what: `Việc đang ở bước “${trade.repairStates[state]}”, không “${trade.repairEvents[event]}” được.`,
    next: 'Nạp lại việc sửa điện (F5) để xem bước kế tiếp.',
  }),
  'repair.beforeLastStep': ({ on, lastOn }) => ({
    what: `Ngày ${formatDay(on)} trước bước gần nhất của việc này, ngày ${formatDay(lastOn)}.`,
    next: 'Sửa lại ngày.',
  }),
  'repair.dueBefore': ({ on, dueOn }) => ({
    what: `Ngày hẹn ${formatDay(dueOn)} không sau ngày ${formatDay(on)}.`,
    next: 'Chọn một ngày về sau.',
  }),
  'repair.plannedBefore': ({ on, plannedFor }) => ({
    what: `Ngày làm ${formatDay(plannedFor)} trước ngày giao việc ${formatDay(on)}.`,
    next: 'Sửa lại ngày làm hoặc ngày giao việc.',
  }),
  'repair.alreadyOpen': ({ headOfHousehold, documentNumber, state }) => ({
    what: `Hộ ${headOfHousehold} đã có việc sửa điện ${documentNumber}, đang ở bước “${trade.repairStates[state]}”.`,
    next: 'Làm tiếp việc đó, hoặc bỏ hộ này khỏi lần mở việc.',
  }),
  'repair.onList': ({ headOfHousehold, documentNumber }) => ({
    what: `Hộ ${headOfHousehold} đang nằm trong danh sách ${documentNumber} chờ xã trả lời.`,
    next: 'Ghi trả lời của xã cho danh sách đó trước.',
  }),
  'repair.notConfirmed': () => ({
    what: 'Xã chưa xác nhận hộ này.',
    next: 'Lập danh sách đề nghị xác nhận, hoặc nhờ tổ trưởng cho sửa không chờ xác nhận, có lý do.',
  }),
  'repair.notChecked': () => ({
    what: 'Chưa có số đo kiểm tra sau lần làm cuối.',
    next: 'Đo và ghi số đo kiểm tra trước.',
  }),
  'repair.rcdHalfTold': () => ({
    what: 'Thiết bị chống rò cần cả thời gian cắt lẫn kết quả bấm nút thử.',
    next: 'Ghi đủ hai mục, hoặc để trống cả hai nếu nhà không có thiết bị chống rò.',
  }),
  'repair.calibrationOver': ({ instrument, calibratedUntil }) => ({
    what: `Máy đo ${instrument} hết hạn kiểm định ngày ${formatDay(calibratedUntil)}.`,
    next: 'Đo lại bằng máy còn hạn kiểm định.',
  }),
  'repair.notAccepted': () => ({
    what: 'Việc này chưa có biên bản nghiệm thu còn hiệu lực.',
    next: 'Nghiệm thu trước, rồi cấp giấy xác nhận.',
  }),
  'repair.alreadyAccepted': ({ acceptedOn }) => ({
    what: `Việc này đã nghiệm thu ngày ${formatDay(acceptedOn)}.`,
    next: 'Nếu cần làm khác đi, huỷ biên bản nghiệm thu trước.',
  }),
  'repair.sameHand': ({ acceptedBy }) => ({
    what: `${acceptedBy} đã ghi nghiệm thu nên không tự cấp giấy xác nhận.`,
    next: 'Nhờ một người khác có quyền cấp giấy xác nhận.',
  }),
  'repair.moreThanDrawn': ({ items }) => ({
    what: `Tổ sửa chữa không có đủ: ${takings(items)}.`,
    next: 'Xuất thêm vật tư cho việc này trước, hoặc sửa lại số lượng.',
  }),
  'repair.materialsOut': ({ items }) => ({
    what: `Tổ sửa chữa còn giữ: ${quantities(items)}.`,
    next: 'Ghi nhập lại vật tư thừa, hoặc ghi là đã dùng.',
  }),
  'repair.noCrew': () => ({
    what: 'Việc này chưa giao cho tổ nào.',
    next: 'Giao việc trước, rồi xuất hoặc nhập lại vật tư.',
  }),
  'repair.orderStays': ({ documentNumber }) => ({
    what: `Phiếu giao việc ${documentNumber} không huỷ riêng được.`,
    next: 'Giao việc lại thì phiếu cũ tự huỷ; không làm nữa thì huỷ việc sửa điện.',
  }),
  'repair.followUpMissing': ({ failed }) => ({
    what: `Kiểm tra lại không đạt: ${failed.map((check) => trade.failedRepairChecks[check]).join('; ')}.`,
    next: 'Ghi ngày hẹn xem lại hộ này.',
  }),
  'repair.overHouseholdBudget': ({ headOfHousehold, budgetDong, wantedDong }) => ({
    what: `Hộ ${headOfHousehold} cần ${formatDong(wantedDong)} đồng, quá mức ${formatDong(budgetDong)} đồng một hộ.`,
    next: 'Giảm khối lượng, hoặc nhờ tổ trưởng cho vượt mức, có lý do.',
  }),
  'repair.overCampaignBudget': ({ campaignName, budgetDong, wantedDong }) => ({
    what: `Đợt ${campaignName} cần ${formatDong(wantedDong)} đồng, quá kinh phí sửa điện ${formatDong(budgetDong)} đồng.`,
    next: 'Giảm khối lượng, hoặc nhờ tổ trưởng cho vượt mức, có lý do.',
  }),
  'confirmation.unknown': () => ({ what: 'Không tìm thấy danh sách đề nghị xác nhận này.', next: CHOOSE_AGAIN }),
  'confirmation.answered': ({ documentNumber, confirmedOn }) => ({
    what: `Xã đã trả lời danh sách ${documentNumber} ngày ${formatDay(confirmedOn)}.`,
    next: 'Không cần ghi lần nữa.',
  }),
  'confirmation.severalCommunes': ({ communes }) => ({
    what: `Một danh sách chỉ gửi một xã, ở đây có: ${communes.join(', ')}.`,
    next: 'Lập riêng cho từng xã.',
  }),
  'confirmation.beforeList': ({ drawnUpOn }) => ({
    what: `Danh sách lập ngày ${formatDay(drawnUpOn)}, xã không thể trả lời trước ngày đó.`,
    next: 'Sửa lại ngày xã xác nhận.',
  }),
  'confirmation.notOnList': () => ({
    what: 'Có hộ bị từ chối không nằm trong danh sách này.',
    next: 'Nạp lại danh sách rồi ghi lại.',
  }),
  'photo.notAPicture': ({ fileName }) => ({
    what: `Tệp ${fileName} không phải ảnh JPEG hoặc PNG, hoặc ảnh bị hỏng.`,
    next: 'Chọn ảnh khác.',
  }),
  'photo.tooLarge': ({ fileName, megabytes, largestMegabytes }) => ({
    what: `Ảnh ${fileName} nặng ${megabytes} MB, quá ${largestMegabytes} MB.`,
    next: 'Chụp hoặc xuất lại ảnh nhỏ hơn.',
  }),
  'photo.unknown': () => ({ what: 'Không tìm thấy ảnh này.', next: CHOOSE_AGAIN }),
  'photo.certified': ({ documentNumber }) => ({
    what: `Giấy xác nhận ${documentNumber} đã cấp, ảnh phải giữ lại.`,
    next: 'Nếu cấp nhầm, huỷ giấy xác nhận trước.',
  }),
  'complaint.unknown': () => ({ what: 'Không tìm thấy phản ánh này.', next: CHOOSE_AGAIN }),
  'complaint.settled': ({ settledOn }) => ({
    what: `Phản ánh này đã giải quyết ngày ${formatDay(settledOn)}.`,
    next: 'Có phản ánh khác thì ghi thành phản ánh mới.',
  }),
  'complaint.settledBefore': ({ receivedOn }) => ({
    what: `Phản ánh nhận ngày ${formatDay(receivedOn)}, không thể giải quyết trước ngày đó.`,
    next: 'Sửa lại ngày giải quyết.',
  }),
}
