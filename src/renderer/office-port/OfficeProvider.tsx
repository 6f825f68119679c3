/** The window's end of its port: the client for all below, whether the office is there, and who is at the port. */

import { type Query, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { v7 as newCommandId } from 'uuid'
import type { Client } from '../../contract/client.ts'
import type { Reply } from '../../contract/failure.ts'
import type { Person } from '../../contract/office.ts'
import type { Port } from '../../contract/protocol.ts'
import { createSwitchboard } from './switchboard.ts'
import { isTouched } from './topics.ts'

interface OfficeAccess {
  client: Client
  /** `lost`: the office has stopped and is being started again; what is asked now is answered with `office.stopped`. */
  state: 'connecting' | 'open' | 'lost'
  /** Says who is at this port, now and again after a restart of the office. */
  enter: (personId: string) => Promise<Reply<Person>>
  /** Goes back to choosing a person: asks for a fresh port, at which nobody has said who they are. */
  leave: () => void
}

const OfficeContext = createContext<OfficeAccess | null>(null)

export function useOffice(): OfficeAccess {
  const access = useContext(OfficeContext)
  if (!access) throw new Error('useOffice needs an OfficeProvider around it.')
  return access
}

function portOf(port: MessagePort): Port {
  return {
    send: (message) => port.postMessage(message),
    receive: (listener) => {
      port.onmessage = (event) => listener(event.data)
    },
    close: () => port.close(),
  }
}

export function OfficeProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [client] = useState(() => createSwitchboard(newCommandId))
  const [state, setState] = useState<OfficeAccess['state']>('connecting')
  const personId = useRef<string | null>(null)

  useEffect(() => {
    async function take(port: MessagePort): Promise<void> {
      client.plugIn(portOf(port))
      if (personId.current) await client.query('session.start', { personId: personId.current })
      setState('open')
      await queryClient.invalidateQueries()
    }
    function listen(event: MessageEvent): void {
      if (event.source !== window) return
      const [port] = event.ports
      if (event.data === 'office:port' && port) void take(port)
      if (event.data === 'office:lost') {
        client.stop()
        setState('lost')
      }
    }
    window.addEventListener('message', listen)
    const ignoreChanges = client.onChanged((topics) => {
      const predicate = (query: Query) => isTouched(query, topics)
      // What no screen shows is forgotten, so that no screen begins with what is no longer true.
      queryClient.removeQueries({ type: 'inactive', predicate })
      void queryClient.invalidateQueries({ predicate })
    })
    window.shell.askForPort()
    return () => {
      window.removeEventListener('message', listen)
      ignoreChanges()
    }
  }, [client, queryClient])

  const enter = useCallback(
    async (id: string): Promise<Reply<Person>> => {
      const reply = await client.query('session.start', { personId: id })
      if (reply.ok) {
        personId.current = id
        await queryClient.invalidateQueries()
      }
      return reply
    },
    [client, queryClient],
  )
  const leave = useCallback(() => {
    personId.current = null
    window.shell.askForPort()
  }, [])

  const access = useMemo(() => ({ client, state, enter, leave }), [client, state, enter, leave])
  return <OfficeContext.Provider value={access}>{children}</OfficeContext.Provider>
}
