/** Checks a month-end package in the order of PACKAGE.md. */

import type { PackageFault } from '../domain/package-fault.ts'

export interface VerifyOptions {
  knownKeys?: ReadonlyMap<string, string> | undefined
  signal?: AbortSignal | undefined
  onProgress?: ((bytes: number) => void) | undefined
}

export async function verifyPackage(_path: string, _options: VerifyOptions): Promise<{ faults: PackageFault[] }> {
  return { faults: [] }
}
