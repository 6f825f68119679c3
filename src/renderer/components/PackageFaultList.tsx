/** What is wrong with a package, each fault in words and as the check names it. */

import { List, Text } from '@mantine/core'
import type { PackageVerification } from '../../contract/months.ts'
import { useText } from '../text/language.ts'
import classes from './PackageFaultList.module.css'

export function PackageFaultList({ faults }: { faults: PackageVerification['faults'] }) {
  const { packageFaults } = useText()
  return (
    <List size="sm" spacing={6}>
      {faults.map(({ code, file, detail }) => (
        <List.Item key={`${code} ${file} ${detail}`}>
          {packageFaults[code]}
          <Text size="xs" c="gray.8" className={classes.code ?? ''}>
            {[code, file, detail].filter(Boolean).join(' · ')}
          </Text>
        </List.Item>
      ))}
    </List>
  )
}
