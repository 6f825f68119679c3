/** The frame with the screen of the address in it. */

import { Outlet, useLocation } from '@tanstack/react-router'
import { ImportWorkProvider } from '../features/imports/ImportWork.tsx'
import { ScanReadingProvider } from '../features/scans/ScanReading.tsx'
import { BrokenScreen } from './BrokenScreen.tsx'
import { Frame } from './Frame.tsx'

export function Root() {
  const { pathname } = useLocation()
  return (
    <ImportWorkProvider>
      <ScanReadingProvider>
        <Frame>
          <BrokenScreen key={pathname}>
            <Outlet />
          </BrokenScreen>
        </Frame>
      </ScanReadingProvider>
    </ImportWorkProvider>
  )
}
