/** The frame with the screen of the address in it. */

import { Outlet, useLocation } from '@tanstack/react-router'
import { ImportWorkProvider } from '../features/imports/ImportWork.tsx'
import { BrokenScreen } from './BrokenScreen.tsx'
import { Frame } from './Frame.tsx'

export function Root() {
  const { pathname } = useLocation()
  return (
    <ImportWorkProvider>
      <Frame>
        <BrokenScreen key={pathname}>
          <Outlet />
        </BrokenScreen>
      </Frame>
    </ImportWorkProvider>
  )
}
