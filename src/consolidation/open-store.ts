/** The store that --into names: a database by its URL, or a folder. */

import type { Store } from './store.ts'

/** Throws a StoreError where it cannot be written to. Only the one that is asked for is loaded. */
export async function openStore(into: string): Promise<Store> {
  if (/^postgres(ql)?:\/\//i.test(into)) {
    const { openPostgres } = await import('./postgres/store.ts')
    return openPostgres(into)
  }
  const { openParquetFolder } = await import('./parquet/store.ts')
  return openParquetFolder(into)
}
