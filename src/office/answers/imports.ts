/** Answers about lists that came in. */

import { listBatches } from '../../ledger/imports.ts'
import { done, type QueryHandler } from '../handler.ts'

export const listOfImports: QueryHandler<'imports.list'> = ({ reader }) => done({ batches: listBatches(reader) })
