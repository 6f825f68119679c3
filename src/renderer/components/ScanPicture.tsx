/** The picture of a scanned page: whole at first; Ctrl and the wheel bring it nearer, Ctrl+← and Ctrl+→ turn it. */

import { ActionIcon, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ScannedPage } from '../../contract/scans.ts'
import { SCANS_ORIGIN } from '../../contract/shell.ts'
import { useCommands } from '../commands/registry.ts'
import { useText } from '../text/language.ts'
import classes from './ScanPicture.module.css'

const STEPS = [1, 1.5, 2, 3, 4]
const TURNS = [0, 90, 180, 270] as const
export type QuarterTurn = (typeof TURNS)[number]

interface ScanPictureProps {
  page: ScannedPage
  /** How far it is turned clockwise. */
  turned: QuarterTurn
  onTurn: (turned: QuarterTurn) => void
}

export function ScanPicture({ page, turned, onTurn }: ScanPictureProps) {
  const text = useText().scans
  const [step, setStep] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const nearer = (by: number) => setStep((at) => Math.max(0, Math.min(STEPS.length - 1, at + by)))
  const turn = (by: number) => onTurn(TURNS[(TURNS.indexOf(turned) + by + TURNS.length) % TURNS.length] ?? 0)
  const tools = [
    { id: 'turnLeft', keys: 'mod+ArrowLeft', sign: '↺', label: text.turnLeft, run: () => turn(-1) },
    { id: 'turnRight', keys: 'mod+ArrowRight', sign: '↻', label: text.turnRight, run: () => turn(1) },
    { id: 'farther', keys: 'mod+[', sign: '−', label: text.farther, run: () => nearer(-1) },
    { id: 'nearer', keys: 'mod+]', sign: '+', label: text.nearer, run: () => nearer(1) },
  ]
  useCommands(
    tools.map(({ id, keys, label, run }) => {
      // In a field with words in it these keys go from word to word.
      const yieldsToFields = keys.includes('Arrow')
      return { id: `scans.${id}`, keys, label, run, yieldsToFields }
    }),
  )
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
  return (
    <div className={classes.picture}>
      <Group gap={4} className={classes.tools ?? ''}>
        {tools.map(({ id, sign, label, run }) => (
          <ActionIcon key={id} variant="default" size="sm" aria-label={label} title={label} onClick={run}>
            {sign}
          </ActionIcon>
        ))}
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys (WCAG 2.2, 2.1.1). */}
      <div ref={box} className={classes.sheet} tabIndex={0}>
        <Sheet page={page} turned={turned} wide={STEPS[step] ?? 1} />
      </div>
    </div>
  )
}

/** The sheet lies as it is turned; `wide` tells how many times as wide as its room. */
function Sheet({ page, turned, wide }: { page: ScannedPage; turned: QuarterTurn; wide: number }) {
  const text = useText().scans
  const [isBroken, setBroken] = useState(false)
  const [size, setSize] = useState({ width: 210, height: 297 })
  if (isBroken) return <Text m="md">{text.imageGone}</Text>
  const { width, height } = size
  const isOnItsSide = turned === 90 || turned === 270
  return (
    <div
      className={classes.paper}
      style={{
        width: `${wide * 100}%`,
        aspectRatio: isOnItsSide ? `${height} / ${width}` : `${width} / ${height}`,
      }}
    >
      <img
        src={`${SCANS_ORIGIN}/${page.imageSha256}.jpg`}
        alt={text.imageOf(page.sourceName, page.pageNumber)}
        style={{
          width: isOnItsSide ? `${(width / height) * 100}%` : '100%',
          transform: `translate(-50%, -50%) rotate(${turned}deg)`,
        }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize({ width: naturalWidth, height: naturalHeight })
        }
        onError={() => setBroken(true)}
      />
    </div>
  )
}
