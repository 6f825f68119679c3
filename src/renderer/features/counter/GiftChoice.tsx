/** Which gift package a household gets, and who takes it: the head of the household, or somebody for them. */

import { SegmentedControl, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { Campaign } from '../../../contract/gifts.ts'
import { useCommands } from '../../commands/registry.ts'
import { fieldErrors } from '../../components/form-errors.ts'
import { showAmount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'

export type Recipient = Input<'gifts.handOver'>['recipient']
type Proxy = Extract<Recipient, { kind: 'proxy' }>

interface GiftChoiceProps {
  giftPackages: Campaign['giftPackages']
  giftPackageId: string
  recipient: Recipient
  failure: Failure | null
  onPackage: (giftPackageId: string) => void
  onRecipient: (recipient: Recipient) => void
}

export function GiftChoice(props: GiftChoiceProps) {
  const { giftPackages, giftPackageId, recipient, failure, onPackage, onRecipient } = props
  const text = useText().counter
  const isProxy = recipient.kind === 'proxy'
  const switchRecipient = () =>
    onRecipient(isProxy ? { kind: 'headOfHousehold' } : { kind: 'proxy', fullName: '', relation: '', paper: '' })
  useCommands([{ id: 'counter.recipient', keys: 'F4', label: text.switchRecipient, run: switchRecipient }])
  const packages = giftPackages.map(({ giftPackageId: value, name, valueDong }) => ({
    value,
    label: `${name} – ${showAmount(valueDong)}`,
  }))
  return (
    <Stack gap="xs">
      <Select
        label={text.giftPackage}
        data={packages}
        value={giftPackageId}
        allowDeselect={false}
        onChange={(id) => id && onPackage(id)}
      />
      <SegmentedControl
        aria-label={text.recipient}
        value={recipient.kind}
        onChange={switchRecipient}
        data={[
          { value: 'headOfHousehold', label: text.head },
          { value: 'proxy', label: `${text.proxy} (F4)` },
        ]}
      />
      {isProxy && <ProxyFields proxy={recipient} failure={failure} onProxy={onRecipient} />}
    </Stack>
  )
}

interface ProxyFieldsProps {
  proxy: Proxy
  failure: Failure | null
  onProxy: (proxy: Proxy) => void
}

function ProxyFields({ proxy, failure, onProxy }: ProxyFieldsProps) {
  const text = useText()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const errors = fieldErrors(text, failure)
  const field = (name: 'fullName' | 'relation' | 'paper') => ({
    autoComplete: 'off',
    spellCheck: false,
    value: proxy[name] ?? '',
    error: errors[`recipient.${name}`],
    onChange: (event: { currentTarget: { value: string } }) => onProxy({ ...proxy, [name]: event.currentTarget.value }),
  })
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={4}>
      <TextInput ref={first} label={text.counter.proxyName} withAsterisk {...field('fullName')} />
      <TextInput label={text.counter.proxyRelation} withAsterisk {...field('relation')} />
      <TextInput label={text.counter.proxyPaper} {...field('paper')} />
    </SimpleGrid>
  )
}
