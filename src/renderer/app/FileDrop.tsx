/**
 * Files dropped anywhere on the window: a commune's list is looked at as an import, unless a dialog is open; a picture
 * is read as one of an ID card, on the view of one repair it is a photo of that repair; scanners' files, and every
 * picture on the screen of scans, are read as signed papers; what lands on the inbox are packages of offices.
 */

import { Overlay, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { tellFailure } from '../../contract/wording/failure-wording.ts'
import { readInboxView } from '../features/inbox/inbox-view.ts'
import { readRepairsView } from '../features/repairs/repairs-view.ts'
import { useCardPicture } from '../scanner/use-scanner.ts'
import { useText } from '../text/language.ts'

const isBusy = () => document.querySelector('[role="dialog"]') !== null

type Dragged = 'list' | 'picture' | 'scans' | 'photos' | 'packages'

const SCAN_TYPES = ['application/pdf', 'image/tiff']
const isAtScans = () => window.location.hash.startsWith('#/scans')
const isAtInbox = () => window.location.hash.startsWith('#/inbox')
const isAtRepair = () => /^#\/repairs\?.*\brepairId=/.test(window.location.hash)

/** While a file is in the air only its type is told; null where it cannot be taken. */
function draggedOf({ dataTransfer }: DragEvent): Dragged | null {
  if (dataTransfer?.types.includes('Files') !== true) return null
  if (isAtInbox()) return isBusy() ? null : 'packages'
  const type = dataTransfer.items[0]?.type ?? ''
  const isPicture = type.startsWith('image/')
  if (SCAN_TYPES.includes(type) || (isPicture && isAtScans())) return isBusy() ? null : 'scans'
  if (isPicture && isAtRepair()) return isBusy() ? null : 'photos'
  if (isPicture) return 'picture'
  return isBusy() ? null : 'list'
}

export function FileDrop() {
  const text = useText()
  const navigate = useNavigate()
  const { read, failure } = useCardPicture()
  const [dragged, setDragged] = useState<Dragged | null>(null)
  useEffect(() => {
    function over(event: DragEvent): void {
      event.preventDefault()
      setDragged(draggedOf(event))
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setDragged(null)
    }
    function drop(event: DragEvent): void {
      event.preventDefault()
      setDragged(null)
      const kind = draggedOf(event)
      const dropped = kind ? [...(event.dataTransfer?.files ?? [])] : []
      const paths = dropped.map((file) => window.shell.pathOfDropped(file)).filter(Boolean)
      const [path] = paths
      if (!path) return
      if (kind === 'scans') void navigate({ to: '/scans', search: { files: paths } })
      else if (kind === 'packages')
        void navigate({ to: '/inbox', search: (view) => ({ ...readInboxView(view), files: paths }) })
      else if (kind === 'photos')
        void navigate({
          to: '/repairs',
          search: (view) => ({ ...readRepairsView(view), photos: paths }),
          replace: true,
        })
      else if (kind === 'picture') void read(path)
      else void navigate({ to: '/import', search: { file: path } })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [navigate, read])
  useEffect(() => {
    if (!failure) return
    const { what, next } = tellFailure(text.failures, failure)
    notifications.show({ color: 'red', title: what, message: next, autoClose: 15_000 })
  }, [failure, text])
  if (!dragged) return null
  const words: Record<Dragged, string> = {
    list: text.imports.dropHere,
    picture: text.scanner.dropPicture,
    scans: text.scans.dropHere,
    packages: text.inbox.dropHere,
    photos: text.repairs.form.photos.dropHere,
  }
  return (
    <Overlay fixed center color="#004f72" backgroundOpacity={0.75} zIndex={600}>
      <Text c="white" fz={22} fw={700}>
        {words[dragged]}
      </Text>
    </Overlay>
  )
}
