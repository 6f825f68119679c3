/** Kho: what lies where on any day, and the numbered slips that moved it there. */

import { Group, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { type Day, isDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { CountForm } from './CountForm.tsx'
import { ItemCard } from './ItemCard.tsx'
import { OnHand } from './OnHand.tsx'
import { SlipForm } from './SlipForm.tsx'
import { Slips } from './Slips.tsx'
import classes from './Stock.module.css'
import { STOCK_TABS, type StockView } from './stock-view.ts'

const route = getRouteApi('/stock')

export function Stock() {
  const { data: office } = useOfficeQuery('office.describe', {})
  return office ? <Screen today={office.today} mayMove={office.rights.includes('stock.move')} /> : null
}

function Screen({ today, mayMove }: { today: Day; mayMove: boolean }) {
  const text = useText().stock
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const show = (change: StockView) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const { tab = 'onHand', on = today, form, itemId } = view
  const { data: known, error } = useOfficeQuery('stock.places', {})
  const { data: lying, error: lyingError } = useOfficeQuery('stock.onHand', { on }, { keeps: true })
  const isCovered = form !== undefined || itemId !== undefined
  const item = known?.items.find((one) => one.itemId === itemId)
  const close = () => show({ form: undefined, itemId: undefined })
  return (
    <section className={classes.screen} aria-labelledby="stock-title">
      <Head onForm={(next) => show({ form: next })} isReady={known !== undefined} mayMove={mayMove} />
      <div className={classes.tabsLine}>
        <Tabs value={tab} onChange={(next) => show({ tab: STOCK_TABS.find((one) => one === next) })}>
          <Tabs.List>
            {STOCK_TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {text.tabs[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {tab === 'onHand' && <DayOfStock on={on} today={today} onChange={(next) => show({ on: next })} />}
      </div>
      <FailureAlert failure={error?.failure ?? lyingError?.failure} m="md" />
      {tab === 'slips' && <Slips today={today} mayMove={mayMove} takesFocus={!isCovered} />}
      {tab === 'onHand' && known && lying && (
        <OnHand
          places={known.places}
          onHand={lying.onHand}
          takesFocus={!isCovered}
          onOpen={(opened) => show({ itemId: opened })}
        />
      )}
      {known && form === 'count' && (
        <CountForm today={today} on={on} places={known.places} items={known.items} onClose={close} />
      )}
      {known && form && form !== 'count' && (
        <SlipForm key={form} route={form} today={today} places={known.places} items={known.items} onClose={close} />
      )}
      {known && lying && item && (
        <ItemCard
          item={item}
          places={known.places}
          placeId={lying.onHand.find((line) => line.item.itemId === itemId)?.placeId ?? null}
          on={on}
          today={today}
          onClose={close}
        />
      )}
    </section>
  )
}

interface DayOfStockProps {
  on: Day
  today: Day
  onChange: (on: Day) => void
}

function DayOfStock({ on, today, onChange }: DayOfStockProps) {
  const text = useText().stock
  return (
    <div className={classes.day}>
      <Text size="sm" component="label" htmlFor="stock-day">
        {text.on}
      </Text>
      <DayInput
        id="stock-day"
        size="xs"
        value={on}
        today={today}
        onChange={(typed) => isDay(typed) && onChange(typed)}
      />
    </div>
  )
}

interface HeadProps {
  onForm: (form: StockView['form']) => void
  isReady: boolean
  mayMove: boolean
}

function Head({ onForm, isReady, mayMove }: HeadProps) {
  const text = useText().stock
  const open = (form: NonNullable<StockView['form']>, keys: string) => ({
    id: `stock.${form}`,
    keys,
    label: text[form],
    run: () => onForm(form),
    isDisabled: !isReady || !mayMove,
  })
  return (
    <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
      <Title order={1} id="stock-title">
        {text.title}
      </Title>
      <Group gap="xs" wrap="nowrap">
        <CommandButton variant="default" command={open('count', 'F9')} />
        <CommandButton variant="default" command={open('back', 'F8')} />
        <CommandButton command={open('out', 'F7')} />
        <CommandButton command={open('in', 'F6')} />
      </Group>
    </Group>
  )
}
