/** The library that reads codes on pictures, made ready once for whoever asks. */

import { readFile } from 'node:fs/promises'
import { prepareZXingModule } from 'zxing-wasm/reader'

let prepared: Promise<unknown> | null = null

/** The library would fetch its own code from the network: it is given the file that was installed with it. */
export async function prepareCodeReader(wasmFile: string): Promise<void> {
  prepared ??= readFile(wasmFile).then((binary) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(binary).buffer }, fireImmediately: true }),
  )
  await prepared
}
