/** Dialogs and drawers: each a layer of its own for keys, closed by Esc, labelled for readers. */

import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
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
      <Layer>{children}</Layer>
    </Modal>
  )
}

export function SideDialog({ children, ...props }: DrawerProps) {
  const text = useText()
  return (
    <Drawer position="right" closeButtonProps={{ 'aria-label': text.components.close }} {...props}>
      <Layer>{children}</Layer>
    </Drawer>
  )
}

/** The keys go back to where they were, also where a dialog is taken away whole. */
function Layer({ children }: { children: ReactNode }) {
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const giveBack = () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
    return () => void setTimeout(giveBack)
  }, [before])
  return <CommandLayer>{children}</CommandLayer>
}
