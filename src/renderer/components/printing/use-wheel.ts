/** The wheel over a page: with Ctrl it zooms, at the edge of the page it turns to the next. */

import { type RefObject, useEffect, useRef } from 'react'

interface WheelActs {
  turn: (direction: 1 | -1) => void
  zoom: (direction: 1 | -1) => void
}

/** One flick of the wheel sends many events and turns one page. */
const REST_MS = 250

/** Listens itself: React's own listener could not keep the wheel from scrolling. */
export function useWheel(room: RefObject<HTMLElement | null>, acts: WheelActs): void {
  const newest = useRef(acts)
  useEffect(() => {
    newest.current = acts
  })
  useEffect(() => {
    const { current } = room
    let actedAtMs = 0
    function onWheel(event: WheelEvent): void {
      if (!current || event.deltaY === 0) return
      const direction = event.deltaY > 0 ? 1 : -1
      const { scrollTop, scrollHeight, clientHeight } = current
      const left = direction === 1 ? scrollHeight - clientHeight - scrollTop : scrollTop
      if (!event.ctrlKey && left > 1) {
        actedAtMs = event.timeStamp
        return
      }
      event.preventDefault()
      if (event.timeStamp - actedAtMs < REST_MS) return
      actedAtMs = event.timeStamp
      // Ctrl and the wheel away from the hand makes larger.
      if (event.ctrlKey) newest.current.zoom(direction === 1 ? -1 : 1)
      else newest.current.turn(direction)
    }
    current?.addEventListener('wheel', onWheel, { passive: false })
    return () => current?.removeEventListener('wheel', onWheel)
  }, [room])
}
