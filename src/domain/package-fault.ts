/** What checking a month-end package can find, in the order it is looked for (PACKAGE.md, "Verifying"). */

export const PACKAGE_FAULT_CODES = [
  'container.unreadable',
  'container.tooLarge',
  'container.bomb',
  'name.unsafe',
  'name.duplicate',
  'bag.structure',
  'bag.version',
  'bag.info',
  'manifest.malformed',
  'file.missing',
  'file.extra',
  'file.changed',
  'signature.missing',
  'signature.bad',
  'signature.unknownKey',
  'closing.malformed',
  'closing.version',
  'table.malformed',
  'table.key',
  'table.reference',
  'counts.wrong',
  'totals.wrong',
  'journal.broken',
  'sequence.gap',
  'sequence.fork',
] as const
export type PackageFaultCode = (typeof PACKAGE_FAULT_CODES)[number]

export interface PackageFault {
  code: PackageFaultCode
  /** The file inside the package it is about; null where it is the package itself. */
  file: string | null
  /** What was expected and what was found, in plain ASCII words for a log. */
  detail: string
}
