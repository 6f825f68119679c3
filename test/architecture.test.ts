/** Holds src/ to the design: who may import whom, and the house rules. First the checks themselves, then the house. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  HOUSE,
  refuseCircles,
  refuseDeadFiles,
  refuseFeatureTies,
  refuseImports,
  refuseLongFunctions,
  refuseLongLines,
  refuseNames,
  refuseTopLevel,
  refuseWords,
  TOP_LEVEL,
} from './support/architecture.ts'
import { bareCode, importsOf, readSources, type SourceFile, withoutComments } from './support/source-text.ts'

const ROOT = join(import.meta.dirname, '..')

function file(path: string, text: string): SourceFile {
  return { path: `src/${path}`, text }
}

describe('reading a source', () => {
  test('finds imports of every shape, and not those in comments', () => {
    const text = [
      "import './styles.css'",
      'import a, { b,',
      "  type C } from './b.ts'",
      "import type { D } from '../d.ts'",
      "import * as e from 'node:fs'",
      "export { f } from './f.ts'",
      "export type { G } from './g.ts'",
      "export * from './h.ts'",
      "// import './no.ts'",
      "/* import './never.ts' */",
      "const i = await import('./i.ts')",
      "export const j = 'from'",
      "export const k = { from: './k.ts' }",
      "import typeName from './l.ts'",
      "import { m } from'./m.ts'",
    ].join('\n')
    const found = importsOf(file('domain/a.ts', text)).map(
      (one) => `${one.line} ${one.specifier}${one.isTypeOnly ? ' (type)' : ''}`,
    )
    expect(found).toEqual([
      '1 ./styles.css',
      '3 ./b.ts',
      '4 ../d.ts (type)',
      '5 node:fs',
      '6 ./f.ts',
      '7 ./g.ts (type)',
      '8 ./h.ts',
      '11 ./i.ts',
      '14 ./l.ts',
      '15 ./m.ts',
    ])
  })

  test('blanks comments and texts and keeps every column', () => {
    const text = [
      "const a = 'it\\'s // any' // any",
      'const b = /["\'/]any/.test(`any $' + '{any}`) / 2 / any',
      '/* any\n */ c',
    ].join('\n')
    expect(bareCode(text)).toHaveLength(text.length)
    expect(bareCode(text).match(/any/g)).toEqual(['any'])
    expect(withoutComments(text).match(/any/g)).toHaveLength(5)
    expect(bareCode('<A x={1} /> any <B y={2} />')).toContain('any')
  })
})

describe('a rule of the house speaks up when', () => {
  test.each([
    [
      'domain/a.ts',
      "import { b } from '../ledger/b.ts'",
      'domain may import no other folder, not ledger. Why: domain is what is true',
    ],
    ['domain/a.ts', "import { readFileSync } from 'node:fs'", 'outside libraries of domain are read-vietnamese-number'],
    ['domain/a.ts', "import fs from 'fs'", 'outside libraries of domain'],
    ['contract/a.ts', "import type { B } from '../office/b.ts'", 'contract may import domain, not office'],
    ['ledger/a.ts', "import { b } from '../contract/b.ts'", 'ledger may import domain, not contract'],
    ['intake/a.ts', "import Database from 'better-sqlite3'", 'outside libraries of intake'],
    [
      'documents/receipt.ts',
      "import pdfmake from 'pdfmake/js/Printer.js'",
      'in documents only pdfmake-parts.ts and pdf-modules.d.ts may import pdfmake',
    ],
    [
      'documents/receipt.ts',
      "import { join } from 'node:path'",
      'in documents only render.ts and typeface.ts may import node:',
    ],
    ['documents/receipt.ts', "import { create } from 'qrcode'", 'in documents only qr-code.ts may import qrcode'],
    ['month-end/a.ts', "import { b } from '../ledger/b.ts'", 'month-end may import domain, not ledger'],
    ['office/a.ts', "import { app } from 'electron'", 'outside libraries of office'],
    ['office/a.ts', "import { b } from '../main/b.ts'", 'not main'],
    [
      'terminal/a.ts',
      "import { b } from '../ledger/b.ts'",
      'terminal may import office, month-end, consolidation, contract, domain, not ledger',
    ],
    ['main/a.ts', "import { b } from '../office/b.ts'", 'main may import contract, not office'],
    ['preload/a.ts', "import { b } from '../contract/b.ts'", 'only types from contract'],
    ['renderer/app/A.tsx', "import { b } from '../../office/b.ts'", 'renderer may import contract, domain, not office'],
    ['renderer/app/A.tsx', "import { z } from 'zod'", 'outside libraries of renderer'],
    ['domain/a.ts', "import texts from '../../resources/texts.json'", 'nothing outside src is imported'],
    ['util/a.ts', '', 'src/util is no folder of the house'],
  ])('%s says %s', (path, text, message) => {
    const wrong = refuseImports([file(path, text)])
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(message)
  })

  test.each([
    ['domain/a.ts', "import { doReadNumber } from 'read-vietnamese-number'\nimport { day } from './day.ts'"],
    [
      'ledger/a.ts',
      "import { eq } from 'drizzle-orm'\nimport { day } from '../domain/day.ts'\nimport { join } from 'node:path'",
    ],
    ['documents/pdfmake-parts.ts', "import pdfmake from 'pdfmake/js/Printer.js'"],
    ['documents/render.ts', "import { join } from 'node:path'"],
    ['documents/qr-code.ts', "import { create } from 'qrcode'"],
    ['month-end/a.ts', "import { blake2b } from '@noble/hashes/blake2.js'"],
    ['preload/a.ts', "import type { Shell } from '../contract/shell.ts'"],
    ['renderer/app/A.tsx', "import '@mantine/core/styles.css'\nimport { createRoot } from 'react-dom/client'"],
  ])('but not when %s keeps to the table', (path, text) => {
    expect(refuseImports([file(path, text)])).toEqual([])
  })

  test('a feature leans on another, or shared ground on a feature or on app', () => {
    const wrong = [
      file('renderer/features/gifts/A.tsx', "import { B } from '../repairs/B.tsx'"),
      file('renderer/components/A.tsx', "import { B } from '../features/repairs/B.tsx'"),
      file('renderer/features/gifts/B.tsx', "import { C } from '../../app/C.tsx'"),
    ]
    const right = [
      file('renderer/app/A.tsx', "import { B } from '../features/repairs/B.tsx'"),
      file('renderer/Main.tsx', "import { B } from './app/B.tsx'"),
      file('renderer/features/gifts/C.tsx', "import { B } from './B.tsx'\nimport { D } from '../../components/D.tsx'"),
    ]
    expect(refuseFeatureTies([...wrong, ...right]).map((message) => message.split(' imports')[0])).toEqual(
      wrong.map(({ path }) => `${path}:1`),
    )
  })

  test('files import each other in a ring at run time', () => {
    const ring = [
      file('domain/a.ts', "import { b } from './b.ts'"),
      file('domain/b.ts', "import { c } from './c.ts'"),
      file('domain/c.ts', "export { a } from './a.ts'"),
    ]
    expect(refuseCircles(ring)).toEqual([
      expect.stringContaining('src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts'),
    ])
    expect(refuseCircles([...ring.slice(0, 2), file('domain/c.ts', "import type { A } from './a.ts'")])).toEqual([])
  })

  test('nobody uses a file', () => {
    const files = [
      file('office/process.ts', "import { a } from './a.ts'"),
      file('office/a.ts', ''),
      file('office/left-behind.ts', ''),
      file('renderer/index.html', '<script src="./Main.tsx"></script>'),
      file('renderer/Main.tsx', ''),
      file('renderer/window.d.ts', ''),
    ]
    const build = "input: { office: 'src/office/process.ts', page: 'src/renderer/index.html' }"
    expect(refuseDeadFiles(files, [build])).toEqual([
      expect.stringContaining('src/office/left-behind.ts: nobody imports it'),
    ])
  })

  test.each(['domain/dayOf.ts', 'domain/Day.ts', 'renderer/app/frame.tsx', 'domain/day_of.ts', 'domain/day.util.ts'])(
    '%s is a wrong name',
    (path) => {
      expect(refuseNames([file(path, '')])).toHaveLength(1)
      expect(
        refuseNames([
          file('domain/day-of.ts', ''),
          file('renderer/app/AppFrame.tsx', ''),
          file('renderer/window.d.ts', ''),
        ]),
      ).toEqual([])
    },
  )

  test.each([
    ['domain/a.ts', 'const a: any = 1', 'no any'],
    ['domain/a.ts', 'const a = b as any', 'no any'],
    ['domain/a.ts', 'const a: Record<string, any> = {}', 'no any'],
    ['domain/a.ts', '// TODO: later', 'left for later'],
    ['domain/a.ts', '// @ts-expect-error', 'left for later'],
    ['office/a.ts', "console.error('x')", 'only terminal'],
    ['renderer/app/a.ts', 'export default 1', 'no default exports'],
    ['domain/a.ts', 'const today = Date.now()', 'no clock'],
    ['contract/a.ts', 'const today = new Date()', 'no clock'],
    ['office/a.ts', 'const here = import.meta.dirname', 'import.meta'],
    ['renderer/app/A.tsx', "const title = 'Khoá sổ'", 'renderer/text'],
    ['renderer/app/A.tsx', '<Button title="Close" />', 'no literal text'],
    ['renderer/app/A.tsx', '<Button onClick={close}>Close</Button>', 'no literal text'],
  ])('%s has %s', (path, text, message) => {
    const wrong = refuseWords([file(path, text)])
    expect(wrong.join('\n')).toContain(message)
  })

  test.each([
    ['domain/a.ts', "// takes any number\nconst any = 'any'.length\nconst b = { any: 1 }.any\nPromise.any([])"],
    ['terminal/a.ts', "console.log('x')\nconst here = import.meta.dirname"],
    ['domain/a.ts', 'const at = new Date(instantMs)'],
    ['renderer/text/vi.ts', "export const vi = { close: 'Khoá sổ' }"],
    ['renderer/app/A.tsx', '// Khoá sổ\nconst a: Array<string> = []\n<Button title={text.close}>{text.close}</Button>'],
  ])('but not when %s is innocent', (path, text) => {
    expect(refuseWords([file(path, text.replace('const any = ', 'const anyOf = '))])).toEqual([])
  })

  test('a line passes 120 columns', () => {
    expect(refuseLongLines([file('domain/a.ts', `${'ế'.repeat(120)}\n${'ế'.repeat(121)}`)])).toEqual([
      expect.stringContaining('a.ts:2 has 121'),
    ])
  })

  test('a function passes 70 lines', () => {
    const body = (lines: number) => Array.from({ length: lines }, (_, at) => `  if (a) { b(${at}) }`).join('\n')
    const long = [
      `function one(facts: {\n  a: Day\n}): void {\n${body(67)}\n}`,
      `export const two = async (a: string) => {\n${body(69)}\n}`,
      `export const Three = ({\n  a,\n}: Props) => {\n${body(67)}\n}`,
    ]
    const short = [
      `function one(\n  a: Day,\n): void {\n${body(66)}\n}`,
      `const two = () => 1\n${body(90)}`,
      `const sum = (a + b) / 2\n${body(90)}\n}`,
    ]
    expect(long.map((text) => refuseLongFunctions([file('domain/a.ts', text)]).length)).toEqual([1, 1, 1])
    expect(short.flatMap((text) => refuseLongFunctions([file('domain/a.ts', text)]))).toEqual([])
  })

  test('something new stands at the top of the repository', () => {
    const entries = [...TOP_LEVEL, '.ci', '.npmrc', 'node_modules', 'demo', 'x.log']
    expect(refuseTopLevel(entries, ['node_modules/', 'demo/', '*.log'])).toEqual([])
    expect(refuseTopLevel([...entries, 'scripts'], ['node_modules/', 'demo/', '*.log'])).toEqual([
      expect.stringContaining('scripts stands at the top'),
    ])
  })
})

describe('the house', () => {
  const sources = readSources(ROOT, 'src')
  const top = (name: string) => readFileSync(join(ROOT, name), 'utf8')
  /** Compares as one text, so that a failure shows the messages and nothing else. */
  const none = (wrong: string[]) => expect(wrong.join('\n')).toBe('')

  test('has the folders of the design and no other', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(HOUSE).sort())
  })
  test('keeps to the import table', () => none(refuseImports(sources)))
  test('keeps features apart', () => none(refuseFeatureTies(sources)))
  test('has no rings', () => none(refuseCircles(sources)))
  test('has no dead files', () => none(refuseDeadFiles(sources, [top('package.json'), top('electron.vite.config.ts')])))
  test('names its files by one rule', () => none(refuseNames(sources)))
  test('has none of the words that do not belong', () => none(refuseWords(sources)))
  test('has lines of at most 120 columns', () => none(refuseLongLines(sources)))
  test('has functions of at most 70 lines', () => none(refuseLongFunctions(sources)))
  test('has a tidy top', () => none(refuseTopLevel(readdirSync(ROOT), top('.gitignore').split('\n').filter(Boolean))))
})
