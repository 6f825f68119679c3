/** The font a column was typed in, before Unicode: what its letters became, and another font where that is wrong. */

import { NativeSelect } from '@mantine/core'
import type { ImportColumn } from '../../../contract/imports.ts'
import type { LegacyEncoding } from '../../../domain/legacy-vietnamese.ts'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { columnLetters } from './list-names.ts'
import type { Work } from './wizard.ts'

const ENCODINGS = ['tcvn3', 'vni'] as const satisfies readonly LegacyEncoding[]
const UNICODE = 'unicode'

/** Letters that text of these fonts is full of, and Vietnamese in Unicode is without. */
const LOOKS_BROKEN =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00d6-\u00d8\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fe\u00ff]/

interface ColumnFontProps {
  column: ImportColumn
  work: Work
  isActive: boolean
}

export function ColumnFont({ column, work, isActive }: ColumnFontProps) {
  const { columns: text } = useText().imports
  const { dispatch } = useImportWork()
  const { columnNumber, conversion, samples } = column
  const said = work.asked.choices.encodings.find((choice) => choice.columnNumber === columnNumber)
  const looksBroken = samples.some((sample) => LOOKS_BROKEN.test(sample))
  if (!conversion && !said && !looksBroken) return null
  const encoding = said ? said.encoding : (conversion?.encoding ?? null)
  const before = conversion?.before.find((value, at) => value !== samples[at])
  const at = before === undefined ? -1 : (conversion?.before.indexOf(before) ?? -1)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a grid layout, with the roles of a table.
    <div role="cell" className={classes.font}>
      <NativeSelect
        size="xs"
        w={190}
        aria-label={text.font(columnLetters(columnNumber))}
        tabIndex={isActive ? 0 : -1}
        value={encoding ?? UNICODE}
        data={[
          ...ENCODINGS.map((value) => ({ value: value as string, label: text.fonts[value] })),
          { value: UNICODE, label: text.fonts.unicode },
        ]}
        onChange={({ currentTarget: { value } }) => {
          const chosen = ENCODINGS.find((name) => name === value) ?? null
          dispatch({ type: 'chooseEncoding', columnNumber, encoding: chosen })
        }}
      />
      {before !== undefined && <span>{text.became(before, samples[at] ?? '')}</span>}
    </div>
  )
}
