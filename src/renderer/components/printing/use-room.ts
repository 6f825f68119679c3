/** The room there is for a page inside what scrolls: without its scrollbars and its rim. */

import { type RefObject, useEffect, useState } from 'react'

/** Also in the style of the room. */
const RIM_PX = 8

export function useRoom(room: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const { current } = room
    if (!current) return
    const observer = new ResizeObserver(() => {
      setSize({ width: current.clientWidth - 2 * RIM_PX, height: current.clientHeight - 2 * RIM_PX })
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [room])
  return size
}
