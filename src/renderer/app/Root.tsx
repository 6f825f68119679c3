/** The frame with the screen of the address in it. */

import { Outlet, useLocation } from '@tanstack/react-router'
import { BrokenScreen } from './BrokenScreen.tsx'
import { Frame } from './Frame.tsx'

export function Root() {
  const { pathname } = useLocation()
  return (
    <Frame>
      <BrokenScreen key={pathname}>
        <Outlet />
      </BrokenScreen>
    </Frame>
  )
}
