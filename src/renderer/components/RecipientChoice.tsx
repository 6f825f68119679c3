/** Who takes the gift: the head of the household, or somebody for them, with the relation and the paper shown. */

import { Autocomplete, SegmentedControl, SimpleGrid, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../contract/contract.ts'
import type { Failure } from '../../contract/failure.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { useCommands } from '../commands/registry.ts'
import { useText } from '../text/language.ts'
import { withoutDiacritics } from './CategorySelect.tsx'
import { fieldErrors } from './form-errors.ts'

export type Recipient = Input<'gifts.handOver'>['recipient']
type Proxy = Extract<Recipient, { kind: 'proxy' }>
type Members = Output<'gifts.card'>['members']

interface RecipientChoiceProps {
  recipient: Recipient
  members: Members
  failure: Failure | null
  onRecipient: (recipient: Recipient) => void
}

export function RecipientChoice({ recipient, members, failure, onRecipient }: RecipientChoiceProps) {
  const text = useText().counter
  const isProxy = recipient.kind === 'proxy'
  const switchRecipient = () =>
    onRecipient(isProxy ? { kind: 'headOfHousehold' } : { kind: 'proxy', fullName: '', relation: '', paper: '' })
  useCommands([{ id: 'counter.recipient', keys: 'F4', label: text.switchRecipient, run: switchRecipient }])
  return (
    <>
      <SegmentedControl
        aria-label={text.recipient}
        value={recipient.kind}
        onChange={switchRecipient}
        data={[
          { value: 'headOfHousehold', label: text.head },
          { value: 'proxy', label: `${text.proxy} (F4)` },
        ]}
      />
      {isProxy && <ProxyFields proxy={recipient} members={members} failure={failure} onProxy={onRecipient} />}
    </>
  )
}

interface ProxyFieldsProps {
  proxy: Proxy
  members: Members
  failure: Failure | null
  onProxy: (proxy: Proxy) => void
}

function ProxyFields({ proxy, members, failure, onProxy }: ProxyFieldsProps) {
  const text = useText()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const errors = fieldErrors(text, failure)
  const common = (name: 'fullName' | 'relation' | 'paper') => ({
    autoComplete: 'off',
    spellCheck: false,
    value: proxy[name] ?? '',
    error: errors[`recipient.${name}`],
  })
  const typed = (name: 'relation' | 'paper') => ({
    ...common(name),
    onChange: (event: { currentTarget: { value: string } }) => onProxy({ ...proxy, [name]: event.currentTarget.value }),
  })
  /** Somebody of the household brings the relation along. */
  function name(fullName: string): void {
    const member = members.find((one) => one.fullName === fullName)
    onProxy({ ...proxy, fullName, relation: member?.relation ?? proxy.relation })
  }
  const names = [...new Set(members.map(({ fullName }) => fullName))]
  // A list that has nothing to offer is closed, so that Enter goes on to the next field.
  const [isListOpen, setListOpen] = useState(false)
  const sought = searchKey(proxy.fullName)
  const hasOffer = names.some((fullName) => searchKey(fullName).includes(sought) && fullName !== proxy.fullName)
  const relationOf = new Map(members.map(({ fullName, relation }) => [fullName, relation]))
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={4}>
      <Autocomplete
        ref={first}
        label={text.counter.proxyName}
        placeholder={members.length > 0 ? text.counter.proxyNameHint : undefined}
        withAsterisk
        data={names}
        filter={withoutDiacritics}
        selectFirstOptionOnChange
        dropdownOpened={isListOpen && hasOffer}
        onDropdownOpen={() => setListOpen(true)}
        onDropdownClose={() => setListOpen(false)}
        comboboxProps={{ width: 290, position: 'bottom-start' }}
        renderOption={({ option }) => [option.value, relationOf.get(option.value)].filter(Boolean).join(' – ')}
        {...common('fullName')}
        onChange={name}
      />
      <TextInput label={text.counter.proxyRelation} withAsterisk {...typed('relation')} />
      <TextInput label={text.counter.proxyPaper} {...typed('paper')} />
    </SimpleGrid>
  )
}
