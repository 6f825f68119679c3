/** Setting an office up in the first run, by keys. */

import type { Desktop } from './desktop.ts'

/** Types the three steps; `look` is called at each, before it is left. */
export async function setUpOffice(desktop: Desktop, look: (name: string) => Promise<void>): Promise<void> {
  const { press, type, see } = desktop
  await see('Lập sổ cho đơn vị')
  await look('first-run')
  await type('Công ty Điện lực Đắk Lắk')
  await press('Enter')
  await type('Đội Quản lý Điện lực khu vực Krông Pắc')
  await press('Enter')
  await type('pc042')
  await press('Enter')
  await type('Krông Pắc')
  await press('Enter', 'Enter')
  await see('Họ tên người ký')
  await type('Đội trưởng')
  await press('Enter')
  await desktop.typeWithUnikey('Nguyễn Văn Bình')
  await look('first-run-signer')
  await press('Enter', 'Enter')
  await see('Họ tên của bạn')
  await type('Trần Thị Mai')
  await press('Control+Enter')
  await see('Việc nên làm')
}
