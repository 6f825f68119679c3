/** The looks: calm, dense enough for a small office screen, readable contrast everywhere. */

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const lake: MantineColorsTuple = [
  '#e8f4f8',
  '#d3e6ee',
  '#a7ccdd',
  '#78b1cb',
  '#529abc',
  '#3a8cb3',
  '#2b84af',
  '#1c719a',
  '#0c5f85',
  '#004f72',
]

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: 8,
  autoContrast: true,
  colors: { lake },
  fontFamily: "'Segoe UI', 'Be Vietnam Pro', 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    TextInput: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    // Enter goes through a form; a list opens when it is asked for (↓) or typed into, and then Enter takes its first.
    Select: { defaultProps: { openOnFocus: false, selectFirstOptionOnChange: true } },
    MultiSelect: { defaultProps: { openOnFocus: false, selectFirstOptionOnChange: true } },
    Tooltip: { defaultProps: { openDelay: 400 } },
    // They go by themselves; a cross without a name is no help to anybody.
    Notification: { defaultProps: { withCloseButton: false } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})

/** Mantine's quiet and red texts are too pale to be read by everybody (WCAG 2.2, 1.4.3). */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {},
})
