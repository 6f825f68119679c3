/** A small button in what is said of a row. */

import { Button } from '@mantine/core'

interface DetailButtonProps {
  label: string
  onPress: () => void
  isMain?: boolean
}

export function DetailButton({ label, onPress, isMain = false }: DetailButtonProps) {
  return (
    <Button size="compact-sm" variant={isMain ? 'filled' : 'default'} onClick={onPress}>
      {label}
    </Button>
  )
}
