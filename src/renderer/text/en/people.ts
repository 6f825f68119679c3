/** English of the people of the office. */

export const people = {
  title: 'People',
  intro: 'Every entry of the ledger names who made it; the role says who may do what.',
  fullName: 'Full name',
  role: 'Role',
  may: 'May',
  add: 'Add a person',
  added: (name: string) => `${name} was added`,
  communes: {
    title: 'List of communes',
    inUse: (day: string) => `The list in use holds from ${day}.`,
    builtIn: 'It came along with the program.',
    loadedBy: (person: string, day: string) => `${person} loaded it on ${day}.`,
    load: 'Load a newer list',
    loaded: (count: number, day: string) => `${count.toLocaleString('en')} communes loaded, holding from ${day}`,
  },
  notAllowed: (roles: string) => `Only ${roles} may add people.`,
}
