/** The fields of each step of the first run. */

import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { rolesWith } from '../../../domain/role.ts'
import { useText } from '../../text/language.ts'
import classes from './FirstRun.module.css'

export type OfficeField =
  | 'officeCode'
  | 'officeName'
  | 'parentOrganisation'
  | 'place'
  | 'signerTitle'
  | 'signerName'
  | 'fullName'
  | 'role'

export interface FieldProps {
  value: string
  /** Mantine's form takes a value or an event alike. */
  onChange: (change: unknown) => void
  error: ReactNode
  withAsterisk: boolean
  autoComplete: string
  spellCheck: boolean
}

interface StepProps {
  field: (name: OfficeField) => FieldProps
}

export function OfficeFields({ field }: StepProps) {
  const text = useText().firstRun
  return (
    <>
      <TextInput
        label={text.parentOrganisation}
        placeholder={text.parentExample}
        autoFocus
        {...field('parentOrganisation')}
      />
      <TextInput label={text.officeName} placeholder={text.officeNameExample} {...field('officeName')} />
      <SimpleGrid cols={2}>
        <TextInput label={text.officeCode} description={text.officeCodeHint} {...field('officeCode')} />
        <TextInput label={text.place} description={text.placeExample} {...field('place')} />
      </SimpleGrid>
    </>
  )
}

export function SignerFields({ field }: StepProps) {
  const text = useText().firstRun
  return (
    <>
      <TextInput label={text.signerTitle} placeholder={text.signerTitleExample} autoFocus {...field('signerTitle')} />
      <TextInput label={text.signerName} {...field('signerName')} />
      <Letterhead parent={field('parentOrganisation').value} office={field('officeName').value} />
    </>
  )
}

export function PersonFields({ field, practice }: StepProps & { practice: object }) {
  const { firstRun: text, trade } = useText()
  return (
    <>
      <TextInput label={text.personName} autoFocus {...field('fullName')} />
      <Select
        label={text.personRole}
        data={rolesWith('people.manage').map((role) => ({ value: role, label: trade.roles[role] }))}
        allowDeselect={false}
        {...field('role')}
      />
      <Checkbox label={text.isPractice} {...practice} />
    </>
  )
}

/** The head of a paper by Nghị định 30/2020/NĐ-CP, so that a typing mistake is seen before it is printed. */
function Letterhead({ parent, office }: { parent: string; office: string }) {
  const text = useText().firstRun
  return (
    <figure className={classes.letterhead} aria-label={text.letterhead}>
      <div>
        <div>{parent.toUpperCase()}</div>
        <strong>{office.toUpperCase()}</strong>
      </div>
      <div>
        <strong>{text.nation}</strong>
        <br />
        <strong className={classes.motto}>{text.motto}</strong>
      </div>
      <figcaption>{text.letterhead}</figcaption>
    </figure>
  )
}
