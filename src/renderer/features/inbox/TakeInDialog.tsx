/** The packages that were chosen: each checked and told as a difference; what is confirmed is taken in. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Inbox.module.css'
import { PackageDetails } from './PackageDifference.tsx'
import { type ChosenPackage, isShut, toTakeIn } from './taking-in.ts'
import { useTakingIn } from './use-taking-in.ts'

/** A list of chosen packages is as high as its lines, up to so many. */
const LINES_SHOWN = 5
const LINE_HEIGHT = 31

export function TakeInDialog({ paths, onClose }: { paths: readonly string[]; onClose: () => void }) {
  const { taking: text, difference } = useText().inbox
  const { packages, takeIn, unlock, stop, isRunning, progress, failure } = useTakingIn(paths)
  const [shownPath, setShownPath] = useState(paths[0])
  const shown = packages.find(({ path }) => path === shownPath)
  const ready = toTakeIn(packages)

  function close(): void {
    stop()
    onClose()
  }
  async function confirm(): Promise<void> {
    const count = await takeIn()
    if (count > 0) notifications.show({ message: text.tookIn(showCount(count)), color: 'teal' })
    if (count === ready.length) onClose()
  }
  async function chooseIdentity(): Promise<void> {
    const file = await window.shell.chooseFile('identity')
    if (file) await unlock(file)
  }
  return (
    <Dialog opened onClose={close} title={text.title} size={900}>
      <Stack gap="sm">
        <div
          className={classes.chosen}
          style={{ height: (Math.min(packages.length, LINES_SHOWN) + 1) * LINE_HEIGHT + 2 }}
        >
          <ChosenList packages={packages} onMove={setShownPath} />
        </div>
        {isRunning && <JobProgress progress={progress} onCancel={stop} />}
        <FailureAlert failure={failure} />
        {shown?.preview && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by Tab, to be scrolled by keys.
          <section className={classes.details} tabIndex={0} aria-label={difference.scroller}>
            <PackageDetails preview={shown.preview} packages={packages} />
          </section>
        )}
        <Group justify="flex-end">
          {packages.some(isShut) && (
            <Button variant="default" disabled={isRunning} onClick={() => void chooseIdentity()}>
              {text.again}
            </Button>
          )}
          <CommandButton
            isRunning={isRunning}
            command={{
              id: 'inbox.confirm',
              keys: 'F8',
              label: ready.length === 0 && !isRunning ? text.nothing : text.take(showCount(ready.length)),
              run: () => void confirm(),
              isDisabled: ready.length === 0,
            }}
          />
        </Group>
      </Stack>
    </Dialog>
  )
}

interface ChosenListProps {
  packages: readonly ChosenPackage[]
  onMove: (path: string) => void
}

function ChosenList({ packages, onMove }: ChosenListProps) {
  const { taking: text } = useText().inbox
  const columns: readonly LineColumn<ChosenPackage>[] = [
    {
      name: 'package',
      header: text.columns.package,
      width: '170px',
      show: ({ path, preview }) => preview?.summary?.packageName ?? path.split(/[\\/]/).at(-1),
    },
    {
      name: 'office',
      header: text.columns.office,
      width: 'minmax(160px, 2fr)',
      show: ({ preview }) => preview?.summary?.officeName,
    },
    {
      name: 'month',
      header: text.columns.month,
      width: '72px',
      show: ({ preview }) => preview?.summary && formatPeriod(preview.summary.period),
    },
    {
      name: 'state',
      header: text.columns.state,
      width: 'minmax(190px, 1.6fr)',
      show: (chosen) => <State chosen={chosen} />,
    },
  ]
  return (
    <LineGrid
      label={text.packages}
      columns={columns}
      lines={packages}
      keyOf={({ path }) => path}
      takesFocus
      onMove={({ path }) => onMove(path)}
    />
  )
}

function State({ chosen: { step, preview } }: { chosen: ChosenPackage }) {
  const { inbox, trade } = useText()
  const { taking: text } = inbox
  if (step === 'waiting' || step === 'looking') return <Text size="sm">{text[step]}</Text>
  const isRefused = !preview || preview.state === 'faulty' || preview.state === 'fork'
  const color = isRefused ? STATE_COLORS.bad : step === 'taken' ? STATE_COLORS.good : STATE_COLORS.waiting
  const words = preview ? trade.packageStates[preview.state] : text.failed
  return (
    <Text size="sm" c={color}>
      {step === 'taken' ? text.taken : words}
    </Text>
  )
}
