/** Which ledger a command is about: the one named, the one of SO_TRI_AN_LEDGER, or the one the window opens here. */

import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { CommandLine } from './command.ts'
import { readManifest } from './office-session.ts'
import { UsageError } from './outlet.ts'

/** Refuses where none is named and the window has none yet: a command does not begin a ledger by the way. */
export function ledgerFolder(options: CommandLine['options']): string {
  if (typeof options.ledger === 'string') return options.ledger
  const folder = process.env.SO_TRI_AN_LEDGER || join(settingsFolder(), readManifest().productName, 'so-tri-an')
  if (!existsSync(folder)) throw new UsageError('missing', '--ledger')
  return folder
}

/** Where programs keep what is a user's own: as Electron names it (`appData`). */
function settingsFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  if (process.platform === 'win32') return APPDATA || join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return XDG_CONFIG_HOME || join(homedir(), '.config')
}
