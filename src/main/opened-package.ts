/** A package that was double-clicked: the system starts the program, or a second one of it, with the file's path. */

import { resolve } from 'node:path'

/** The first argument that is named as a package is, from where the program was started; null where none is. */
export function packageIn(commandLine: readonly string[], workingFolder: string): string | null {
  const named = commandLine.slice(1).find((argument) => !argument.startsWith('-') && /\.zip(\.age)?$/i.test(argument))
  return named === undefined ? null : resolve(workingFolder, named)
}
