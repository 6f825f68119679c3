/** Collects what a check finds, a bounded number of each kind per file, in the order things are looked for. */

import { PACKAGE_FAULT_CODES, type PackageFault, type PackageFaultCode, packageFault } from '../domain/package-fault.ts'

/** More faults of one code in one file tell a person nothing new, and a hostile package could bring millions. */
const MOST_OF_A_KIND = 20

export interface FaultList {
  add(code: PackageFaultCode, file: string | null, detail: string): void
  readonly isEmpty: boolean
  has(code: PackageFaultCode): boolean
  /** In the order of PACKAGE_FAULT_CODES; within a code as they were found. */
  all(): PackageFault[]
}

export function faultList(): FaultList {
  const faults: PackageFault[] = []
  const counts = new Map<string, number>()
  return {
    add(code, file, detail) {
      const kind = `${code} ${file}`
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      if (count <= MOST_OF_A_KIND) faults.push(packageFault(code, file, detail))
      else if (count === MOST_OF_A_KIND + 1) faults.push(packageFault(code, file, 'and more of the same'))
    },
    has: (code) => faults.some((fault) => fault.code === code),
    get isEmpty() {
      return faults.length === 0
    },
    all() {
      const place = (fault: PackageFault) => PACKAGE_FAULT_CODES.indexOf(fault.code)
      return [...faults].sort((a, b) => place(a) - place(b))
    },
  }
}
