/** The sheets of a workbook, the hidden ones told, and which of them hold a list. */

import { Tabs, Text } from '@mantine/core'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import type { Work } from './wizard.ts'

export function SheetTabs({ work: { preview, asked } }: { work: Work }) {
  const { sheet: text } = useText().imports
  const { dispatch } = useImportWork()
  if (preview.sheets.length < 2) return null
  return (
    <Tabs
      value={asked.choices.sheetName ?? preview.sheetName}
      onChange={(sheetName) => sheetName !== null && dispatch({ type: 'chooseSheet', sheetName })}
      variant="outline"
    >
      <Tabs.List aria-label={text.sheets} className={classes.sheets ?? ''}>
        {preview.sheets.map(({ name, isHidden, hasList }) => (
          <Tabs.Tab
            key={name}
            value={name}
            py={5}
            c={hasList ? 'dark' : 'gray.7'}
            fw={hasList ? 600 : 400}
            rightSection={
              <Text span size="xs" c={hasList ? STATE_COLORS.good : STATE_COLORS.quiet}>
                {[isHidden && text.hidden, hasList ? text.hasList : text.noList].filter(Boolean).join(', ')}
              </Text>
            }
          >
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
