/** What the household had of the campaign, and when; each receipt can be printed again or voided. */

import { Button, Group, Stack, Text } from '@mantine/core'
import type { Handover } from '../../../contract/gifts.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { formatDay } from '../../../domain/day.ts'
import { showInstant } from '../../components/formats.ts'
import { KeptScanButton } from '../../components/KeptScan.tsx'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import type { ReceiptPrinting } from './receipt-printing.ts'

interface HouseholdHandoversProps {
  handovers: readonly Handover[]
  campaign: { campaignId: string }
  printing: ReceiptPrinting
  rights: OfficeDescription['rights']
  onVoid: (handover: Handover) => void
}

export function HouseholdHandovers({ handovers, campaign, printing, rights, onVoid }: HouseholdHandoversProps) {
  const text = useText().counter
  return (
    <div>
      <Text size="sm" fw={600}>
        {text.had}
      </Text>
      {handovers.length === 0 && (
        <Text size="sm" c="gray.7">
          {text.hadNothing}
        </Text>
      )}
      <Stack gap={4}>
        {handovers.map((handover) => {
          const { receiptId, documentNumber, voidedOn } = handover
          return (
            <div key={handover.handoverId}>
              <Told handover={handover} />
              <Group gap={4}>
                <KeptScanButton kind="handoverReceipt" documentId={receiptId} documentNumber={documentNumber} />
                {voidedOn ? (
                  <Button size="compact-xs" variant="default" onClick={() => printing.printVoidSlip(receiptId)}>
                    {text.printVoidSlip}
                  </Button>
                ) : (
                  <>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={text.reprintOne(documentNumber)}
                      onClick={() => printing.print(campaign.campaignId, receiptId)}
                    >
                      {text.reprint}
                    </Button>
                    {rights.includes('gift.void') && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={text.voidOne(documentNumber)}
                        onClick={() => onVoid(handover)}
                      >
                        {text.voidDo}…
                      </Button>
                    )}
                  </>
                )}
              </Group>
            </div>
          )
        })}
      </Stack>
    </div>
  )
}

function Told({ handover }: { handover: Handover }) {
  const text = useText().counter
  const { documentNumber, giftPackageName, handedOverOn, recordedAt, recipientName, handedOverBy } = handover
  const { voidedOn, voidReason, overruledBecause } = handover
  const facts = [formatDay(handedOverOn), showInstant(recordedAt).slice(-5), recipientName, handedOverBy]
  return (
    <>
      <Text size="sm" td={voidedOn ? 'line-through' : undefined} className={classes.told ?? ''}>
        <strong>{documentNumber}</strong> · {giftPackageName} · {facts.join(' · ')}
      </Text>
      {voidedOn && <Text size="sm">{text.voidedWhy(formatDay(voidedOn), voidReason ?? '')}</Text>}
      {overruledBecause && <Text size="sm">{text.extra(overruledBecause)}</Text>}
    </>
  )
}
