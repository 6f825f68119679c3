/** Around the content of an open dialog: its commands answer, those below it do not. */

import { type ReactNode, useContext, useEffect } from 'react'
import { LayerContext, openLayer } from './registry.ts'

export function CommandLayer({ children }: { children?: ReactNode }) {
  const depth = useContext(LayerContext)
  useEffect(() => openLayer(), [])
  return <LayerContext.Provider value={depth + 1}>{children}</LayerContext.Provider>
}
