/** What no screen took of the scanner: told above everything, with the next step one key away. */

import { CloseButton, Group, Paper, Portal, Text } from '@mantine/core'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { CommandButton } from '../commands/CommandButton.tsx'
import { useOfficeQuery } from '../office-port/asking.ts'
import { type Scan, useUntakenScan } from '../scanner/scans.ts'
import { leaveScan } from '../scanner/waiting-scan.ts'
import { useText } from '../text/language.ts'
import classes from './ScanOffer.module.css'
import { offerOf, type ScanChoice } from './scan-offer.ts'

/** Long enough to read it and to look at the person with the card. */
const SHOWN_MILLISECONDS = 30_000

/** `onShow` is called with each, so that what lies over the screen makes way. */
export function ScanOffer({ onShow }: { onShow: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const isAtCounter = useRouterState({ select: ({ location }) => location.pathname === '/counter' })
  const { data: office } = useOfficeQuery('office.describe', {})
  const [scan, setScan] = useState<Scan | null>(null)
  useUntakenScan((untaken) => {
    onShow()
    setScan(untaken)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next scan has its own time.
  useEffect(() => {
    const forget = setTimeout(() => setScan(null), SHOWN_MILLISECONDS)
    return () => clearTimeout(forget)
  }, [scan])
  if (!scan || !office) return null

  function choose(choice: ScanChoice, chosen: Scan): void {
    setScan(null)
    if (choice.kind === 'repair') return void navigate({ to: '/repairs', search: { repairId: choice.repairId } })
    if (choice.kind === 'register') {
      leaveScan(chosen)
      return void navigate({ to: '/households', search: { register: true } })
    }
    const { householdId } = choice
    if (isAtCounter) return void navigate({ to: '/counter', search: (view) => ({ ...view, householdId }) })
    void navigate({ to: '/households', search: { householdId } })
  }
  const { title, detail, choices } = offerOf(scan, text, office.rights.includes('household.write'))
  return (
    <Portal>
      <Paper role="status" shadow="md" p="sm" withBorder className={classes.offer ?? ''}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={700}>{title}</Text>
          <CloseButton size="sm" aria-label={text.components.close} onClick={() => setScan(null)} />
        </Group>
        <Text size="sm">{detail}</Text>
        <Group gap="xs" mt={choices.length > 0 ? 8 : 0}>
          {choices.map((choice, index) => (
            <CommandButton
              key={choice.label}
              size="compact-sm"
              variant={index === 0 ? 'filled' : 'default'}
              command={{
                id: `scan.choose.${index}`,
                keys: index === 0 ? 'F12' : null,
                label: choice.label,
                run: () => choose(choice, scan),
              }}
            />
          ))}
        </Group>
      </Paper>
    </Portal>
  )
}
