/** Every way the office says no, in Vietnamese: what happened, and what a clerk does now. */

import type { CommuneTableProblem } from '../../../domain/addresses/commune-table.ts'
import { formatDay, timeInVietnam } from '../../../domain/day.ts'
import { formatDong } from '../../../domain/money.ts'
import type { FailureWording } from '../failure-wording.ts'
import { inboxRefusals } from './inbox-failures.ts'
import { keyRefusals, keysInTrouble } from './key-failures.ts'
import { monthRefusals, some } from './month-failures.ts'
import { CHOOSE_AGAIN, repairRefusals, takings } from './repair-failures.ts'
import { trade } from './trade.ts'

const COMMUNE_TABLE_PROBLEMS: Record<CommuneTableProblem, string> = {
  notThisFormat: 'tệp không bắt đầu bằng dòng “phiên bản”',
  badVersion: 'phiên bản phải là ngày, viết như 2025-07-01',
  unknownRow: 'ô đầu dòng không phải phiên bản, tỉnh, xã, tỉnh cũ, huyện cũ hay xã cũ',
  badCode: 'mã xã phải có 5 chữ số',
  badName: 'thiếu tên, hoặc tên có ký tự lạ',
  codeTwice: 'mã xã này đã có ở dòng trên',
  noProvince: 'trước dòng này chưa có dòng tỉnh',
  noDistrict: 'trước dòng này chưa có dòng huyện cũ',
  unknownNewCode: 'mã xã mới không có trong danh mục',
  noCommunes: 'danh mục không có xã nào',
}

const refusals: FailureWording['refusals'] = {
  'session.required': () => ({ what: 'Chưa biết ai đang làm việc.', next: 'Chọn tên của bạn rồi làm lại.' }),
  'right.missing': ({ right, roles }) => ({
    what: `Bạn không có quyền ${trade.rights[right]}.`,
    next: `Nhờ một trong những người sau: ${roles.map((role) => trade.roles[role]).join(', ')}.`,
  }),
  'command.idReused': () => ({
    what: 'Thao tác này đã được gửi trước đó với nội dung khác.',
    next: 'Nạp lại màn hình (F5), xem việc đã ghi chưa rồi làm lại nếu cần.',
  }),
  'office.notSetUp': () => ({ what: 'Sổ này chưa được lập cho đơn vị nào.', next: 'Khai báo đơn vị trước.' }),
  'office.alreadySetUp': ({ officeName }) => ({
    what: `Sổ này đã lập cho ${officeName}.`,
    next: 'Chọn tên của bạn để vào sổ.',
  }),
  'person.unknown': () => ({ what: 'Không có người dùng này trong sổ.', next: 'Chọn lại tên trong danh sách.' }),
  'person.nameTaken': ({ fullName }) => ({
    what: `Đã có người dùng tên ${fullName}.`,
    next: 'Ghi thêm tên đệm hoặc tổ công tác để phân biệt.',
  }),
  'household.unknown': () => ({ what: 'Không tìm thấy hộ này trong sổ.', next: CHOOSE_AGAIN }),
  'household.citizenIdTaken': ({ headOfHousehold }) => ({
    what: `Số định danh này đang là của hộ ${headOfHousehold}.`,
    next: 'Xem lại số trên căn cước; nếu đúng, mở hộ kia để sửa.',
  }),
  'household.changedMeanwhile': ({ headOfHousehold }) => ({
    what: `Hộ ${headOfHousehold} vừa được người khác sửa.`,
    next: 'Đóng phiếu, mở lại để thấy nội dung mới rồi sửa tiếp.',
  }),
  'household.notActive': ({ headOfHousehold, status }) => ({
    what: `Hộ ${headOfHousehold} không còn trong diện phục vụ: ${trade.householdStatuses[status].toLowerCase()}.`,
    next: 'Hỏi trưởng thôn hoặc UBND xã để xác minh.',
  }),
  'household.statusSame': ({ headOfHousehold, status }) => ({
    what: `Hộ ${headOfHousehold} đã ở tình trạng “${trade.householdStatuses[status]}”.`,
    next: 'Không cần đổi; muốn sửa lý do thì ghi vào phần ghi chú.',
  }),
  'merge.withItself': ({ headOfHousehold }) => ({
    what: `Không gộp hộ ${headOfHousehold} với chính hộ đó được.`,
    next: 'Chọn hai hộ khác nhau.',
  }),
  'merge.unknown': () => ({ what: 'Không tìm thấy lần gộp này.', next: CHOOSE_AGAIN }),
  'merge.alreadyUndone': ({ headOfHousehold }) => ({
    what: `Hộ ${headOfHousehold} đã được tách ra rồi.`,
    next: 'Không cần làm gì thêm.',
  }),
  'merge.laterMerge': ({ headOfHousehold }) => ({
    what: `Hộ ${headOfHousehold} sau đó lại được gộp vào hộ khác.`,
    next: 'Tách lần gộp sau trước, rồi tách lần gộp này.',
  }),
  'filter.nameTaken': ({ name }) => ({ what: `Đã có bộ lọc tên “${name}”.`, next: 'Đặt tên khác.' }),
  'filter.unknown': () => ({ what: 'Bộ lọc này không còn nữa.', next: CHOOSE_AGAIN }),
  'file.missing': ({ fileName }) => ({
    what: `Không thấy tệp ${fileName}.`,
    next: 'Kiểm tra USB hoặc thư mục rồi chọn lại tệp.',
  }),
  'file.isSource': ({ fileName }) => ({
    what: `${fileName} chính là tệp gốc của nơi gửi.`,
    next: 'Chọn tên khác, để tệp gốc còn nguyên.',
  }),
  'file.tooLarge': ({ fileName, megabytes, largestMegabytes }) => ({
    what: `Tệp ${fileName} nặng ${megabytes} MB, quá mức ${largestMegabytes} MB.`,
    next: 'Tách danh sách theo xã thành nhiều tệp rồi nhập từng tệp.',
  }),
  'communes.badTable': ({ rowNumber, problem }) => ({
    what: `Danh mục xã, phường sai ở dòng ${rowNumber}: ${COMMUNE_TABLE_PROBLEMS[problem]}.`,
    next: 'Sửa dòng đó (cách ghi có trong phần trợ giúp) rồi nạp lại; danh mục đang dùng vẫn giữ nguyên.',
  }),
  'communes.notNewer': ({ version, current }) => ({
    what: `Danh mục này tính từ ngày ${formatDay(version)}, không mới hơn danh mục đang dùng (${formatDay(current)}).`,
    next: 'Không cần nạp. Nếu là bản đính chính thì ghi ngày đính chính vào dòng đầu tệp rồi nạp lại.',
  }),
  'idCard.pictureTooLarge': ({ fileName, megabytes, largestMegabytes }) => ({
    what: `Ảnh ${fileName} nặng ${megabytes} MB, quá mức ${largestMegabytes} MB.`,
    next: 'Chụp lại với cỡ ảnh nhỏ hơn, hoặc cắt lấy phần có mã QR.',
  }),
  'idCard.notAPicture': ({ fileName }) => ({
    what: `${fileName} không phải ảnh JPG hoặc PNG đọc được.`,
    next: 'Lưu ảnh dạng JPG rồi chọn lại (ảnh HEIC của iPhone cần đổi sang JPG); hoặc gõ 12 số trên thẻ.',
  }),
  'idCard.noCode': ({ fileName }) => ({
    what: `Không thấy mã QR nào trong ảnh ${fileName}.`,
    next: 'Chụp lại gần hơn, đủ sáng, thấy trọn mã QR của thẻ; hoặc gõ 12 số trên thẻ.',
  }),
  'idCard.unreadable': ({ fileName }) => ({
    what: `Mã QR trong ảnh ${fileName} không phải của căn cước công dân, hoặc các số trong mã không khớp nhau.`,
    next: 'Chọn ảnh mặt có mã QR của thẻ căn cước; nếu đúng thẻ, gõ tay theo chữ in trên thẻ.',
  }),
  'workbook.notAWorkbook': ({ fileName }) => ({
    what: `${fileName} không phải là bảng tính (Excel, LibreOffice) hay tệp CSV.`,
    next: 'Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại.',
  }),
  'workbook.broken': ({ fileName }) => ({
    what: `Tệp ${fileName} bị hỏng, không đọc hết được.`,
    next: 'Xin lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu lại.',
  }),
  'workbook.encrypted': ({ fileName }) => ({
    what: `Tệp ${fileName} có mật khẩu.`,
    next: 'Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
  }),
  'workbook.noHeader': ({ fileName }) => ({
    what: `Không thấy dòng tiêu đề cột trong ${fileName}.`,
    next: 'Danh sách cần một dòng tiêu đề có cột “Họ tên chủ hộ”.',
  }),
  'workbook.tooManyRows': ({ fileName, mostRows }) => ({
    what: `Tệp ${fileName} có hơn ${mostRows.toLocaleString('vi')} dòng.`,
    next: 'Tách danh sách thành nhiều tệp, ví dụ theo từng xã, rồi nhập từng tệp.',
  }),
  'import.alreadyDone': ({ fileName, importedOn }) => ({
    what: `Tệp ${fileName} đã được nhập ngày ${formatDay(importedOn)}.`,
    next: 'Không cần nhập lại. Muốn nhập lại thì hoàn tác lần nhập trước.',
  }),
  'import.fileChanged': ({ fileName }) => ({
    what: `Tệp ${fileName} đã thay đổi sau khi xem trước.`,
    next: 'Xem trước lại tệp rồi hãy nhập.',
  }),
  'import.nothingUsable': ({ fileName }) => ({
    what: `Không có dòng nào trong ${fileName} nhập được.`,
    next: 'Xem các lỗi, sửa trong Excel rồi chọn lại tệp.',
  }),
  'import.unknown': () => ({ what: 'Không tìm thấy lần nhập này.', next: CHOOSE_AGAIN }),
  'import.readingGone': () => ({
    what: 'Bản xem trước của danh sách không còn trong bộ nhớ.',
    next: 'Xem trước lại tệp; những chỗ bạn đã sửa vẫn còn.',
  }),
  'import.sheetUnknown': ({ fileName, sheetName }) => ({
    what: `Tệp ${fileName} không có trang tính “${sheetName}”.`,
    next: 'Chọn một trang tính khác của tệp.',
  }),
  'import.alreadyUndone': ({ fileName }) => ({
    what: `Lần nhập ${fileName} đã được hoàn tác.`,
    next: 'Không cần làm gì thêm.',
  }),
  'import.hasPapers': ({ count, headsOfHousehold }) => ({
    what: `${count} hộ của lần nhập này đã có phiếu: ${some(headsOfHousehold, count)}.`,
    next: 'Không hoàn tác được nữa; sửa từng hộ nếu sai.',
  }),
  'import.changedSince': ({ count, headsOfHousehold }) => ({
    what: `${count} hộ của lần nhập này đã được sửa sau đó: ${some(headsOfHousehold, count)}.`,
    next: 'Không hoàn tác được nữa; sửa từng hộ nếu sai.',
  }),
  'campaign.unknown': () => ({ what: 'Không tìm thấy đợt tặng quà này.', next: 'Chọn lại đợt trong danh sách.' }),
  'campaign.endsBeforeStart': ({ from, to }) => ({
    what: `Ngày kết thúc ${formatDay(to)} trước ngày bắt đầu ${formatDay(from)}.`,
    next: 'Sửa lại một trong hai ngày.',
  }),
  'campaign.nameTaken': ({ name }) => ({
    what: `Đã có đợt tặng quà tên “${name}”.`,
    next: 'Đặt tên khác, ví dụ thêm năm hoặc xã.',
  }),
  'giftPackage.unknown': () => ({ what: 'Suất quà này không có trong đợt.', next: 'Chọn lại suất quà.' }),
  'gift.outsideCampaign': ({ campaignName, from, to }) => ({
    what: `Ngày giao ngoài thời gian của đợt “${campaignName}” (${formatDay(from)} – ${formatDay(to)}).`,
    next: 'Sửa ngày giao hoặc chọn đợt khác.',
  }),
  'gift.notEligible': ({ headOfHousehold, category, eligible }) => ({
    what: category
      ? `Hộ ${headOfHousehold} thuộc diện “${trade.categories[category]}”, đợt này chỉ dành cho: ${eligible.map((code) => trade.categories[code]).join(', ')}.`
      : `Hộ ${headOfHousehold} chưa ghi diện, đợt này chỉ dành cho: ${eligible.map((code) => trade.categories[code]).join(', ')}.`,
    next: 'Xem lại diện của hộ (F2 để sửa) hoặc chọn đợt khác.',
  }),
  'gift.alreadyGiven': ({
    headOfHousehold,
    giftPackageName,
    documentNumber,
    handedOverOn,
    recordedAt,
    handedOverBy,
  }) => ({
    what: `Hộ ${headOfHousehold} đã nhận “${giftPackageName}” ngày ${formatDay(handedOverOn)} (ghi lúc ${timeInVietnam(recordedAt)}), phiếu ${documentNumber}, người giao ${handedOverBy}.`,
    next: 'Nếu phiếu kia ghi nhầm thì huỷ phiếu đó trước; cần phát thêm thì Tổ trưởng phát và ghi lý do.',
  }),
  'campaign.inUse': ({ campaignName }) => ({
    what: `Đợt “${campaignName}” đã có danh sách, phiếu hoặc đợt phát, nên tên, ngày bắt đầu, diện và suất quà không đổi được nữa.`,
    next: `Vẫn đổi được ngày kết thúc, kinh phí, chỉ tiêu và thêm quyết định; nếu cần đổi điều khác, mở đợt mới.`,
  }),
  'campaign.endsBeforeGifts': ({ campaignName, lastHandedOverOn }) => ({
    what: `Đợt “${campaignName}” đã giao quà ngày ${formatDay(lastHandedOverOn)}, không kết thúc trước ngày đó được.`,
    next: `Sửa lại ngày kết thúc.`,
  }),
  'campaign.endsBeforeDistribution': ({ campaignName, placeName, heldOn }) => ({
    what: `Đợt “${campaignName}” còn đợt phát tại ${placeName} ngày ${formatDay(heldOn)}, không kết thúc trước ngày đó được.`,
    next: `Dời hoặc bỏ đợt phát đó trước, hoặc chọn ngày kết thúc muộn hơn.`,
  }),
  'campaign.overBudget': ({ campaignName, budgetDong, wantedDong }) => ({
    what: `Các suất quà cần ${formatDong(wantedDong)} đồng, vượt kinh phí ${formatDong(budgetDong)} đồng của đợt “${campaignName}”.`,
    next: `Bớt hộ, hoặc nhờ Tổ trưởng sửa kinh phí của đợt theo quyết định mới.`,
  }),
  'gift.otherCommune': ({ headOfHousehold, communeName, communes }) => ({
    what: `Hộ ${headOfHousehold} ở ${communeName ?? 'xã chưa ghi'}, đợt này chỉ dành cho: ${communes.join(', ')}.`,
    next: `Xem lại xã của hộ (F2 để sửa) hoặc chọn đợt khác.`,
  }),
  'gift.notGranted': ({ headOfHousehold, giftPackageName, campaignName, granted }) => ({
    what:
      granted.length > 0
        ? `Danh sách duyệt cho hộ ${headOfHousehold} nhận ${granted.join(', ')}, không phải “${giftPackageName}”.`
        : `Hộ ${headOfHousehold} không có trong danh sách duyệt của đợt “${campaignName}”.`,
    next: `Chọn đúng suất quà, hoặc lập danh sách bổ sung và chờ duyệt.`,
  }),
  'gift.limitReached': ({
    headOfHousehold,
    giftsPerHousehold,
    giftPackageName,
    documentNumber,
    handedOverOn,
    handedOverBy,
  }) => ({
    what: `Hộ ${headOfHousehold} đã nhận đủ ${giftsPerHousehold} suất của đợt này; gần nhất là “${giftPackageName}” ngày ${formatDay(handedOverOn)}, phiếu ${documentNumber}, người giao ${handedOverBy}.`,
    next: `Nếu phiếu kia ghi nhầm thì huỷ phiếu đó trước; cần phát thêm thì Tổ trưởng phát và ghi lý do.`,
  }),
  'gift.tooMany': ({ headOfHousehold, campaignName, giftsPerHousehold, giftCount }) => ({
    what: `Đợt “${campaignName}” cho mỗi hộ ${giftsPerHousehold} suất; hộ ${headOfHousehold} sẽ có ${giftCount} suất, kể cả suất đã nhận, đã duyệt và đang chờ ở đợt phát khác.`,
    next: `Bỏ bớt suất của hộ này, hoặc rút suất đã duyệt trước.`,
  }),
  'gift.lateVoid': ({ documentNumber, issuedOn, roles }) => ({
    what: `Phiếu ${documentNumber} lập ngày ${formatDay(issuedOn)}; sang ngày khác chỉ cấp trên được huỷ.`,
    next: `Nhờ một trong những người sau: ${roles.map((role) => trade.roles[role]).join(', ')}.`,
  }),
  'giftList.unknown': () => ({ what: `Không tìm thấy danh sách này.`, next: CHOOSE_AGAIN }),
  'giftList.empty': ({ campaignName }) => ({
    what: `Danh sách của đợt “${campaignName}” chưa có gì thay đổi.`,
    next: `Chọn ít nhất một hộ rồi lập.`,
  }),
  'giftList.waiting': ({ campaignName, listNumber, drawnUpBy }) => ({
    what: `Đợt “${campaignName}” đang có ${listNumber === 0 ? 'danh sách' : `danh sách bổ sung số ${listNumber}`} do ${drawnUpBy} lập, chờ duyệt.`,
    next: `Duyệt hoặc trả lại danh sách đó trước, rồi lập danh sách mới.`,
  }),
  'giftList.settled': ({ state }) => ({
    what: `Danh sách này ${state === 'approved' ? 'đã được duyệt' : 'đã bị trả lại'}.`,
    next: `Muốn thay đổi thì lập danh sách bổ sung.`,
  }),
  'giftList.sameHand': ({ drawnUpBy }) => ({
    what: `Danh sách này do chính ${drawnUpBy} lập, phải có người thứ hai duyệt.`,
    next: `Nhờ Tổ trưởng hoặc lãnh đạo khác đăng nhập và duyệt.`,
  }),
  'giftList.altered': ({ campaignName }) => ({
    what: `Danh sách của đợt “${campaignName}” không còn khớp mã kiểm tra lúc lập, nên không duyệt được.`,
    next: `Trả lại danh sách này, lập lại, và báo quản trị xem sổ bị sửa từ đâu.`,
  }),
  'giftList.given': ({ headOfHousehold, documentNumber }) => ({
    what: `Hộ ${headOfHousehold} đã nhận suất này theo phiếu ${documentNumber}, không rút khỏi danh sách được.`,
    next: `Bỏ hộ này khỏi phần rút, hoặc huỷ phiếu trước.`,
  }),
  'event.unknown': () => ({ what: `Không tìm thấy đợt phát này.`, next: CHOOSE_AGAIN }),
  'event.empty': ({ placeName }) => ({
    what: `Đợt phát tại ${placeName} chưa có hộ nào và chưa có phiếu trống nào.`,
    next: `Thêm hộ vào đợt phát, hoặc đặt số phiếu trống dự phòng.`,
  }),
  'event.otherCampaign': ({ placeName, campaignName }) => ({
    what: `Đợt phát tại ${placeName} thuộc đợt tặng quà “${campaignName}”.`,
    next: `Chọn đợt phát của đúng đợt tặng quà.`,
  }),
  'event.kitIssued': ({ placeName, printed }) => ({
    what: `Bộ hồ sơ của đợt phát tại ${placeName} đã lập với ${printed} phiếu có số.`,
    next: `Hộ đến thêm thì ghi vào phiếu trống, hoặc lập đợt phát khác.`,
  }),
  'event.kitNotIssued': ({ placeName }) => ({
    what: `Đợt phát tại ${placeName} chưa lập bộ hồ sơ.`,
    next: `Lập bộ hồ sơ (cấp số phiếu) trước, rồi in.`,
  }),
  'event.outsideCampaign': ({ campaignName, from, to }) => ({
    what: `Ngày phát ngoài thời gian của đợt “${campaignName}” (${formatDay(from)} – ${formatDay(to)}).`,
    next: `Sửa ngày phát, hoặc kéo dài đợt tặng quà.`,
  }),
  'event.planned': ({ headOfHousehold, placeName, heldOn }) => ({
    what: `Hộ ${headOfHousehold} đã có trong đợt phát tại ${placeName} ngày ${formatDay(heldOn)}.`,
    next: `Bỏ hộ này ra, hoặc chuyển từ đợt phát kia sang.`,
  }),
  'event.inUse': ({ placeName, printed }) => ({
    what: `Đợt phát tại ${placeName} đã có ${printed} phiếu mang số, không bỏ được nữa.`,
    next: `Hộ nào không phát thì ghi “Không đến” hoặc chuyển sang đợt phát khác.`,
  }),
  'event.tooManySheets': ({ most }) => ({
    what: `Một đợt phát có nhiều nhất ${most} phiếu.`,
    next: `Chia thành nhiều đợt phát theo thôn.`,
  }),
  'sheet.unknown': ({ positions, last }) => ({
    what: `Không có phiếu thứ tự ${positions.slice(0, 5).join(', ')}${positions.length > 5 ? '…' : ''}; đợt phát này có từ 1 đến ${last}.`,
    next: `Xem lại dãy số vừa gõ.`,
  }),
  'sheet.accounted': ({ documentNumber, position, fate }) => ({
    what: `Phiếu ${position ?? ''} (${documentNumber}) đã ghi: ${trade.sheetFates[fate].toLowerCase()}.`,
    next: `Bỏ phiếu này khỏi dãy số, hoặc huỷ việc đã ghi trước.`,
  }),
  'sheet.notMissing': ({ documentNumber, position }) => ({
    what: `Phiếu ${position ?? ''} (${documentNumber}) không ghi là mất.`,
    next: `Không cần ghi tìm thấy.`,
  }),
  'sheet.notSpare': ({ documentNumber, position }) => ({
    what: `Phiếu ${position ?? ''} (${documentNumber}) in sẵn tên hộ, không phải phiếu trống.`,
    next: `Hộ không đến thì ghi “không nhận” kèm lý do.`,
  }),
  'sheet.blank': ({ documentNumber, position }) => ({
    what: `Phiếu ${position ?? ''} (${documentNumber}) là phiếu trống, chưa biết hộ nào nhận.`,
    next: `Ghi riêng phiếu này và chọn hộ đã nhận.`,
  }),
  'sheet.otherHousehold': ({ documentNumber, headOfHousehold }) => ({
    what: `Phiếu ${documentNumber} in cho hộ ${headOfHousehold}.`,
    next: `Dùng phiếu của đúng hộ, hoặc một phiếu trống.`,
  }),
  'sheet.otherYear': ({ documentNumber, year }) => ({
    what: `Phiếu ${documentNumber} mang số của năm ${year}.`,
    next: `Huỷ phiếu này và phát bằng phiếu của năm nay.`,
  }),
  'stock.placeUnknown': () => ({ what: `Không tìm thấy kho hoặc điểm phát này.`, next: CHOOSE_AGAIN }),
  'stock.placeTaken': ({ name }) => ({ what: `Đã có nơi tên “${name}”.`, next: `Chọn nơi đó, hoặc đặt tên khác.` }),
  'stock.itemUnknown': () => ({ what: `Không tìm thấy mặt hàng này.`, next: CHOOSE_AGAIN }),
  'stock.itemTaken': ({ name, unitOfMeasure }) => ({
    what: `Đã có mặt hàng “${name}” tính theo ${unitOfMeasure}.`,
    next: `Chọn mặt hàng đó.`,
  }),
  'stock.noSuchRoute': ({ from, to }) => ({
    what: `Không lập phiếu từ “${from}” đến “${to}” được.`,
    next: `Chọn lại nơi xuất và nơi nhập; giao cho hộ thì dùng Quầy phát quà.`,
  }),
  'stock.short': ({ placeName, items }) => ({
    what: `${placeName} không đủ: ${takings(items)}.`,
    next: `Nhập thêm hoặc chuyển từ kho khác trước; nếu sổ sai, kiểm kê rồi ghi chênh lệch.`,
  }),
  'stock.slipUnknown': () => ({ what: `Không tìm thấy phiếu kho này.`, next: CHOOSE_AGAIN }),
  'stock.alreadyCorrected': ({ documentNumber, correctedBy }) => ({
    what: `Phiếu ${documentNumber} đã được điều chỉnh bằng phiếu ${correctedBy}.`,
    next: `Không cần làm lại.`,
  }),
  'scan.notAScan': ({ fileName }) => ({
    what: `${fileName} không phải bản quét đọc được (PDF, TIFF, JPG, PNG).`,
    next: `Quét lại thành PDF rồi thả vào đây.`,
  }),
  'scan.broken': ({ fileName, pageNumber }) => ({
    what: pageNumber === null ? `Tệp ${fileName} bị hỏng.` : `Trang ${pageNumber} của tệp ${fileName} bị hỏng.`,
    next: `Quét lại những trang đó rồi thả vào.`,
  }),
  'scan.encrypted': ({ fileName }) => ({
    what: `Tệp ${fileName} có mật khẩu.`,
    next: `Bỏ mật khẩu hoặc quét lại, rồi thả vào.`,
  }),
  'scan.tooManyPages': ({ fileName, most }) => ({
    what: `Tệp ${fileName} có hơn ${most} trang.`,
    next: `Chia thành nhiều tệp nhỏ hơn.`,
  }),
  'scan.alreadyRead': ({ fileName, readOn }) => ({
    what: `Tệp ${fileName} đã được đọc ngày ${formatDay(readOn)}.`,
    next: `Không cần đọc lại; xem các trang trong hàng chờ.`,
  }),
  'scan.unknown': () => ({ what: `Không tìm thấy trang quét này.`, next: CHOOSE_AGAIN }),
  'scan.settled': () => ({ what: `Trang quét này đã được xử lý.`, next: `Nạp lại hàng chờ (F5).` }),
  'scan.notMatched': () => ({ what: `Trang quét này chưa khớp với phiếu nào.`, next: `Mở trang đó và chọn phiếu.` }),
  'scan.paperBack': ({ documentNumber, pageNumber }) => ({
    what:
      pageNumber === null
        ? `Phiếu ${documentNumber} đã có bản quét.`
        : `Trang ${pageNumber} của ${documentNumber} đã có bản quét.`,
    next: `Bỏ trang này, hoặc gỡ bản quét cũ trước.`,
  }),
  'scan.folderMissing': ({ folder }) => ({
    what: `Không mở được thư mục ${folder}.`,
    next: `Kiểm tra đường dẫn hoặc ổ mạng, rồi chọn lại.`,
  }),
  'paper.unknown': ({ text }) => ({ what: `Không có phiếu nào mang số “${text}”.`, next: `Xem lại số trên phiếu.` }),
  'gift.unknown': () => ({ what: 'Không tìm thấy phiếu giao quà này.', next: CHOOSE_AGAIN }),
  'document.inFuture': ({ on, today }) => ({
    what: `Ngày ${formatDay(on)} chưa đến; hôm nay là ${formatDay(today)}.`,
    next: 'Sửa lại ngày, hoặc xem lại đồng hồ của máy.',
  }),
  'document.alreadyVoided': ({ documentNumber, voidedOn }) => ({
    what: `Phiếu ${documentNumber} đã huỷ ngày ${formatDay(voidedOn)}.`,
    next: 'Không cần huỷ lần nữa.',
  }),
  'document.voidedBeforeIssue': ({ documentNumber, issuedOn }) => ({
    what: `Phiếu ${documentNumber} lập ngày ${formatDay(issuedOn)}, không thể huỷ trước ngày đó.`,
    next: 'Sửa lại ngày huỷ.',
  }),
  ...repairRefusals,
  ...inboxRefusals,
  'paper.fileUnknown': () => ({
    what: `Sổ này không có tệp giấy tờ ấy.`,
    next: `Lập lại giấy tờ rồi in từ tệp mới.`,
  }),
  'paper.overtaken': () => ({
    what: `Có giấy trong tệp này đã được in từ một tệp khác sau khi tệp này được lập.`,
    next: `Lập lại giấy tờ: giấy in lần nữa phải mang chữ “Bản sao”.`,
  }),
  'paper.nothingToPrint': () => ({
    what: 'Chưa có phiếu nào để in.',
    next: 'Giao quà hoặc xác nhận việc sửa điện trước, rồi in.',
  }),
  ...monthRefusals,
  ...keyRefusals,
}

const environment: FailureWording['environment'] = {
  'call.unknown': ({ call }) => ({
    what: `Chương trình không hiểu yêu cầu “${call}”.`,
    next: 'Đóng rồi mở lại chương trình; nếu còn, báo bộ phận kỹ thuật.',
  }),
  'disk.full': () => ({
    what: 'Ổ đĩa đã đầy. Việc vừa làm chưa được ghi; những việc trước đó vẫn còn.',
    next: 'Xoá bớt tệp không cần trên ổ đĩa rồi làm lại.',
  }),
  'disk.unwritable': ({ path }) => ({
    what: `Không ghi được vào ${path}.`,
    next: 'Xem thư mục hoặc USB có bị khoá ghi không, rồi làm lại.',
  }),
  'file.inUse': ({ path }) => ({
    what: `Tệp ${path} đang được chương trình khác mở.`,
    next: 'Đóng tệp đó (thường là Excel) rồi làm lại.',
  }),
  ...keysInTrouble,
  'ledger.inUse': ({ folder }) => ({
    what: `Sổ trong ${folder} đang mở ở một cửa sổ khác.`,
    next: 'Đóng cửa sổ kia rồi mở lại chương trình.',
  }),
  'ledger.fromNewerVersion': ({ folder }) => ({
    what: `Sổ trong ${folder} do phiên bản mới hơn của chương trình ghi.`,
    next: 'Cập nhật chương trình trên máy này rồi mở lại.',
  }),
  'ledger.historyDiffers': ({ folder }) => ({
    what: `Cấu trúc của sổ trong ${folder} không khớp với chương trình này.`,
    next: 'Không ghi gì thêm; báo bộ phận kỹ thuật.',
  }),
  'ledger.notALedger': ({ folder }) => ({
    what: `Trong ${folder} có tệp trùng tên nhưng không phải sổ của chương trình.`,
    next: 'Chọn thư mục khác, hoặc chuyển tệp kia đi nơi khác.',
  }),
  'ledger.damaged': ({ folder, detail }) => ({
    what: `Sổ trong ${folder} bị hỏng (${detail}).`,
    next: 'Không ghi gì thêm; khôi phục từ bản sao lưu gần nhất, hoặc báo bộ phận kỹ thuật.',
  }),
  'ledger.sealBroken': ({ folder, detail }) => ({
    what: `Tệp sổ trong ${folder} đã bị đổi từ bên ngoài khi sổ đang đóng (${detail}).`,
    next: 'Không ghi gì thêm; giữ nguyên máy và báo người phụ trách.',
  }),
  'office.stopped': () => ({
    what: 'Phần ghi sổ vừa dừng; việc đang làm có thể chưa ghi.',
    next: 'Chờ vài giây để nó chạy lại, xem việc đã ghi chưa, rồi làm lại.',
  }),
  'memory.full': () => ({
    what: 'Tệp này cần nhiều bộ nhớ hơn mức cho phép nên không đọc được. Không có gì bị thay đổi.',
    next: 'Mở tệp bằng Excel, chép riêng phần danh sách sang tệp mới rồi thử lại.',
  }),
  'store.unreachable': ({ target, detail }) => ({
    what: `${target} không trả lời hoặc không cho vào (${detail}).`,
    next: 'Xem máy chủ có chạy không; địa chỉ, tên và mật khẩu (PGPASSWORD hoặc .pgpass) có đúng không.',
  }),
  'store.refused': ({ target, detail }) => ({
    what: `${target} không cho làm tiếp (${detail}). Các gói trước gói này đã nạp xong.`,
    next: 'Sửa điều máy chủ nêu (quyền, chỗ trống trên đĩa), rồi chạy lại đúng lệnh ấy.',
  }),
  'store.inUse': ({ target }) => ({
    what: `Một lần nạp khác đang chạy trong ${target}.`,
    next: 'Chờ lần ấy xong rồi chạy lại lệnh.',
  }),
  'store.fromNewerVersion': ({ target }) => ({
    what: `${target} do phiên bản mới hơn của phần mềm lập ra.`,
    next: 'Cài bản mới nhất rồi chạy lại lệnh.',
  }),
  'job.cancelled': () => ({ what: 'Đã dừng theo yêu cầu. Không có gì bị thay đổi.', next: 'Làm lại khi cần.' }),
}

export const failures: FailureWording = {
  refusals,
  environment,
  inputProblems: {
    required: 'Cần điền ô này',
    tooShort: 'Quá ngắn',
    tooLong: 'Quá dài',
    tooSmall: 'Quá nhỏ',
    tooBig: 'Quá lớn',
    forbiddenText: 'Không được bắt đầu bằng = + - @ hoặc chứa ký tự lạ',
    notADay: 'Không phải ngày; gõ như 05/11/2026',
    notAPeriod: 'Không phải tháng; gõ như 11/2026',
    notAnAmount: 'Không phải số tiền; gõ số đồng, không lẻ',
    notACitizenId: 'Số định danh có 12 chữ số, bắt đầu bằng mã tỉnh',
    notAPhone: 'Số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0',
    malformed: 'Viết chưa đúng dạng',
  },
  invalidInput: (fields) => ({ what: `Có ô điền chưa đúng (${fields}).`, next: 'Sửa các ô đó rồi làm lại.' }),
  pastedList: 'danh sách đã dán',
  defect: (incident) => ({
    what: 'Chương trình gặp lỗi của chính nó. Việc vừa làm chưa được ghi.',
    next: `Thử lại; nếu còn lỗi, báo bộ phận kỹ thuật số sự cố ${incident}.`,
  }),
}
