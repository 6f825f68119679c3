/** Printing without a question, for the counter: on the printer chosen for the paper, else the preview window asks. */

import { notifications } from '@mantine/notifications'
import { tellFailure } from '../../../contract/wording/failure-wording.ts'
import { useText } from '../../text/language.ts'
import type { PapersToPrint } from './PrintDialog.tsx'
import { sizedPages } from './print-parts.ts'
import { usePaperTaking } from './use-paper-taking.ts'

/**
 * Gives a function that prints a whole file of the papers folder, all of one size and of at most one part's pages, or
 * shows it in the preview window where no printer is chosen for that size, or where the chosen one could not print;
 * then it says why.
 */
export function useQuietPrinting(): (printed: PapersToPrint) => Promise<'printed' | 'shown' | 'refused'> {
  const { papers: text, failures } = useText()
  const taking = usePaperTaking()
  return async ({ file, papers, pageCount }) => {
    const [pages] = sizedPages({ from: 1, to: pageCount }, papers)
    const chosen = await window.shell.chosenPrinters()
    const printer = pages && chosen[pages.paperSize]
    if (printer) {
      const how = { paperSize: pages.paperSize, copies: 1, duplex: 'simplex', pages: null } as const
      const reply = await taking.printPaper({ file, printer, ...how })
      if (reply.ok) return 'printed'
      if (reply.reason !== 'refused') notifications.show({ message: text.notQuietly[reply.reason], color: 'red' })
    }
    const shown = await taking.takeFile(file, async () => {
      await window.shell.openPaper(file)
      return null
    })
    if (shown.ok || shown.reason !== 'refused') return 'shown'
    const { what, next } = tellFailure(failures, shown.failure)
    notifications.show({ message: `${what} ${next}`, color: 'red' })
    return 'refused'
  }
}
