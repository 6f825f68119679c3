/** How large a page is shown, and which one comes next. */

/** The whole page, its width, or so many hundredths of its true size. */
export type Zoom = 'page' | 'width' | number

const CSS_PIXELS_PER_PT = 96 / 72
const ZOOM_STEPS = [25, 50, 75, 100, 125, 150, 200, 300, 400] as const
/** Beyond that a canvas of an old graphics chip stays empty. */
const MOST_CANVAS_PIXELS = 16_000_000

interface Size {
  width: number
  height: number
}

/** Hundredths of the true size at which a page is shown in a room of so many CSS pixels. */
export function percentShown(zoom: Zoom, pagePt: Size, roomPx: Size): number {
  if (typeof zoom === 'number') return zoom
  const byWidth = roomPx.width / pagePt.width
  const scale = zoom === 'width' ? byWidth : Math.min(byWidth, roomPx.height / pagePt.height)
  return Math.max(10, Math.floor((scale / CSS_PIXELS_PER_PT) * 100))
}

/** The next step up or down from what is shown. */
export function zoomStep(percent: number, direction: 1 | -1): number {
  const [smallest, largest] = [ZOOM_STEPS[0], ZOOM_STEPS.at(-1) ?? 100]
  if (direction === 1) return ZOOM_STEPS.find((step) => step > percent) ?? largest
  return ZOOM_STEPS.findLast((step) => step < percent) ?? smallest
}

/** CSS pixels of the page, and the pixels of the screen to a point that it is drawn with. */
export function pageSize(percent: number, pagePt: Size, pixelRatio: number): Size & { pixelsPerPt: number } {
  const scale = (percent / 100) * CSS_PIXELS_PER_PT
  const mostPerPt = Math.sqrt(MOST_CANVAS_PIXELS / (pagePt.width * pagePt.height))
  return {
    width: pagePt.width * scale,
    height: pagePt.height * scale,
    pixelsPerPt: Math.min(scale * pixelRatio, mostPerPt),
  }
}

/** The number typed for a page, if the file has such a page. */
export function pageTyped(typed: string, pageCount: number): number | null {
  const page = Number(typed.trim())
  return Number.isInteger(page) && page >= 1 && page <= pageCount ? page : null
}
