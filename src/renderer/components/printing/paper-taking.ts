/**
 * Papers are taken out of the program by one way, one after the other: the office is asked whether the file is still
 * true, then it goes to the printer or is opened, then that is noted. So no two files both print an original.
 */

import type { Client } from '../../../contract/client.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { PrintPart, PrintReply, TakingWay } from '../../../contract/printing.ts'
import type { Shell } from '../../../contract/shell.ts'

/** The office may refuse, too. */
export type TakingReply = PrintReply | { ok: false; reason: 'refused'; failure: Failure }

export interface PaperTaking {
  /** Hands one part to the system's queue and notes it. */
  printPaper: (part: PrintPart) => Promise<TakingReply>
  stopPrinting: () => Promise<void>
  /** Opens a file, or the folder it lies in; `take` answers what went wrong, or null. */
  takeFile: (file: string, take: () => Promise<string | null>) => Promise<TakingReply>
}

/** `onUnnoted` hears where papers went out that the office could not note. */
export function createPaperTaking(
  client: Pick<Client, 'query' | 'command'>,
  shell: Pick<Shell, 'printPaper' | 'stopPrinting'>,
  onUnnoted: (failure: Failure) => void,
): PaperTaking {
  let last: Promise<unknown> = Promise.resolve()

  function inTurn(work: () => Promise<TakingReply>): Promise<TakingReply> {
    const taken = last.then(work)
    last = taken.catch(() => undefined)
    return taken
  }
  async function take(
    what: Pick<PrintPart, 'file' | 'pages' | 'copies' | 'printer'> & { way: TakingWay },
    act: () => Promise<PrintReply>,
  ): Promise<TakingReply> {
    const { file, pages, copies, way, printer } = what
    const checked = await client.query('papers.checkTaking', { file, pages })
    if (!checked.ok) return { ok: false, reason: 'refused', failure: checked.failure }
    const { refusal } = checked.value
    if (refusal) return { ok: false, reason: 'refused', failure: { family: 'refused', refusal } }
    const reply = await act()
    if (!reply.ok) return reply
    const noted = await client.command('papers.noteTaking', { file, pages, copies, way, printer })
    if (!noted.ok) onUnnoted(noted.failure)
    return reply
  }
  return {
    printPaper: (part) =>
      inTurn(() => take({ ...part, way: part.printer === null ? 'dialog' : 'printer' }, () => shell.printPaper(part))),
    stopPrinting: () => shell.stopPrinting(),
    takeFile: (file, open) =>
      inTurn(() =>
        take({ file, pages: null, copies: 1, way: 'file', printer: null }, async () => {
          const trouble = await open()
          return trouble === null ? { ok: true } : { ok: false, reason: 'failed', detail: trouble }
        }),
      ),
  }
}
