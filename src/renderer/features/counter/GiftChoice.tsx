/** The gifts of the campaign for this household: which may be given now, on which paper, and which not. */

import { Radio, Stack, Text } from '@mantine/core'
import type { CardGift } from '../../../contract/gifts.ts'
import { useCommands } from '../../commands/registry.ts'
import { showAmount } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

interface GiftChoiceProps {
  gifts: readonly CardGift[]
  gift: CardGift
  onGift: (giftPackageId: string) => void
}

export function GiftChoice({ gifts, gift, onGift }: GiftChoiceProps) {
  const text = useText().counter
  const nextOne = gifts[(gifts.indexOf(gift) + 1) % gifts.length]
  const chooseNext = () => nextOne && onGift(nextOne.giftPackageId)
  const isAlone = gifts.length < 2
  useCommands([{ id: 'counter.nextGift', keys: 'F7', label: text.nextGift, run: chooseNext, isDisabled: isAlone }])
  return (
    <Radio.Group
      label={isAlone ? text.gifts : `${text.gifts} (F7)`}
      value={gift.giftPackageId}
      onChange={onGift}
      role="radiogroup"
    >
      <Stack gap={3} mt={2}>
        {gifts.map((one) => (
          <Radio
            key={one.giftPackageId}
            size="sm"
            value={one.giftPackageId}
            label={<GiftLine gift={one} isChosen={one === gift} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function GiftLine({ gift, isChosen }: { gift: CardGift; isChosen: boolean }) {
  const text = useText().counter
  const { name, valueDong, refusal, receipt } = gift
  // Why the chosen one is refused stands below in red.
  const state = refusal ? !isChosen && text.cannotGive : text.ready
  const paper = receipt && text.kitReceipt(receipt.documentNumber, receipt.position)
  return (
    <>
      <Text span fw={isChosen ? 700 : 400}>
        {name} – {showAmount(valueDong)}
      </Text>{' '}
      <Text span size="sm" c={refusal ? STATE_COLORS.bad : STATE_COLORS.good}>
        {[state, paper].filter(Boolean).join(', ')}
      </Text>
    </>
  )
}
