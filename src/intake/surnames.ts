/** Names of persons as lists of Vietnam have them: they make a column one of names. */

import { searchKey } from '../domain/vietnamese.ts'

/** Surnames without marks, of the Kinh and of other peoples; the beginnings of Ê Đê and Gia Rai names among them. */
const SURNAMES = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao dinh doan truong trinh lam mai luong
  luu cao ha to ta tong chu chau thai tang thach son kim danh quach ma ban lo vi hua nong trieu khuc la lai kieu kha
  khong khuat mac ngu nghiem nhu ong ninh phi phung phuong quang sam tiet tieu ton tu ung uong van vang vuong yen an au
  bach be cam can cung cu dam dong dau dieu giap giang hau hac kien sung thao giang cha mua va ho ly chang cu lau phang
  thung tan chao phu y h ka k ra ro siu rmah ksor kpa nay nie mlo ayun eban ede puih rahlan rcom sa do mang dinh a blup
  co cil lieng lo mu ro bon cu ha klong so ya ko ksa nie kdam adrong bya buon hmok hwing hra kbuor`.split(/\s+/),
)

/** Whether a text looks like a person's whole name: two to seven words with capitals, a surname first. */
export function looksLikePersonName(text: string): boolean {
  if (!/^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?: |$))+$/u.test(text)) return false
  const words = searchKey(text).split(' ')
  return words.length >= 2 && words.length <= 7 && SURNAMES.has(words[0] ?? '')
}
