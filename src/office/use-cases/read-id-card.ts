/** Reads an ID card off a picture in a worker thread. Neither the picture nor what it says is kept. */

import { done, type JobHandler, refused } from '../handler.ts'

export const readIdCard: JobHandler<'idCards.readImage'> = async ({ workers, signal, report }, { file }) => {
  const read = await workers.run({ name: 'readIdCard', file }, { signal, report })
  return read.ok ? done(read.card) : refused(read.refusal)
}
