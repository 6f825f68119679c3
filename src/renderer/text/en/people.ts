/** English of the people of the office. */

export const people = {
  title: 'People',
  intro: 'Every entry of the ledger names who made it; the role says who may do what.',
  fullName: 'Full name',
  role: 'Role',
  may: 'May',
  add: 'Add a person',
  added: (name: string) => `${name} was added`,
  notAllowed: (roles: string) => `Only ${roles} may add people.`,
}
