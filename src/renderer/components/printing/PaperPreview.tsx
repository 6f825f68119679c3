/**
 * A PDF of the papers folder in the window: one page at a time, by keys (PageUp, PageDown), wheel and number, or by the
 * paper that begins on it; as a whole, by its width, or larger (Ctrl and the wheel).
 */

import { Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useCommands } from '../../commands/registry.ts'
import { useText } from '../../text/language.ts'
import { EmptyNote } from '../EmptyNote.tsx'
import { OpenFileButton } from './FileButtons.tsx'
import { PageCanvas } from './PageCanvas.tsx'
import classes from './PaperPreview.module.css'
import { PreviewTools } from './PreviewTools.tsx'
import { percentShown, type Zoom, zoomStep } from './page-view.ts'
import type { PaperMark } from './print-parts.ts'
import { usePdfFile, usePdfPage } from './use-pdf-file.ts'
import { useRoom } from './use-room.ts'
import { useWheel } from './use-wheel.ts'

interface PaperPreviewProps {
  file: string
  /** Where the papers begin; without them pages alone are turned. */
  papers?: readonly PaperMark[]
  /** Shown first; a new one turns to it. */
  firstPage?: number
}

/** What is left of a room when a page is turned over, so that the eye finds its line again. */
const ROOM_KEPT_PX = 40

export function PaperPreview({ file, papers = [], firstPage = 1 }: PaperPreviewProps) {
  const { papers: text } = useText()
  const opened = usePdfFile(file)
  const pdf = opened.state === 'open' ? opened.pdf : null
  const [number, setNumber] = useState(firstPage)
  const [zoom, setZoom] = useState<Zoom>('page')
  const page = usePdfPage(pdf, number)
  const room = useRef<HTMLElement>(null)
  const space = useRoom(room)
  const pageCount = pdf?.pageCount ?? 0
  const percent = page ? percentShown(zoom, { width: page.widthPt, height: page.heightPt }, space) : 100

  useEffect(() => setNumber(firstPage), [firstPage])

  function turnTo(wanted: number, edge: 'top' | 'bottom' = 'top'): void {
    if (wanted < 1 || wanted > pageCount) return
    setNumber(wanted)
    const { current } = room
    if (current) current.scrollTop = edge === 'top' ? 0 : current.scrollHeight
  }
  /** Goes on in the page where there is more of it than the room shows, else to the next. */
  function goOn(direction: 1 | -1): void {
    const { current } = room
    if (!current) return
    const { scrollTop, scrollHeight, clientHeight } = current
    const left = direction === 1 ? scrollHeight - clientHeight - scrollTop : scrollTop
    if (left > 1) current.scrollTop += direction * (clientHeight - ROOM_KEPT_PX)
    else turnTo(number + direction, direction === 1 ? 'top' : 'bottom')
  }
  const zoomBy = (direction: 1 | -1) => setZoom(zoomStep(percent, direction))
  useWheel(room, { turn: goOn, zoom: zoomBy })
  useCommands([
    { id: 'papers.nextPage', keys: 'PageDown', label: text.nextPage, run: () => goOn(1) },
    { id: 'papers.previousPage', keys: 'PageUp', label: text.previousPage, run: () => goOn(-1) },
  ])
  const label = text.pageOf(number, pageCount)
  return (
    <div className={classes.preview}>
      <PreviewTools {...{ number, pageCount, papers, turnTo, zoom, percent, setZoom, zoomBy }} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section ref={room} className={classes.room} tabIndex={0} aria-label={text.preview}>
        {opened.state === 'failed' && (
          <EmptyNote title={text.cannotShow} next={text.cannotShowNext}>
            <OpenFileButton file={file} />
          </EmptyNote>
        )}
        {opened.state === 'opening' && <Text size="sm">{text.opening}</Text>}
        {page && space.width > 0 && <PageCanvas page={page} percent={percent} label={label} />}
      </section>
    </div>
  )
}
