/** Leads to the check of a package that somebody double-clicked, now or while the window is open. */

import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

export function OpenedPackage() {
  const navigate = useNavigate()
  useEffect(() => {
    async function show(): Promise<void> {
      const path = await window.shell.takeOpenedPackage()
      if (path) await navigate({ to: '/months', search: { verify: path } })
    }
    const onMessage = (event: MessageEvent) => {
      if (event.source === window && event.data === 'package:opened') void show()
    }
    window.addEventListener('message', onMessage)
    void show()
    return () => window.removeEventListener('message', onMessage)
  }, [navigate])
  return null
}
