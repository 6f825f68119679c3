/**
 * Rest for long work: one end turns it on and off, the other listens. The same switch stands in the window, at both
 * ends of a port, and in the thread that does the work.
 */

import type { AbortSignalLike } from './client.ts'

export interface Pause {
  readonly isOn: boolean
  /** Called whenever the switch is turned. Returns a function that ends it. */
  listen(listener: (isOn: boolean) => void): () => void
}

export interface PauseSwitch extends Pause {
  turn(isOn: boolean): void
}

export function createPause(): PauseSwitch {
  const listeners = new Set<(isOn: boolean) => void>()
  let isOn = false
  return {
    get isOn() {
      return isOn
    },
    turn(on) {
      if (on === isOn) return
      isOn = on
      for (const listener of [...listeners]) listener(on)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Waits until the pause is over, or until a cancel: whoever waits looks at the signal next. */
export function whilePaused(pause: Pause, signal: AbortSignalLike): Promise<void> {
  if (!pause.isOn || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const stopListening = pause.listen(wake)
    function wake(): void {
      stopListening()
      resolve()
    }
    signal.addEventListener('abort', wake)
  })
}
