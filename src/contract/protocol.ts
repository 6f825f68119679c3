/** What travels over a port, both ways. A port is a session: the office remembers who is at it. */

import type { Topic } from './call.ts'
import type { Reply } from './failure.ts'

export type ToOffice =
  | { type: 'ask'; id: number; call: string; input: unknown; commandId: string | null }
  | { type: 'cancel'; id: number }
  /** A job that can rest does; it holds what it has until it is resumed or cancelled. */
  | { type: 'pause'; id: number }
  | { type: 'resume'; id: number }

export interface Progress {
  /** What is being done, for a line below the bar. */
  stage: 'reading' | 'comparing' | 'writing' | 'rendering' | 'checking' | 'packing'
  done: number
  /** Null where the end is not known yet. */
  total: number | null
}

export type FromOffice =
  | { type: 'reply'; id: number; reply: Reply<unknown> }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'changed'; topics: Topic[] }

/**
 * The end of a channel: what Electron's MessagePortMain, Node's MessagePort and a window's MessagePort have in common.
 */
export interface Port {
  send(message: unknown): void
  receive(listener: (message: unknown) => void): void
  /** Called once when the other end is gone; left out where nobody needs to know. */
  whenClosed?(listener: () => void): void
  close(): void
}
