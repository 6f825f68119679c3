/** Dialogs and drawers: each a layer of its own for keys, closed by Esc, labelled for readers. */

import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { CommandLayer } from '../commands/CommandLayer.tsx'
import { useText } from '../text/language.ts'
import classes from './Dialog.module.css'

export function Dialog({ children, ...props }: ModalProps) {
  const text = useText()
  return (
    <Modal
      centered
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': text.components.close }}
      {...props}
    >
      <CommandLayer>{children}</CommandLayer>
    </Modal>
  )
}

export function SideDialog({ children, ...props }: DrawerProps) {
  const text = useText()
  return (
    <Drawer position="right" closeButtonProps={{ 'aria-label': text.components.close }} {...props}>
      <CommandLayer>{children}</CommandLayer>
    </Drawer>
  )
}
