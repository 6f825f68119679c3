/** "Lưu tệp kèm lỗi": the sender's own list with a column of findings, beside it and never over it. */

import { listLayouts } from '../../ledger/lists/list-layouts.ts'
import { done, type JobHandler, refused } from '../handler.ts'

export const saveFindings: JobHandler<'imports.saveFindings'> = async (
  working,
  { source, choices, language, file },
) => {
  const { reader, workers, today, signal, report } = working
  const task = { name: 'annotateList' as const, source, choices, layouts: listLayouts(reader), today, language, file }
  const written = await workers.run(task, { signal, report })
  return written.ok ? done({ file: written.file, rowCount: written.rowCount }) : refused(written.refusal)
}
