/** Dialogs and drawers: each a layer of its own for keys, closed by Esc, labelled for readers. */

import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { type ReactNode, useContext, useEffect, useState } from 'react'
import { CommandLayer } from '../commands/CommandLayer.tsx'
import { LayerContext, openLayerCount } from '../commands/registry.ts'
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
      closeOnEscape={false}
    >
      <Layer onClose={props.onClose}>{children}</Layer>
    </Modal>
  )
}

export function SideDialog({ children, ...props }: DrawerProps) {
  const text = useText()
  return (
    <Drawer
      position="right"
      closeButtonProps={{ 'aria-label': text.components.close }}
      {...props}
      closeOnEscape={false}
    >
      <Layer onClose={props.onClose}>{children}</Layer>
    </Drawer>
  )
}

/** The keys go back to where they were, also where a dialog is taken away whole. */
function Layer({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  useCloseByEscape(onClose)
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const giveBack = () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
    return () => void setTimeout(giveBack)
  }, [before])
  return <CommandLayer>{children}</CommandLayer>
}

/** Of dialogs one above the other Esc closes the upper one alone; an open list in it has the key first. */
function useCloseByEscape(onClose: () => void): void {
  const depth = useContext(LayerContext) + 1
  useWindowEvent(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || openLayerCount() !== depth) return
      if (event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true')
        return
      event.preventDefault()
      onClose()
    },
    { capture: true },
  )
}
