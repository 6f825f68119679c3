/**
 * A list of lines that are all at hand: only those on screen are drawn, and one of them is the clerk's.
 * Arrows, PageUp, PageDown, Home and End move it, Enter opens it.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the lines that are not on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active line.

import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import classes from './LineGrid.module.css'
import { lineByKey } from './line-by-key.ts'

const LINE_HEIGHT = 31

export interface LineColumn<Line> {
  name: string
  header: string
  /** As a grid's template has it: '90px', 'minmax(120px, 2fr)'. */
  width: string
  /** Figures stand at the right; long texts may take more lines than one. */
  kind?: 'figure' | 'wraps'
  show: (line: Line) => ReactNode
}

interface LineGridProps<Line> {
  label: string
  columns: readonly LineColumn<Line>[]
  lines: readonly Line[]
  keyOf: (line: Line) => string
  /** The line to begin with, or to go to from outside; the first where there is none such. */
  startKey?: string | undefined
  onMove?: (line: Line) => void
  /** By Enter or by a click. */
  onOpen?: (line: Line) => void
  /** By Enter alone, where a click only moves. */
  onEnter?: (line: Line) => void
  /** Takes the keys when it appears, and again when what covered it is gone. */
  takesFocus?: boolean
}

export function LineGrid<Line>(props: LineGridProps<Line>) {
  const { label, columns, lines, keyOf, onMove, onOpen, onEnter = onOpen, takesFocus = false } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
    // The header stands above the lines and moves them down by its height.
    scrollPaddingEnd: LINE_HEIGHT,
  })
  const { active, moveTo } = useActiveLine(props, (index) => virtualizer.scrollToIndex(index))
  useKeys(scroller, takesFocus)

  function onKeyDown(event: KeyboardEvent): void {
    const height = scroller.current?.clientHeight ?? 0
    const to = lineByKey(event.key, active, lines.length, { height, lineHeight: LINE_HEIGHT })
    const line = lines[active]
    if (to !== null) {
      event.preventDefault()
      moveTo(lines[to])
      virtualizer.scrollToIndex(to)
    } else if (event.key === 'Enter' && !event.ctrlKey && onEnter && line) {
      event.preventDefault()
      onEnter(line)
    }
  }
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      data-autofocus={takesFocus || undefined}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={lines.length > 0 ? `${gridId}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <GridHeader columns={columns} look={template} />
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return line === undefined ? null : (
            <GridLine
              key={keyOf(line)}
              ref={virtualizer.measureElement}
              id={`${gridId}-${index}`}
              index={index}
              look={{ ...template, transform: `translateY(${start}px)` }}
              columns={columns}
              line={line}
              isActive={index === active}
              leadsOn={onOpen !== undefined || onMove !== undefined}
              onClick={() => {
                moveTo(line)
                onOpen?.(line)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Takes the keys where nothing else has them; in a dialog `data-autofocus` does. */
function useKeys(scroller: RefObject<HTMLElement | null>, takesFocus: boolean): void {
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) scroller.current?.focus()
  }, [scroller, takesFocus])
}

/** Which line is the clerk's; one that was gone to from outside is brought into sight. */
function useActiveLine<Line>(
  { lines, keyOf, startKey, onMove }: LineGridProps<Line>,
  bringIntoSight: (index: number) => void,
) {
  const [activeKey, setActiveKey] = useState(startKey)
  const found = lines.findIndex((line) => keyOf(line) === activeKey)
  const active = Math.max(0, found)
  useEffect(() => setActiveKey(startKey), [startKey])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going there from outside moves the list.
  useEffect(() => bringIntoSight(active), [activeKey === startKey])

  function moveTo(line: Line | undefined): void {
    if (line === undefined) return
    setActiveKey(keyOf(line))
    onMove?.(line)
  }
  return { active, moveTo }
}

function GridHeader<Line>({ columns, look }: { columns: readonly LineColumn<Line>[]; look: CSSProperties }) {
  return (
    <div role="row" aria-rowindex={1} className={`${classes.line} ${classes.header}`} style={look}>
      {columns.map(({ name, header, kind }) => (
        <span key={name} role="columnheader" className={kind && classes[kind]}>
          {header}
        </span>
      ))}
    </div>
  )
}

interface GridLineProps<Line> {
  ref: Ref<HTMLDivElement>
  id: string
  index: number
  look: CSSProperties
  columns: readonly LineColumn<Line>[]
  line: Line
  isActive: boolean
  leadsOn: boolean
  onClick: () => void
}

function GridLine<Line>({ ref, id, index, look, columns, line, isActive, leadsOn, onClick }: GridLineProps<Line>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it holds the focus and has the keys.
    <div
      ref={ref}
      id={id}
      data-index={index}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classes.line}
      data-active={isActive || undefined}
      data-opens={leadsOn || undefined}
      style={look}
      onClick={onClick}
    >
      {columns.map(({ name, kind, show }) => (
        <span key={name} role="gridcell" className={kind && classes[kind]}>
          {show(line)}
        </span>
      ))}
    </div>
  )
}
