/** The frame around every screen: navigation at the left, search at the top, the state of the ledger at the foot. */

import { AppShell, Button, Group, Kbd, SegmentedControl, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'

import { formatPeriod, nextPeriod, periodOf } from '../../domain/period.ts'
import { readableKeys, useCommands } from '../commands/registry.ts'
import { Icon } from '../components/Icon.tsx'
import { RouteLink } from '../components/RouteLink.tsx'
import { useOfficeQuery } from '../office-port/asking.ts'
import { useOffice } from '../office-port/OfficeProvider.tsx'
import { useScanner } from '../scanner/use-scanner.ts'
import { useLanguage, useText } from '../text/language.ts'
import { FileDrop } from './FileDrop.tsx'
import classes from './Frame.module.css'
import { OpenedPackage } from './OpenedPackage.tsx'
import { Palette } from './Palette.tsx'
import { ScanOffer } from './ScanOffer.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { SCREENS } from './screens.ts'

export function Frame({ children }: { children: ReactNode }) {
  const text = useText().frame
  const { data: office } = useOfficeQuery('office.describe', {})
  const isLost = useOffice().state === 'lost'
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [isPaletteOpen, palette] = useDisclosure(false)
  const [isSheetOpen, sheet] = useDisclosure(false)
  useScanner()
  const content = useRef<HTMLElement>(null)
  useCommands([
    { id: 'frame.find', keys: 'mod+K', label: text.palette.open, run: palette.open },
    { id: 'frame.reload', keys: 'F5', label: text.reload, run: () => void queryClient.invalidateQueries() },
    { id: 'frame.shortcuts', keys: 'mod+/', label: text.shortcuts.open, run: sheet.open },
    ...SCREENS.map(({ name, to, keys }) => ({
      id: `frame.go.${name}`,
      keys,
      label: text.screens[name],
      run: () => void navigate({ to }),
    })),
  ])
  const isPractice = office?.office?.isPractice === true
  return (
    <AppShell
      header={{ height: isPractice || isLost ? 70 : 44 }}
      navbar={{ width: 200, breakpoint: 0 }}
      footer={{ height: 26 }}
      padding={0}
      transitionDuration={0}
    >
      <AppShell.Header>
        <button type="button" className={classes.skip} onClick={() => content.current?.focus()}>
          {text.skipToContent}
        </button>
        <TopBar onFind={palette.open} onShortcuts={sheet.open} />
        {isLost ? (
          <div role="alert" className={classes.lost}>
            {text.officeLost}
          </div>
        ) : (
          isPractice && <div className={classes.practice}>{text.practice}</div>
        )}
      </AppShell.Header>
      <AppShell.Navbar aria-label={text.navigation} p={6}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} ref={content} tabIndex={-1}>
        {children}
      </AppShell.Main>
      <AppShell.Footer>
        <StatusBar />
      </AppShell.Footer>
      <FileDrop />
      <OpenedPackage />
      <ScanOffer onShow={palette.close} />
      <Palette isOpen={isPaletteOpen} onClose={palette.close} />
      <ShortcutSheet isOpen={isSheetOpen} onClose={sheet.close} />
    </AppShell>
  )
}

function TopBar({ onFind, onShortcuts }: { onFind: () => void; onShortcuts: () => void }) {
  const text = useText().frame
  const { language, speak } = useLanguage()
  const { data } = useOfficeQuery('office.describe', {})
  return (
    <Group h={44} px="sm" justify="space-between" wrap="nowrap" gap="md">
      <Group gap={8} wrap="nowrap" className={classes.brand}>
        <Text fw={700} c="lake.9" span>
          {text.productName}
        </Text>
        <Text size="sm" c="gray.7" truncate span>
          {data?.office?.officeName}
        </Text>
      </Group>
      <UnstyledButton className={classes.find} onClick={onFind}>
        <Icon name="search" size={16} />
        <span>{text.palette.open}</span>
        <Kbd size="xs">{readableKeys('mod+K')}</Kbd>
      </UnstyledButton>
      <Group gap="xs" wrap="nowrap">
        <Button variant="subtle" color="gray" c="gray.8" size="compact-sm" onClick={onShortcuts}>
          <Icon name="keyboard" />
          <Kbd size="xs" ml={6}>
            {readableKeys('mod+/')}
          </Kbd>
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={text.language.label}
          value={language}
          onChange={speak}
          data={[
            { value: 'vi', label: 'VI' },
            { value: 'en', label: 'EN' },
          ]}
        />
      </Group>
    </Group>
  )
}

function Navigation() {
  const text = useText().frame
  const path = useRouterState({ select: (state) => state.location.pathname })
  return SCREENS.map(({ name, to, keys, icon }) => (
    <RouteLink
      key={name}
      to={to}
      label={text.screens[name]}
      leftSection={<Icon name={icon} />}
      rightSection={<span className={classes.navigationKeys}>{readableKeys(keys)}</span>}
      active={path === to}
      aria-current={path === to ? 'page' : undefined}
      variant="light"
      className={classes.navigationLink}
    />
  ))
}

function StatusBar() {
  const text = useText()
  const { leave } = useOffice()
  const { data } = useOfficeQuery('office.describe', {})
  if (!data) return null
  const open = data.closedThrough ? nextPeriod(data.closedThrough) : periodOf(data.today)
  return (
    <div className={classes.status}>
      <span>{text.frame.status.period(formatPeriod(open))}</span>
      <span className={classes.ledger} title={data.ledgerFolder}>
        {text.frame.status.ledger}: {data.ledgerFolder}
      </span>
      <span>
        {text.frame.status.person}: {data.person?.fullName} ({data.person && text.trade.roles[data.person.role]}){' '}
        <button type="button" className={classes.leave} onClick={leave}>
          {text.frame.changePerson}
        </button>
      </span>
    </div>
  )
}
