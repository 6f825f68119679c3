/** What the screen of imports is to look at, as it stands in the address. */

export interface ImportsView {
  /** A file that was dropped on the window. */
  file?: string | undefined
}

export function readImportsView(search: Record<string, unknown>): ImportsView {
  const { file } = search
  return { file: typeof file === 'string' && file !== '' ? file : undefined }
}
