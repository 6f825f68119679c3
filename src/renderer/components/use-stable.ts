/** One function for the life of a component that always does what the latest would: for parts that are drawn seldom. */

import { useCallback, useLayoutEffect, useRef } from 'react'

export function useStable<Arguments extends unknown[]>(
  latest: (...args: Arguments) => void,
): (...args: Arguments) => void {
  const current = useRef(latest)
  useLayoutEffect(() => {
    current.current = latest
  })
  return useCallback((...args: Arguments) => current.current(...args), [])
}
