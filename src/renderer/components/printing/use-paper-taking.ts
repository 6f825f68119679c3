/** The one way papers are taken out of this window. */

import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { Client } from '../../../contract/client.ts'
import { tellFailure } from '../../../contract/wording/failure-wording.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'
import { createPaperTaking, type PaperTaking } from './paper-taking.ts'

/** One for each client, so that all parts of the window wait for each other. */
const takings = new WeakMap<Client, PaperTaking>()

export function usePaperTaking(): PaperTaking {
  const { client } = useOffice()
  const { papers: text, failures } = useText()
  return useMemo(() => {
    const known = takings.get(client)
    if (known) return known
    const taking = createPaperTaking(client, window.shell, (failure) => {
      const { what } = tellFailure(failures, failure)
      notifications.show({ message: text.notNoted(what), color: 'red', autoClose: false })
    })
    takings.set(client, taking)
    return taking
  }, [client, text, failures])
}
