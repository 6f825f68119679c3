/** The identity of a package: short enough to be read out over the telephone, the whole of it to copy. */

import { Button, CopyButton, Group } from '@mantine/core'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'

export function Identity({ identity }: { identity: string }) {
  const text = useText().months
  return (
    <Group gap="xs" title={`${text.identityHint}\n${identity}`}>
      <span className={classes.code}>{identity.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}…</span>
      <CopyButton value={identity}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy}>
            {copied ? text.copied : text.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}
