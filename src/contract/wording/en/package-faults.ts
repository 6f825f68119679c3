/** What checking a month-end package found, in English: what is wrong, and what it means for whoever received it. */

import type { BagWarningCode, PackageFaultCode } from '../../../domain/package-fault.ts'

export const packageFaults: Record<PackageFaultCode, string> = {
  'encryption.broken': 'The package’s encryption was damaged or cut short on the way. Ask for it again.',
  'encryption.noKey':
    'The package is encrypted, and no key here opens it. Choose the receiver’s key file and check again.',
  'container.unreadable':
    'The package cannot be opened: it is damaged, cut short or no month-end package. Ask for it again.',
  'container.tooLarge': 'The package, or a file in it, is larger than allowed; it was not opened.',
  'container.bomb': 'The package would unpack to an abnormal size and may be meant to do harm. It was not unpacked.',
  'name.unsafe': 'A file name in the package is not safe: it could overwrite another file. It was not unpacked.',
  'name.duplicate': 'Two files in the package have the same name, or names that differ only in capitals.',
  'bag.structure':
    'The package is not laid out as it should be: a declaration is missing or a folder has the wrong name.',
  'bag.version': 'The package uses a version of the layout that this program does not know.',
  'bag.info': 'The package’s label (bag-info.txt) does not agree with its content.',
  'manifest.malformed': 'The package’s list of files is damaged.',
  'file.missing': 'A file is missing that is listed or that every package must have.',
  'file.extra': 'There is a file that does not belong to the package.',
  'file.changed': 'The file was changed or damaged after the office sealed the package.',
  'signature.missing': 'The package does not carry the office’s signature.',
  'signature.bad': 'The signature is not of this package: it was changed, or the signature was taken from another one.',
  'signature.unknownKey':
    'The office’s public key is not known here, or the package was signed with another key. Compare the registration form.',
  'signature.revokedKey':
    'The package was closed after its signing key was revoked: do not accept it. Ask the office to make it again with the key in force.',
  'closing.malformed': 'The closing document (closing.json) lacks something or says something that cannot be.',
  'closing.version': 'The package was written by another version of the program. Update this one and check again.',
  'table.malformed': 'A table has a cell or a row that breaks its rules.',
  'table.key': 'A table has a repeated row or rows out of order.',
  'table.reference': 'A table names a household, campaign or paper that is not in the package.',
  'counts.wrong': 'The number of rows is not the one the month was closed with.',
  'totals.wrong': 'Amounts do not add up to those the month was closed with.',
  'numbers.gap': 'Numbers of papers have a gap, or are not those the month was closed with.',
  'scan.missing': 'The scan of a signed paper is missing. Ask the office to make the package again.',
  'scan.wrong': 'A scan belongs to no signed paper, or is not the picture its name says.',
  'journal.broken': 'The journal’s chain is broken: a row was changed, removed or put in.',
  'sequence.gap': 'A package in between is missing: the one before this has not arrived.',
  'sequence.fork':
    'The package does not follow the last one received: the office may have restored an old backup or started anew. Ask it.',
}

export const bagWarnings: Record<BagWarningCode, string> = {
  'bag.oldVersion': 'The bag is of a version of BagIt before 1.0.',
  'bag.extraLines': 'The declaration has more lines than two.',
  'bag.weakAlgorithm':
    'The manifests use weak algorithms only (MD5, SHA-1): damage shows, a deliberate change may not.',
  'bag.foreignMarks': 'A manifest has * or ./ before names, as other tools write it.',
  'bag.repeatedEntry': 'A manifest names a file twice, with the same digest.',
  'bag.partialManifest': 'A manifest does not name every file; another one names the rest.',
  'bag.respeltName': 'A name on the disk is spelt in another form of Unicode than in the manifest.',
  'bag.twinNames':
    'Two names differ only in capitals or in their form of Unicode: some systems would keep one of the files.',
  'bag.systemFile': 'There is a file that an operating system left behind.',
  'bag.fetchedFile': 'There is a list of files to be fetched (fetch.txt).',
  'bag.repeatedLabel': 'bag-info.txt says twice what may be said once.',
}
