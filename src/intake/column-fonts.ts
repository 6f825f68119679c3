/** Counts in which fonts the texts of each column are written: legacy letters are known by their font first. */

export interface ColumnFonts {
  /** `column` from 0. */
  count(column: number, font: string): void
  /** The font of most texts counted in the column; null where there was none. */
  fontOf(column: number): string | null
}

/** Texts that follow each other mostly have one font: they are counted as a run before they enter the table. */
interface Column {
  font: string
  run: number
  counts: Map<string, number>
}

export function columnFonts(): ColumnFonts {
  const columns: (Column | undefined)[] = []

  function endRun(column: Column): void {
    column.counts.set(column.font, (column.counts.get(column.font) ?? 0) + column.run)
    column.run = 0
  }

  return {
    count(at, font) {
      let column = columns[at]
      if (!column) {
        column = { font, run: 0, counts: new Map() }
        columns[at] = column
      } else if (column.font !== font) {
        endRun(column)
        column.font = font
      }
      column.run += 1
    },
    fontOf(at) {
      const column = columns[at]
      if (!column) return null
      endRun(column)
      return [...column.counts].reduce((best, other) => (other[1] > best[1] ? other : best))[0]
    },
  }
}
