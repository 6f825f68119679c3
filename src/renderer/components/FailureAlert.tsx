/** A failure in a clerk's words: what happened, what to do next, and the code to read out to the support. */

import { Alert, type AlertProps, Button, CopyButton, Group, Text } from '@mantine/core'
import type { Failure } from '../../contract/failure.ts'
import { failureCode, tellFailure } from '../../contract/wording/failure-wording.ts'
import { useText } from '../text/language.ts'
import { Icon } from './Icon.tsx'

interface FailureAlertProps extends AlertProps {
  failure: Failure | null | undefined
  title?: string
}

export function FailureAlert({ failure, title, ...looks }: FailureAlertProps) {
  const text = useText()
  if (!failure) return null
  const { what, next } = tellFailure(text.failures, failure)
  const code = failureCode(failure)
  return (
    <Alert role="alert" color="red" variant="light" icon={<Icon name="warning" />} title={title ?? what} {...looks}>
      {title && <Text size="sm">{what}</Text>}
      <Text size="sm" fw={500}>
        {next}
      </Text>
      <Group gap="xs" mt={4}>
        <Text size="xs" c="gray.7">
          {text.components.failure.code}: {code}
        </Text>
        {failure.family !== 'refused' && (
          <CopyButton value={JSON.stringify(failure)}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="subtle" color="gray" c="gray.8" onClick={copy}>
                {copied ? text.components.failure.copied : text.components.failure.copy}
              </Button>
            )}
          </CopyButton>
        )}
      </Group>
    </Alert>
  )
}
