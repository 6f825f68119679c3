/** The picture of a page: whole at first, Ctrl and the wheel or + and − bring it nearer. */

import { ActionIcon, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ScannedPage } from '../../../contract/scans.ts'
import { SCANS_ORIGIN } from '../../../contract/shell.ts'
import { useCommands } from '../../commands/registry.ts'
import { useText } from '../../text/language.ts'
import classes from './Scans.module.css'

const STEPS = [1, 1.5, 2, 3, 4]

export function PageImage({ page }: { page: ScannedPage }) {
  const text = useText().scans
  const [step, setStep] = useState(0)
  const [isBroken, setBroken] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const nearer = (by: number) => setStep((at) => Math.max(0, Math.min(STEPS.length - 1, at + by)))
  useCommands([
    { id: 'scans.nearer', keys: 'mod+]', label: text.nearer, run: () => nearer(1) },
    { id: 'scans.farther', keys: 'mod+[', label: text.farther, run: () => nearer(-1) },
  ])
  useEffect(() => {
    const element = box.current
    function zoom(event: WheelEvent): void {
      if (!event.ctrlKey) return
      event.preventDefault()
      nearer(event.deltaY < 0 ? 1 : -1)
    }
    // Only a listener that is not passive may keep the window itself from growing.
    element?.addEventListener('wheel', zoom, { passive: false })
    return () => element?.removeEventListener('wheel', zoom)
  })
  const ending = page.imageType === 'image/png' ? 'png' : 'jpg'
  return (
    <div className={classes.picture}>
      <Group gap={4} className={classes.zoom ?? ''}>
        <ActionIcon variant="default" size="sm" aria-label={text.farther} onClick={() => nearer(-1)}>
          −
        </ActionIcon>
        <ActionIcon variant="default" size="sm" aria-label={text.nearer} onClick={() => nearer(1)}>
          +
        </ActionIcon>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys (WCAG 2.2, 2.1.1). */}
      <div ref={box} className={classes.sheet} tabIndex={0}>
        {isBroken ? (
          <Text m="md">{text.imageGone}</Text>
        ) : (
          <img
            src={`${SCANS_ORIGIN}/${page.imageSha256}.${ending}`}
            alt={text.imageOf(page.sourceName, page.pageNumber)}
            style={{ width: `${(STEPS[step] ?? 1) * 100}%` }}
            onError={() => setBroken(true)}
          />
        )}
      </div>
    </div>
  )
}
