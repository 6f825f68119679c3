/** Where a key leads in a list of lines of one height; null for keys that lead nowhere. */
export function lineByKey(
  key: string,
  active: number,
  count: number,
  { height, lineHeight }: { height: number; lineHeight: number },
): number | null {
  // The header and the line that was last stay in sight.
  const screenful = Math.max(1, Math.floor(height / lineHeight) - 2)
  const to: number | undefined = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + screenful,
    PageUp: active - screenful,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}
