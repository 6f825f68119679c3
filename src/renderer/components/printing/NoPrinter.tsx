/** Where this computer has no printer: what to do about it. */

import { Alert, Button, Text } from '@mantine/core'
import { useText } from '../../text/language.ts'
import { Icon } from '../Icon.tsx'

export function NoPrinter({ onLookAgain }: { onLookAgain: () => void }) {
  const { papers: text } = useText()
  return (
    <Alert color="yellow" icon={<Icon name="warning" />}>
      <Text size="sm" fw={600}>
        {text.noPrinter}
      </Text>
      <Text size="sm" mb={6}>
        {text.noPrinterNext}
      </Text>
      <Button size="compact-sm" variant="default" onClick={onLookAgain} data-autofocus>
        {text.lookAgain}
      </Button>
    </Alert>
  )
}
