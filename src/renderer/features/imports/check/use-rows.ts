/** Fetches the rows of a reading that are on screen, page by page, and keeps those of the reading before meanwhile. */

import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import type { ImportRow } from '../../../../contract/imports.ts'
import { OfficeFailure, officeQuery } from '../../../office-port/asking.ts'
import { useOffice } from '../../../office-port/OfficeProvider.tsx'
import type { RowsShown } from '../wizard.ts'

const ROWS_PER_PAGE = 100
/** While a list is being thrown past, its pages are not worth asking for. */
const SETTLE_MILLISECONDS = 60

type Page = Output<'imports.rows'>

export interface ShownRows {
  /** Null until it is known. */
  count: number | null
  /** A row that has not come yet answers undefined. */
  rowAt: (index: number) => ImportRow | undefined
  /** The office no longer has this reading. */
  isGone: boolean
}

const pageOf = (index: number) => Math.floor(index / ROWS_PER_PAGE)

export function useRows(readingId: string, show: RowsShown, shown: { first: number; last: number }): ShownRows {
  const { client } = useOffice()
  const before = useRef<{ show: RowsShown; pages: Map<number, Page> }>({ show, pages: new Map() })
  const [pages] = useDebouncedValue(`${pageOf(shown.first)} ${pageOf(shown.last)}`, SETTLE_MILLISECONDS)
  const [from = 0, to = 0] = pages.split(' ').map(Number)
  // The first page always: it says how many there are.
  const wanted = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)])]
  const answers = useQueries({
    queries: wanted.map((page) =>
      officeQuery(client, 'imports.rows', {
        readingId,
        show,
        from: page * ROWS_PER_PAGE,
        limit: ROWS_PER_PAGE,
      }),
    ),
  })
  const come = new Map(wanted.flatMap((page, at) => (answers[at]?.data ? [[page, answers[at].data] as const] : [])))
  useEffect(() => {
    if (before.current.show !== show) before.current = { show, pages: new Map() }
    for (const [page, answer] of come) before.current.pages.set(page, answer)
  })
  const kept = before.current.show === show ? before.current.pages : new Map<number, Page>()
  const pageAt = (page: number) => come.get(page) ?? kept.get(page)
  return {
    count: pageAt(0)?.count ?? null,
    rowAt: (index) => pageAt(pageOf(index))?.rows[index % ROWS_PER_PAGE],
    isGone: answers.some(({ error }) => isReadingGone(error)),
  }
}

function isReadingGone(error: unknown): boolean {
  if (!(error instanceof OfficeFailure)) return false
  const { failure } = error
  return failure.family === 'refused' && failure.refusal.code === 'import.readingGone'
}
