/** One benchmark in a process of its own: runs it by its name and sends its figures to the parent. */

import type { BenchOptions, Figure } from './measure.ts'

const [name = '', ...flags] = process.argv.slice(2)
const { bench } = (await import(`./${name}.ts`)) as { bench: (options: BenchOptions) => Promise<Figure[]> }
const figures = await bench({ full: flags.includes('--full') })
process.send?.(figures, undefined, {}, () => process.exit(0))
