import type { Shell } from '../contract/shell.ts'

declare global {
  interface Window {
    readonly shell: Shell
  }
}
