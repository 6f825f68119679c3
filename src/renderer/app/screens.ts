/** The screens in the order of the navigation, each with its key. */

import type { IconName } from '../components/Icon.tsx'
import type { Text } from '../text/texts.ts'

interface Screen {
  name: keyof Text['frame']['screens']
  to:
    | '/'
    | '/counter'
    | '/campaigns'
    | '/distributions'
    | '/households'
    | '/repairs'
    | '/import'
    | '/months'
    | '/inbox'
    | '/people'
    | '/duplicates'
    | '/stock'
    | '/scans'
  keys: string
  icon: IconName
}

export const SCREENS: readonly Screen[] = [
  { name: 'today', to: '/', keys: 'mod+1', icon: 'today' },
  { name: 'counter', to: '/counter', keys: 'mod+2', icon: 'counter' },
  { name: 'campaigns', to: '/campaigns', keys: 'mod+G', icon: 'campaigns' },
  { name: 'distributions', to: '/distributions', keys: 'mod+D', icon: 'distributions' },
  { name: 'households', to: '/households', keys: 'mod+3', icon: 'households' },
  { name: 'repairs', to: '/repairs', keys: 'mod+4', icon: 'repairs' },
  { name: 'import', to: '/import', keys: 'mod+5', icon: 'import' },
  { name: 'months', to: '/months', keys: 'mod+6', icon: 'months' },
  { name: 'inbox', to: '/inbox', keys: 'mod+T', icon: 'inbox' },
  { name: 'people', to: '/people', keys: 'mod+7', icon: 'people' },
  { name: 'duplicates', to: '/duplicates', keys: 'mod+8', icon: 'duplicates' },
  { name: 'stock', to: '/stock', keys: 'mod+9', icon: 'stock' },
  { name: 'scans', to: '/scans', keys: 'mod+Q', icon: 'scans' },
]
