/** Above a page: its number, the paper that begins there, and how large it is shown. */

import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '../../text/language.ts'
import { withoutDiacritics } from '../CategorySelect.tsx'
import { showCount } from '../formats.ts'
import classes from './PaperPreview.module.css'
import { pageTyped, type Zoom } from './page-view.ts'
import { type PaperMark, paperAt } from './print-parts.ts'

interface PreviewToolsProps {
  number: number
  pageCount: number
  papers: readonly PaperMark[]
  turnTo: (page: number) => void
  zoom: Zoom
  percent: number
  setZoom: (zoom: Zoom) => void
  zoomBy: (direction: 1 | -1) => void
}

export function PreviewTools(props: PreviewToolsProps) {
  const { number, pageCount, papers, turnTo } = props
  const { papers: text } = useText()
  return (
    <div className={classes.tools}>
      <Group gap={4} wrap="nowrap">
        <ToolButton sign="‹" label={text.previousPage} run={() => turnTo(number - 1)} isOff={number <= 1} />
        <PageNumber number={number} pageCount={pageCount} turnTo={turnTo} />
        <Text size="sm">/ {showCount(pageCount)}</Text>
        <ToolButton sign="›" label={text.nextPage} run={() => turnTo(number + 1)} isOff={number >= pageCount} />
      </Group>
      {papers.length > 1 && (
        <PaperSelect
          className={classes.paper ?? ''}
          papers={papers}
          page={number}
          onChoose={turnTo}
          aria-label={text.toPaper}
          placeholder={text.toPaper}
          size="xs"
        />
      )}
      <ZoomTools {...props} />
    </div>
  )
}

function ZoomTools({ zoom, percent, setZoom, zoomBy }: PreviewToolsProps) {
  const { papers: text } = useText()
  const fitTo = (to: 'page' | 'width', label: string) => (
    <Button
      size="compact-sm"
      variant={zoom === to ? 'light' : 'default'}
      aria-pressed={zoom === to}
      onClick={() => setZoom(to)}
    >
      {label}
    </Button>
  )
  return (
    <Group gap={4} wrap="nowrap" ml="auto">
      <ToolButton sign="−" label={text.smaller} run={() => zoomBy(-1)} />
      <Text size="sm" w={40} ta="center">
        {percent}%
      </Text>
      <ToolButton sign="+" label={text.larger} run={() => zoomBy(1)} />
      {fitTo('page', text.wholePage)}
      {fitTo('width', text.pageWidth)}
    </Group>
  )
}

interface ToolButtonProps {
  sign: string
  label: string
  run: () => void
  isOff?: boolean
}

function ToolButton({ sign, label, run, isOff = false }: ToolButtonProps) {
  return (
    <ActionIcon variant="default" size="sm" aria-label={label} title={label} onClick={run} disabled={isOff}>
      {sign}
    </ActionIcon>
  )
}

function PageNumber({ number, pageCount, turnTo }: Pick<PreviewToolsProps, 'number' | 'pageCount' | 'turnTo'>) {
  const { papers: text } = useText()
  const [typed, setTyped] = useState(String(number))
  useEffect(() => setTyped(String(number)), [number])
  function go(): void {
    const page = pageTyped(typed, pageCount)
    if (page === null) setTyped(String(number))
    else turnTo(page)
  }
  return (
    <TextInput
      className={classes.pageNumber ?? ''}
      size="xs"
      aria-label={text.pageNumber}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        go()
      }}
    />
  )
}

interface PaperSelectProps {
  papers: readonly PaperMark[]
  page: number | null
  onChoose: (page: number) => void
  className?: string
  size?: 'xs' | 'sm'
  label?: string
  placeholder: string
  'aria-label'?: string
}

/** A paper by its number or name, typed without diacritics. */
export function PaperSelect({ papers, page, onChoose, ...looks }: PaperSelectProps) {
  const shown = page === null ? null : paperAt(papers, page)
  const choose = (index: string | null) => {
    const paper = index === null ? undefined : papers[Number(index)]
    if (paper) onChoose(paper.page)
  }
  return (
    <Select
      {...looks}
      data={papers.map(({ title }, index) => ({ value: String(index), label: title }))}
      value={shown && String(papers.indexOf(shown))}
      onChange={choose}
      filter={withoutDiacritics}
      limit={50}
      // What is typed finds another paper, instead of growing the name of this one.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      searchable
      openOnFocus
      allowDeselect={false}
      autoComplete="off"
      comboboxProps={{ withinPortal: true }}
    />
  )
}
