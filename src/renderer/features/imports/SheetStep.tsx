/** Which sheet holds the list, and where its header is: found by the office, corrected by a key or a click. */

import { NumberInput, Text } from '@mantine/core'
import type { ImportPreview } from '../../../contract/imports.ts'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import { HeaderRows } from './HeaderRows.tsx'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { nameOfList } from './list-names.ts'
import { ReadingState } from './ReadingState.tsx'
import { SheetTabs } from './SheetTabs.tsx'
import { WizardFoot } from './WizardFoot.tsx'
import type { Work } from './wizard.ts'

export function SheetStep({ work }: { work: Work }) {
  const { sheet: text } = useText().imports
  const { dispatch } = useImportWork()
  const { preview, asked } = work
  const headerRowNumber = asked.choices.headerRowNumber ?? preview.headerRowNumber
  const chooseHeader = (rowNumber: number) => dispatch({ type: 'chooseHeader', headerRowNumber: rowNumber })
  return (
    <>
      <ListFacts preview={preview} />
      <ReadingState />
      <SheetTabs work={work} />
      <div className={classes.headerChoice}>
        <NumberInput
          label={text.headerRow}
          size="xs"
          w={110}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          value={headerRowNumber}
          onChange={(value) => typeof value === 'number' && value !== headerRowNumber && chooseHeader(value)}
        />
        <Text size="sm" c="gray.7">
          {text.headerHint}
        </Text>
      </div>
      <HeaderRows
        key={preview.sheetName}
        rows={preview.firstRows}
        headerRowNumber={headerRowNumber}
        onChoose={chooseHeader}
      />
      <WizardFoot />
    </>
  )
}

/** What the file is and how its rows were counted, in one line. */
export function ListFacts({ preview }: { preview: ImportPreview }) {
  const text = useText().imports
  const { fileName, format, textEncoding, rowCount, skippedCount, hiddenRowCount } = preview
  const isPasted = format === 'pasted'
  const facts = [
    !isPasted && text.formats[format],
    textEncoding && text.encoding(textEncoding),
    text.sheet.rows(showCount(rowCount)),
    skippedCount > 0 && text.sheet.skipped(showCount(skippedCount)),
    hiddenRowCount > 0 && text.sheet.hiddenRows(showCount(hiddenRowCount)),
  ].filter(Boolean)
  return (
    <Text size="sm" c="gray.7" truncate className={classes.facts ?? ''} title={facts.join(' · ')}>
      <Text span fw={700} c="dark">
        {nameOfList(fileName, text)}
      </Text>{' '}
      {facts.join(' · ')}
    </Text>
  )
}
