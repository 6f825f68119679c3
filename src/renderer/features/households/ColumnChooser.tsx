/** Which columns the list shows, in which order and how wide: by mouse, or all of it by keys. */

import { ActionIcon, Button, Checkbox, Group, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { RegistryColumn } from '../../../contract/households.ts'
import { ToolPopover } from '../../components/ToolPopover.tsx'
import { useText } from '../../text/language.ts'
import classes from './Households.module.css'
import {
  type ColumnPlace,
  leastWidthOf,
  moveColumn,
  placeColumn,
  resizeColumn,
  showColumn,
  WIDTH_STEP_PX,
} from './registry-columns.ts'
import type { ColumnArranging } from './use-column-layout.ts'

export function ColumnChooser({ arranging }: { arranging: ColumnArranging }) {
  const words = useText().households.columnChooser
  return (
    <ToolPopover command={{ id: 'households.columns', keys: null, label: words.open }} label={words.title} width={340}>
      {() => (
        <>
          <Text size="xs" c="gray.7" mb={6}>
            {words.note}
          </Text>
          <Places arranging={arranging} />
          <Button size="compact-sm" variant="subtle" mt={6} onClick={arranging.reset}>
            {words.reset}
          </Button>
        </>
      )}
    </ToolPopover>
  )
}

function Places({ arranging }: { arranging: ColumnArranging }) {
  const { layout, arrange } = arranging
  const [dragged, setDragged] = useState<RegistryColumn | null>(null)
  return (
    <ol className={classes.places}>
      {layout.map((place, at) => (
        <li
          key={place.name}
          className={classes.place}
          data-dragged={dragged === place.name || undefined}
          draggable={at > 0}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(place.name)
          }}
          onDragOver={(event) => {
            event.preventDefault()
            if (dragged && dragged !== place.name) arrange(placeColumn(layout, dragged, place.name))
          }}
          onDragEnd={() => setDragged(null)}
        >
          <Place place={place} at={at} arranging={arranging} />
        </li>
      ))}
    </ol>
  )
}

function Place({ place, at, arranging }: { place: ColumnPlace; at: number; arranging: ColumnArranging }) {
  const { columns, columnChooser: words } = useText().households
  const { layout, arrange } = arranging
  const { name } = place
  const label = columns[name]
  const move = (step: -1 | 1) => arrange(moveColumn(layout, name, step))
  const widen = (step: -1 | 1) => arrange(resizeColumn(layout, name, leastWidthOf(place) + step * WIDTH_STEP_PX))

  function onKeyDown(event: KeyboardEvent): void {
    const act = {
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      ArrowLeft: () => widen(-1),
      ArrowRight: () => widen(1),
    }[event.key]
    if (!event.altKey || !act) return
    event.preventDefault()
    act()
  }
  const button = (sign: string, title: string, run: () => void, isDisabled = false) => (
    <ActionIcon
      variant="transparent"
      c={isDisabled ? 'gray.5' : 'gray.8'}
      size={22}
      tabIndex={-1}
      aria-label={title}
      title={title}
      disabled={isDisabled}
      onClick={run}
    >
      {sign}
    </ActionIcon>
  )
  return (
    <>
      <Checkbox
        size="xs"
        label={label}
        checked={place.isShown}
        disabled={at === 0}
        onChange={(event) => arrange(showColumn(layout, name, event.currentTarget.checked))}
        onKeyDown={onKeyDown}
      />
      <Group gap={0} wrap="nowrap">
        {button('−', words.narrower(label), () => widen(-1))}
        {button('+', words.wider(label), () => widen(1))}
        {button('↑', words.moveUp(label), () => move(-1), at <= 1)}
        {button('↓', words.moveDown(label), () => move(1), at === 0 || at === layout.length - 1)}
      </Group>
    </>
  )
}
