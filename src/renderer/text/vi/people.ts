/** Vietnamese of the people of the office. */

export const people = {
  title: 'Người dùng',
  intro: 'Mỗi việc ghi vào sổ đều kèm tên người ghi; vai trò quyết định ai được làm gì.',
  fullName: 'Họ và tên',
  role: 'Vai trò',
  may: 'Được làm',
  add: 'Thêm người',
  added: (name: string) => `Đã thêm ${name}`,
  communes: {
    title: 'Danh mục xã, phường',
    inUse: (day: string) => `Đang dùng danh mục tính từ ngày ${day}.`,
    builtIn: 'Có sẵn trong chương trình.',
    loadedBy: (person: string, day: string) => `${person} nạp ngày ${day}.`,
    load: 'Nạp danh mục mới',
    loaded: (count: number, day: string) => `Đã nạp ${count.toLocaleString('vi')} xã, phường, tính từ ngày ${day}`,
  },
  notAllowed: (roles: string) => `Chỉ ${roles} được thêm người.`,
}
