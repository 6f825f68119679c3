/** Pictures of a repair: kept by their hash beside the ledger, and made small for lists and packages. */

import { z } from 'zod'
import { PHOTO_MOMENTS } from '../domain/repair.ts'
import { command, job } from './call.ts'
import { count, id, text } from './schemas.ts'

export const repairPhotoCalls = {
  /** Takes in picture files (JPEG or PNG) that were dropped or chosen; the same picture again changes nothing. */
  'repairs.addPhotos': job({
    permission: 'repair.record',
    topics: ['repairs'],
    input: z.object({
      repairId: id,
      moment: z.enum(PHOTO_MOMENTS),
      paths: z.array(text(1000)).min(1, 'required').max(40, 'tooBig'),
    }),
    output: z.object({ added: count, known: count }),
  }),
  /** Takes a picture off a repair that is not certified yet. */
  'repairs.removePhoto': command({
    permission: 'repair.record',
    topics: ['repairs'],
    input: z.object({ photoId: id }),
    output: z.object({}),
  }),
}
