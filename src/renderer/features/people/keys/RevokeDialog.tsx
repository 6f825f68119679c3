/** Taking a key back, the office's or head office's, with a reason. */

import { notifications } from '@mantine/notifications'
import { ReasonDialog } from '../../../components/ReasonDialog.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

interface RevokeDialogProps {
  whose: 'own' | 'headOffice'
  keyId: string
  onClose: () => void
}

export function RevokeDialog({ whose, keyId, onClose }: RevokeDialogProps) {
  const { revoke: words } = useText().keys
  const own = useOfficeCommand('keys.revoke')
  const headOffice = useOfficeCommand('keys.revokeHeadOfficeKey')
  const { run, isRunning, failure } = whose === 'own' ? own : headOffice

  async function revoke(reason: string): Promise<void> {
    if (!(await run({ keyId, reason }))) return
    notifications.show({ message: words.done })
    onClose()
  }
  return (
    <ReasonDialog
      title={words.title(keyId)}
      note={words[whose]}
      color="red"
      step={{ id: 'keys.doRevoke', label: words.run }}
      {...{ isRunning, failure, onClose }}
      onReason={(reason) => void revoke(reason)}
    />
  )
}
