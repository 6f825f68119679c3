/**
 * What the clerk can do right now, in one registry: it feeds the keys, the palette, the buttons' hints and the sheet of
 * shortcuts. A dialog is a layer of its own: while it is open, only its commands answer.
 */

import { createContext, useContext, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

export interface WindowCommand {
  id: string
  /** In Mantine's writing ('mod+K', 'F9'); null where only the palette offers it. */
  keys: string | null
  label: string
  run: () => void
  isDisabled?: boolean
  /** A key that a field with text in it keeps for itself (Ctrl+Z). */
  yieldsToFields?: boolean
}

interface Registration {
  depth: number
  commands: readonly WindowCommand[]
}

/** The commands of a registration; each runs as it is when it is called, not as it was when it was announced. */
function asOffered(registration: Registration): WindowCommand[] {
  return registration.commands.map((command) => ({
    ...command,
    run: () => registration.commands.find(({ id }) => id === command.id)?.run(),
  }))
}

function createRegistry() {
  const registrations = new Set<Registration>()
  const openLayers = new Set<symbol>()
  const listeners = new Set<() => void>()
  let active: readonly WindowCommand[] = []

  function announce(): void {
    active = [...registrations].filter(({ depth }) => depth === openLayers.size).flatMap(asOffered)
    for (const listener of listeners) listener()
  }
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    active: () => active,
    register(registration: Registration) {
      registrations.add(registration)
      announce()
      return () => {
        registrations.delete(registration)
        announce()
      }
    },
    announce,
    layerCount: () => openLayers.size,
    openLayer() {
      const layer = Symbol('layer')
      openLayers.add(layer)
      announce()
      return () => {
        openLayers.delete(layer)
        announce()
      }
    },
  }
}

const registry = createRegistry()
/** How many dialogs are open around a component. */
export const LayerContext = createContext(0)

/** Offers commands for as long as the component is shown. */
export function useCommands(commands: readonly WindowCommand[]): void {
  const depth = useContext(LayerContext)
  const registration = useRef<Registration>({ depth, commands })
  const looks = commands.map(({ id, keys, label, isDisabled }) => [id, keys, label, isDisabled ?? false].join()).join()
  useLayoutEffect(() => {
    registration.current.commands = commands
  })
  useEffect(() => registry.register(registration.current), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the looks is what is to be announced.
  useEffect(() => registry.announce(), [looks])
}

/** The commands that answer now. */
export function useActiveCommands(): readonly WindowCommand[] {
  return useSyncExternalStore(registry.subscribe, registry.active)
}

/** Announces a dialog: from now on only its commands answer, until the returned function is called. */
export const openLayer = () => registry.openLayer()
/** How many dialogs are open, one above the other. */
export const openLayerCount = () => registry.layerCount()

/** 'mod+K' and 'Alt+ArrowLeft' as people read them: Ctrl+K, Alt+←. */
export function readableKeys(keys: string): string {
  return keys.replace('mod', 'Ctrl').replace('ArrowLeft', '←').replace('ArrowRight', '→')
}
