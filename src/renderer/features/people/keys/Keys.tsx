/** Khoá: what protects the private keys, the office's own keys, and those of head office. */

import { Alert, Paper, Stack, Text, Title } from '@mantine/core'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { HeadOfficeKeys } from './HeadOfficeKeys.tsx'
import { OfficeKeys } from './OfficeKeys.tsx'

export function Keys({ mayManage }: { mayManage: boolean }) {
  const { keys: text } = useText()
  const { data, error } = useOfficeQuery('keys.describe', {})
  if (error) return <FailureAlert failure={error.failure} mt="md" />
  if (!data) return null
  const { protection, officeKeys, headOfficeKeys } = data
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="keys-title">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id="keys-title">
            {text.title}
          </Title>
          <Text size="sm" c="gray.7">
            {text.intro}
          </Text>
        </div>
        <Alert color={protection === 'system' ? 'teal' : 'yellow'} variant="light" p="xs">
          <Text size="sm">{text.protection[protection]}</Text>
        </Alert>
        <OfficeKeys officeKeys={officeKeys} mayManage={mayManage} />
        <HeadOfficeKeys headOfficeKeys={headOfficeKeys} mayManage={mayManage} />
      </Stack>
    </Paper>
  )
}
