/** Every way the inbox refuses a package or a key, in English. */

import { formatPeriod } from '../../../domain/period.ts'
import type { InboxWording } from '../failure-wording.ts'

export const inboxRefusals: InboxWording = {
  'inbox.unpacked': ({ fileName }) => ({
    what: `${fileName} is a folder, not the file of a package.`,
    next: 'Choose the .zip or .zip.age as it came, without unpacking it.',
  }),
  'inbox.faulty': ({ fileName, faultCount }) => ({
    what: `The check of ${fileName} found ${faultCount} faults; nothing of it is kept.`,
    next: 'Look at each fault in the check of the package, then ask the office to send it again.',
  }),
  'inbox.fork': ({ packageName, officeName }) => ({
    what: `Package ${packageName} of ${officeName} contradicts one that was taken in: one place, two contents.`,
    next: 'Ask the office: an old backup may have been restored, or somebody sends in its name. Nothing is kept.',
  }),
  'inbox.fileChanged': ({ fileName }) => ({
    what: `${fileName} has changed since it was looked at.`,
    next: 'Look at the package again before taking it in.',
  }),
  'inbox.noConflicts': ({ period }) => ({
    what: `In ${formatPeriod(period)} no household was helped by two offices.`,
    next: 'No file is needed.',
  }),
  'inbox.notAKey': ({ fileName }) => ({
    what: `${fileName} is neither the key of an office nor the programme key, or it was changed.`,
    next: 'Choose OFFICE_CODE.pub (PC042.pub, say) or the .json of the programme key, under the name it came with.',
  }),
  'inbox.keyChanged': ({ fileName }) => ({
    what: `The key in ${fileName} is no longer the one that was compared.`,
    next: 'Open the file and compare the fingerprint again.',
  }),
}
