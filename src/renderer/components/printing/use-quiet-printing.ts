/** Printing without a question, for the counter: on the printer chosen for the paper, else the preview window asks. */

import { notifications } from '@mantine/notifications'
import type { PaperSize } from '../../../contract/printing.ts'
import { useText } from '../../text/language.ts'

/**
 * Gives a function that prints a whole file of the papers folder, of at most one part's pages, or shows it in the
 * preview window where no printer is chosen for that size, or where the chosen one could not print; then it says why.
 */
export function useQuietPrinting(): (file: string, paperSize: PaperSize) => Promise<'printed' | 'shown'> {
  const { papers: text } = useText()
  return async (file, paperSize) => {
    const { [paperSize]: printer } = await window.shell.chosenPrinters()
    if (printer) {
      const how = { paperSize, copies: 1, duplex: 'simplex', pages: null } as const
      const reply = await window.shell.printPaper({ file, printer, ...how })
      if (reply.ok) return 'printed'
      notifications.show({ message: text.notQuietly[reply.reason], color: 'red' })
    }
    await window.shell.openPaper(file)
    return 'shown'
  }
}
