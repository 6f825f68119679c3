/** One page, drawn as sharp as the screen; the drawing before stays until the new one is whole. */

import { useEffect, useRef } from 'react'
import classes from './PaperPreview.module.css'
import { pageSize } from './page-view.ts'
import type { PdfPage } from './pdf-file.ts'

interface PageCanvasProps {
  page: PdfPage
  percent: number
  label: string
}

export function PageCanvas({ page, percent, label }: PageCanvasProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const { widthPt, heightPt } = page
  const size = pageSize(percent, { width: widthPt, height: heightPt }, window.devicePixelRatio)
  const { pixelsPerPt } = size
  useEffect(() => {
    const drawing = page.draw(pixelsPerPt)
    drawing.canvas.then(
      (canvas) => {
        release(sheet.current)
        sheet.current?.replaceChildren(canvas)
      },
      () => undefined,
    )
    return () => drawing.cancel()
  }, [page, pixelsPerPt])
  useEffect(() => {
    const { current } = sheet
    return () => release(current)
  }, [])
  return (
    <div
      ref={sheet}
      role="img"
      aria-label={label}
      className={classes.sheet}
      style={{ width: size.width, height: size.height }}
    />
  )
}

/** A canvas gives its memory back when it has no size, not when it is out of sight. */
function release(sheet: HTMLElement | null): void {
  for (const canvas of sheet?.querySelectorAll('canvas') ?? []) canvas.width = 0
}
