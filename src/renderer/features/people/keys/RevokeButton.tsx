/** Beside a key that stands: takes it back. */

import { CommandButton } from '../../../commands/CommandButton.tsx'
import { useText } from '../../../text/language.ts'

export function RevokeButton({ id, onRevoke }: { id: string; onRevoke: () => void }) {
  const { revoke } = useText().keys
  return (
    <CommandButton
      size="compact-sm"
      variant="default"
      c="red.9"
      command={{ id, keys: null, label: revoke.open, run: onRevoke }}
    />
  )
}
