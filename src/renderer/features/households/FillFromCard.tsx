/**
 * Fills the form of a household from an ID card: scanned wherever the focus is, read off a picture, or brought along
 * when the form was opened for it. Says at once where the card is somebody else's.
 */

import { Alert, Group, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useState } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { citizenIdFacts, maskCitizenId } from '../../../domain/citizen-id.ts'
import type { IdCard } from '../../../domain/id-card.ts'
import { isSameName } from '../../../domain/vietnamese.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { tellHousehold } from '../../components/formats.ts'
import { type Scan, useScan } from '../../scanner/scans.ts'
import { useCardPicture } from '../../scanner/use-scanner.ts'
import { takeWaitingScan } from '../../scanner/waiting-scan.ts'
import { useText } from '../../text/language.ts'
import type { Text as Texts } from '../../text/texts.ts'
import type { HouseholdValues } from './household-values.ts'

interface FillFromCardProps {
  form: UseFormReturnType<HouseholdValues>
  /** Null while a new one is registered. */
  household: HouseholdDetail | null
  /** Leaves the form for the household that the card is of. */
  onOpen: (householdId: string) => void
}

export function FillFromCard({ form, household, onOpen }: FillFromCardProps) {
  const text = useText()
  const words = text.scanner
  const picture = useCardPicture()
  const [scan, setScan] = useState<Scan | null>(null)
  const [told, setTold] = useState<string[]>([])

  function take(scanned: Scan | null): boolean {
    const card = scanned && cardOf(scanned)
    if (!card) return false
    // Told by what stood in the form before it was filled.
    setTold(tell(scanned, card, household, form.getValues(), text))
    setScan(scanned)
    if (!isOfAnother(scanned, household)) fill(form, card, scanned.household !== null)
    return true
  }
  useScan(take)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was brought along is taken once, when the form opens.
  useEffect(() => void take(takeWaitingScan()), [])

  async function choose(): Promise<void> {
    const file = await window.shell.chooseFile('idCard')
    if (file) await picture.read(file)
  }
  const other = scan && isOfAnother(scan, household) ? scan.household : null
  return (
    <>
      <Group gap="sm">
        <CommandButton
          size="compact-sm"
          variant="default"
          isRunning={picture.isReading}
          command={{ id: 'household.readCard', keys: 'mod+O', label: words.fill.readPicture, run: () => void choose() }}
        />
        <Text size="xs" c="gray.7">
          {words.fill.hint}
        </Text>
      </Group>
      <FailureAlert failure={picture.failure} />
      {told.length > 0 && (
        <Alert role="status" color={other ? 'red' : 'lake'} variant="light" py={6}>
          {told.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
          {other && !household && (
            <CommandButton
              mt={4}
              size="compact-sm"
              variant="default"
              command={{
                id: 'household.openOther',
                keys: 'F12',
                label: words.open,
                run: () => onOpen(other.householdId),
              }}
            />
          )}
        </Alert>
      )}
    </>
  )
}

/** Of a bare citizen ID as much is known as the number says. */
function cardOf({ reading }: Scan): (Pick<IdCard, 'citizenId'> & Partial<IdCard>) | null {
  if (reading.kind === 'idCard') return reading.card
  return reading.kind === 'citizenId' ? { citizenId: reading.citizenId } : null
}

type Card = NonNullable<ReturnType<typeof cardOf>>

function isOfAnother(scan: Scan, household: HouseholdDetail | null): boolean {
  return scan.household !== null && scan.household.householdId !== household?.householdId
}

/** Numbers and year are the card's; name and address stay where somebody has written them. */
function fill(form: UseFormReturnType<HouseholdValues>, card: Card, isKept: boolean): void {
  const values = form.getValues()
  if (!isKept) form.setFieldValue('citizenId', card.citizenId)
  if (card.oldIdNumber) form.setFieldValue('oldIdNumber', card.oldIdNumber)
  const birthYear = citizenIdFacts(card.citizenId)?.birthYear
  if (birthYear) form.setFieldValue('birthYear', birthYear)
  if (card.fullName && values.headOfHousehold.trim() === '') form.setFieldValue('headOfHousehold', card.fullName)
  if (card.residence && values.addressText.trim() === '') form.setFieldValue('addressText', card.residence)
  // A field that was filled is a new one on the screen: the keys go to the first that is still to be written.
  setTimeout(() => {
    const next = (['headOfHousehold', 'phone'] as const).find((name) => form.getValues()[name] === '')
    form.getInputNode(next ?? 'customerCode')?.focus()
  })
}

function tell(
  scan: Scan,
  card: Card,
  household: HouseholdDetail | null,
  values: HouseholdValues,
  text: Texts,
): string[] {
  const words = text.scanner.fill
  const masked = maskCitizenId(card.citizenId)
  if (scan.household && isOfAnother(scan, household)) return [words.taken(masked, tellHousehold(scan.household))]
  const told = [scan.household ? words.sameHousehold : words.filled(masked)]
  const kept = household?.maskedCitizenId
  if (!scan.household && kept) told.push(words.replaces(kept))
  const name = values.headOfHousehold
  if (card.fullName && name.trim() !== '' && !isSameName(card.fullName, name)) told.push(words.otherName(card.fullName))
  const others = scan.candidates.filter(({ householdId }) => householdId !== household?.householdId)
  if (others.length > 0) told.push(words.maybeKnown(others.map(tellHousehold).join(' · ')))
  return told
}
