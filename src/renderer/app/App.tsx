/** The providers around everything, outermost first. */

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { CommandKeys } from '../commands/CommandKeys.tsx'
import { OfficeProvider } from '../office-port/OfficeProvider.tsx'
import { LanguageProvider } from '../text/LanguageProvider.tsx'
import { BrokenScreen } from './BrokenScreen.tsx'
import { Gate } from './Gate.tsx'
import { readableColors, theme } from './theme.ts'

/** The office is next door and tells what changed: nothing is retried, nothing grows stale by itself. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
    },
  })
}

export function App({ styleNonce }: { styleNonce: string }) {
  const [queryClient] = useState(createQueryClient)
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={() => styleNonce}
      forceColorScheme="light"
      cssVariablesResolver={readableColors}
    >
      <LanguageProvider>
        <Notifications position="top-center" autoClose={5000} transitionDuration={0} />
        <BrokenScreen>
          <QueryClientProvider client={queryClient}>
            <OfficeProvider>
              <CommandKeys />
              <Gate />
            </OfficeProvider>
          </QueryClientProvider>
        </BrokenScreen>
      </LanguageProvider>
    </MantineProvider>
  )
}
