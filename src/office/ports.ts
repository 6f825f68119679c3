/** Makes a Port of what Node and Electron have for one. */

import type { Port } from '../contract/protocol.ts'

/** A MessagePort of worker_threads, or Electron's MessagePortMain, whose messages come wrapped in an event. */
interface NativePort {
  postMessage(message: unknown): void
  on(event: 'message' | 'close', listener: (message: unknown) => void): unknown
  start?: () => void
  close(): void
}

/** Node hands a message over as it is. */
export function nodePort(native: NativePort): Port {
  return {
    send: (message) => native.postMessage(message),
    receive(listener) {
      native.on('message', listener)
    },
    whenClosed(listener) {
      native.on('close', listener)
    },
    close: () => native.close(),
  }
}

/** Electron hands over an event with the message as its data, and waits for start(). */
export function electronPort(native: NativePort): Port {
  return {
    send: (message) => native.postMessage(message),
    receive(listener) {
      native.on('message', (event) => listener((event as { data: unknown }).data))
      native.start?.()
    },
    whenClosed(listener) {
      native.on('close', listener)
    },
    close: () => native.close(),
  }
}

/** Two ends of a channel in one process, for the terminal: messages arrive in a later turn, as over any port. */
export function directChannel(): { near: Port; far: Port } {
  const listeners: ((message: unknown) => void)[][] = [[], []]
  const end = (own: number, other: number): Port => ({
    send(message) {
      queueMicrotask(() => {
        for (const listener of listeners[other] ?? []) listener(message)
      })
    },
    receive(listener) {
      listeners[own]?.push(listener)
    },
    close() {
      listeners[own] = []
    },
  })
  return { near: end(0, 1), far: end(1, 0) }
}
