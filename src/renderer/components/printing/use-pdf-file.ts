/** The file and the page that are looked at; what is not looked at any more is given back. */

import { useEffect, useState } from 'react'
import { openPdfFile, type PdfFile, type PdfPage } from './pdf-file.ts'

export type Opened = { state: 'opening' } | { state: 'open'; pdf: PdfFile } | { state: 'failed' }

export function usePdfFile(file: string): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' })
  useEffect(() => {
    let isLeft = false
    let close = () => {}
    setOpened({ state: 'opening' })
    openPdfFile(file).then(
      (pdf) => {
        if (isLeft) return pdf.close()
        close = pdf.close
        setOpened({ state: 'open', pdf })
      },
      () => !isLeft && setOpened({ state: 'failed' }),
    )
    return () => {
      isLeft = true
      close()
    }
  }, [file])
  return opened
}

/** The page shown before stays until the wanted one is there. */
export function usePdfPage(pdf: PdfFile | null, number: number): PdfPage | null {
  const [page, setPage] = useState<PdfPage | null>(null)
  useEffect(() => {
    if (!pdf) return setPage(null)
    let isLeft = false
    pdf.page(number).then(
      (found) => !isLeft && setPage(found),
      () => !isLeft && setPage(null),
    )
    return () => {
      isLeft = true
    }
  }, [pdf, number])
  return page
}
