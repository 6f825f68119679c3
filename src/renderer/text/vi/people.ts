/** Vietnamese of the people of the office. */

export const people = {
  title: 'Người dùng',
  intro: 'Mỗi việc ghi vào sổ đều kèm tên người ghi; vai trò quyết định ai được làm gì.',
  fullName: 'Họ và tên',
  role: 'Vai trò',
  may: 'Được làm',
  add: 'Thêm người',
  added: (name: string) => `Đã thêm ${name}`,
  notAllowed: (roles: string) => `Chỉ ${roles} được thêm người.`,
}
