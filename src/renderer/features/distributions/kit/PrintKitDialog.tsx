/** What of a kit is printed and on which paper; or receipts again, from the number where a printer jammed. */

import { Checkbox, Fieldset, Group, NumberInput, Radio, Stack } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { useText } from '../../../text/language.ts'
import { KIT_LAYOUTS, KIT_PARTS, type KitLayout, type KitPart, type KitPrinting } from './use-kit-printing.ts'

interface PrintKitDialogProps {
  event: DistributionEvent
  printing: KitPrinting
  onClose: () => void
}

export function PrintKitDialog({ event, printing, onClose }: PrintKitDialogProps) {
  const { kit } = useText().distributions
  const [layout, setLayout] = useKitLayout()
  return (
    <Dialog opened onClose={onClose} title={kit.printTitle} size={520}>
      <Stack gap="sm">
        <Radio.Group label={kit.layout} value={layout} onChange={(chosen) => setLayout(layoutNamed(chosen))}>
          <Stack gap={4} mt={4}>
            {KIT_LAYOUTS.map((one) => (
              <Radio key={one} value={one} label={kit.layouts[one]} />
            ))}
          </Stack>
        </Radio.Group>
        <Parts
          hasBlanks={(event.kit?.spareCount ?? 0) > 0}
          onMake={(parts) => {
            onClose()
            void printing.makeKit(event.eventId, layout, parts)
          }}
        />
        <Again
          onMake={(from, to) => {
            onClose()
            void printing.makeAgain(event, layout, from, to)
          }}
        />
      </Stack>
    </Dialog>
  )
}

/** The choice depends on the printers of this computer, so it is kept on it. */
function useKitLayout() {
  return useLocalStorage<KitLayout>({
    key: 'kitLayout',
    defaultValue: 'A5TwoUp',
    getInitialValueInEffect: false,
    deserialize: layoutNamed,
    serialize: (layout) => layout,
  })
}

function layoutNamed(name: string | undefined): KitLayout {
  return KIT_LAYOUTS.find((layout) => layout === name) ?? 'A5TwoUp'
}

function Parts({ hasBlanks, onMake }: { hasBlanks: boolean; onMake: (parts: KitPart[]) => void }) {
  const { kit } = useText().distributions
  const offered = KIT_PARTS.filter((part) => part !== 'blanks' || hasBlanks)
  const [chosen, setChosen] = useState<readonly KitPart[]>(KIT_PARTS)
  const parts = offered.filter((part) => chosen.includes(part))
  return (
    <Checkbox.Group
      label={kit.parts}
      error={parts.length === 0 ? kit.choosePart : null}
      value={parts}
      onChange={(names) => setChosen(offered.filter((part) => names.includes(part)))}
    >
      <Stack gap={4} mt={4}>
        {offered.map((part) => (
          <Checkbox key={part} value={part} label={kit.partNames[part]} />
        ))}
      </Stack>
      <Group justify="flex-end">
        <CommandButton
          data-autofocus
          command={{
            id: 'distributions.makeKit',
            keys: 'F9',
            label: kit.make,
            run: () => onMake(parts),
            isDisabled: parts.length === 0,
          }}
        />
      </Group>
    </Checkbox.Group>
  )
}

function Again({ onMake }: { onMake: (from: number, to: number | null) => void }) {
  const { kit } = useText().distributions
  const [from, setFrom] = useState<number | string>('')
  const [to, setTo] = useState<number | string>('')
  const make = () => typeof from === 'number' && onMake(from, typeof to === 'number' ? to : null)
  const numbers = [
    { label: kit.again, value: from, onChange: setFrom },
    { label: kit.againTo, value: to, onChange: setTo },
  ]
  return (
    <FormFlow onSubmit={make}>
      <Fieldset legend={kit.againHint} p="xs">
        <Group gap="xs" align="flex-end">
          {numbers.map((field) => (
            <NumberInput
              key={field.label}
              w={120}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              min={1}
              {...field}
            />
          ))}
          <CommandButton
            data-submit
            variant="default"
            command={{
              id: 'distributions.makeAgain',
              keys: 'F8',
              label: kit.makeAgain,
              run: make,
              isDisabled: typeof from !== 'number',
            }}
          />
        </Group>
      </Fieldset>
    </FormFlow>
  )
}
