/** A commune's file dropped anywhere on the window is looked at as an import; not while a dialog is open. */

import { Overlay, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText } from '../text/language.ts'

const isBusy = () => document.querySelector('[role="dialog"]') !== null

export function ListDrop() {
  const text = useText().imports
  const navigate = useNavigate()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    function over(event: DragEvent): void {
      event.preventDefault()
      setOver(holdsFile(event) && !isBusy())
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false)
    }
    function drop(event: DragEvent): void {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files.item(0)
      const path = file && !isBusy() ? window.shell.pathOfDropped(file) : ''
      if (path) void navigate({ to: '/import', search: { file: path } })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [navigate])
  if (!isOver) return null
  return (
    <Overlay fixed center color="#004f72" backgroundOpacity={0.75}>
      <Text c="white" fz={22} fw={700}>
        {text.dropHere}
      </Text>
    </Overlay>
  )
}
