/** What checking a month-end package can find, in the order it is looked for (PACKAGE.md, "Verifying"). */

export const PACKAGE_FAULT_CODES = [
  'encryption.broken',
  'encryption.noKey',
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
  'signature.revokedKey',
  'closing.malformed',
  'closing.version',
  'table.malformed',
  'table.key',
  'table.reference',
  'counts.wrong',
  'totals.wrong',
  'numbers.gap',
  'scan.missing',
  'scan.wrong',
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

/** Other text than printable ASCII (a name in a hostile package, say) is shown by its code points, and cut short. */
export function packageFault(code: PackageFaultCode, file: string | null, detail: string): PackageFault {
  const plain = detail.replace(/[^\x20-\x7e]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
  return { code, file, detail: plain.length > 300 ? `${plain.slice(0, 297)}...` : plain }
}

/** What BagIt allows in a bag and advises against. */
export const BAG_WARNING_CODES = [
  'bag.oldVersion',
  'bag.extraLines',
  'bag.weakAlgorithm',
  'bag.foreignMarks',
  'bag.repeatedEntry',
  'bag.partialManifest',
  'bag.respeltName',
  'bag.twinNames',
  'bag.systemFile',
  'bag.fetchedFile',
  'bag.repeatedLabel',
] as const
export type BagWarningCode = (typeof BAG_WARNING_CODES)[number]

export interface BagWarning {
  code: BagWarningCode
  /** The file inside the bag it is about; null where it is the bag itself. */
  file: string | null
}
