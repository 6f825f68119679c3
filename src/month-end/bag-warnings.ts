/** What a bag may have and better had not (RFC 8493, sections 2.1.3, 2.2.1, 5 and 6). Warnings make no bag invalid. */

import type { BagWarning } from '../domain/package-fault.ts'
import type { Bag } from './bag-reader.ts'
import type { PackageFiles } from './package-files.ts'

const STRONG: readonly string[] = ['sha256', 'sha384', 'sha512']
/** What systems leave in folders of their own accord. */
const SYSTEM_FILE = /(^|\/)(\.DS_Store|\._[^/]+|Thumbs\.db|desktop\.ini)$/i
/** Labels that say something of the bag as a whole: twice, they say nothing. */
const LABELS_ONCE = ['payload-oxum', 'bagging-date', 'bag-size', 'bag-group-identifier', 'bag-count']

/** Those that a bag's files and manifests show once they are read. */
export function bagWarnings({ version, manifests, info }: Omit<Bag, 'warnings'>, files: PackageFiles): BagWarning[] {
  const warnings: BagWarning[] = []
  if (version !== '1.0') warnings.push({ code: 'bag.oldVersion', file: 'bagit.txt' })
  if (manifests.length > 0 && !manifests.some(({ algorithm }) => STRONG.includes(algorithm))) {
    warnings.push({ code: 'bag.weakAlgorithm', file: manifests[0]?.file ?? null })
  }
  const named = new Set(manifests.flatMap(({ digests }) => [...digests.keys()]))
  for (const { file, digests } of manifests) {
    if (digests.size < named.size) warnings.push({ code: 'bag.partialManifest', file })
  }
  const spellings = new Set<string>()
  for (const path of files.sizes.keys()) {
    if (SYSTEM_FILE.test(path)) warnings.push({ code: 'bag.systemFile', file: path })
    const spelling = path.normalize('NFC').toLowerCase()
    if (spellings.has(spelling)) warnings.push({ code: 'bag.twinNames', file: path })
    spellings.add(spelling)
  }
  if (files.sizes.has('fetch.txt')) warnings.push({ code: 'bag.fetchedFile', file: 'fetch.txt' })
  const labels = info.map(([label]) => label.toLowerCase())
  if (LABELS_ONCE.some((label) => labels.indexOf(label) !== labels.lastIndexOf(label))) {
    warnings.push({ code: 'bag.repeatedLabel', file: 'bag-info.txt' })
  }
  return warnings
}
