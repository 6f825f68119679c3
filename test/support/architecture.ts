/**
 * The house rules of DESIGN.md as data and as checks over source files. A check answers with messages that teach: where,
 * what is wrong, why the rule is there, and where the code belongs.
 */

import { posix } from 'node:path'
import { bareCode, importsOf, type SourceFile, withoutComments } from './source-text.ts'

interface Room {
  /** Folders of src it may import. */
  src: readonly string[]
  /** Libraries it may import; 'node:' is every module of Node, '@mantine/' every package of that scope. */
  outside: readonly string[]
  /** Libraries that only these files of it may import. */
  onlyIn?: Readonly<Record<string, readonly string[]>>
  /** Folders of src of which it may know types alone. */
  typesOnly?: readonly string[]
  /** Why, for whoever runs into the wall. */
  because: string
}

/** Who may import whom: the table of DESIGN.md, row by row. */
export const HOUSE: Readonly<Record<string, Room>> = {
  domain: {
    src: [],
    outside: ['read-vietnamese-number', 'fastest-levenshtein'],
    because:
      'domain is what is true: pure rules, the same in the office, the window and a test. Pass facts in; do I/O in the folder that calls.',
  },
  contract: {
    src: ['domain'],
    outside: ['zod'],
    because:
      'contract is what may be asked, read by the window and the office alike, so nothing of either side may come along.',
  },
  ledger: {
    src: ['domain'],
    outside: ['drizzle-orm', 'better-sqlite3', 'node:'],
    because:
      'ledger is where it is kept, the only folder of the office that knows SQL. What a caller asks for is decided in office.',
  },
  intake: {
    src: ['domain'],
    outside: [
      'hucre',
      'csv-parse',
      'yauzl',
      'yazl',
      'zxing-wasm',
      '@hyzyla/pdfium',
      'jpeg-js',
      'fast-png',
      'fastest-levenshtein',
      'node:',
    ],
    because:
      'intake reads what comes in and answers with rows and findings. Storing them is for ledger, called by office.',
  },
  documents: {
    src: ['domain'],
    outside: ['pdfmake', 'qrcode', 'node:'],
    // Whoever changes pdfmake for another version finds all that is known of it in two files.
    onlyIn: {
      pdfmake: ['pdfmake-parts.ts', 'pdf-modules.d.ts'],
      'node:': ['render.ts', 'typeface.ts'],
      qrcode: ['qr-code.ts'],
    },
    because:
      'a paper is data in, page definition out; only documents/render.ts and what it draws with know a PDF, so papers are tested without one.',
  },
  'month-end': {
    src: ['domain'],
    outside: ['yazl', 'yauzl', '@noble/hashes', '@noble/ciphers', 'age-encryption', 'hucre', 'zod', 'node:'],
    because: 'month-end makes and checks packages from data it is given: head office verifies without a ledger.',
  },
  consolidation: {
    src: ['domain', 'month-end'],
    outside: ['pg', 'pg-copy-streams', 'hyparquet-writer', 'node:'],
    onlyIn: {
      pg: ['store.ts', 'schema.ts'],
      'pg-copy-streams': ['store.ts'],
      'hyparquet-writer': ['table-file.ts'],
    },
    because:
      'consolidation is what head office adds up from packages alone: it has no ledger and no office, and they do not load it.',
  },
  office: {
    src: ['domain', 'contract', 'ledger', 'intake', 'documents', 'month-end'],
    outside: ['uuid', 'zod', 'hucre', 'node:'],
    onlyIn: { hucre: ['registry-file.ts'] },
    because:
      'office puts the other folders behind the contract and runs on plain Node, in tests, terminal and Electron alike. The shell is src/main, the screen src/renderer.',
  },
  terminal: {
    src: ['office', 'month-end', 'consolidation', 'contract', 'domain'],
    outside: ['node:', 'uuid'],
    because:
      'terminal is one more way into the office: it asks through the contract, as the window does. Head office has no office to ask.',
  },
  main: {
    src: ['contract'],
    outside: ['electron', 'node:'],
    because:
      'main only gives the office a window. It forks the built office by its path; rules, files and data are for office.',
  },
  preload: {
    src: ['contract'],
    outside: ['electron'],
    typesOnly: ['contract'],
    because: 'preload is sandboxed and hands the window its port, nothing else.',
  },
  renderer: {
    src: ['contract', 'domain'],
    outside: ['react', 'react-dom', '@mantine/', '@tanstack/', 'get-nonce', 'uuid', 'pdfjs-dist'],
    onlyIn: { 'pdfjs-dist': ['pdf-file.ts', 'pdf-worker.ts'] },
    because: 'the window sees the office only through the contract: it has no Node, no ledger and no files.',
  },
}

/** Renderer folders that are no ground for everybody: what is in app or a feature is imported by app alone. */
const COMPOSER = 'app'

/** The top of the repository: DESIGN.md, "The house". Dotfiles may join, and what git ignores does not count. */
export const TOP_LEVEL = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron.vite.config.ts',
  'src',
  'resources',
  'test',
  'README.md',
]

const LONGEST_FUNCTION_LINES = 70
const LONGEST_LINE_COLUMNS = 120

function folderOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The path a relative import means, without '?url' and the like; null for a library. */
function targetOf(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ''))
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:'
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function isCode(file: SourceFile): boolean {
  return /\.tsx?$/.test(file.path)
}

/** Holds every import to the table: between folders of src, and from outside. */
export function refuseImports(files: readonly SourceFile[]): string[] {
  return files.filter(isCode).flatMap((file) => {
    const folder = folderOf(file.path)
    const room = HOUSE[folder]
    if (!room)
      return [
        `${file.path}: src/${folder} is no folder of the house. Put the file into one of ${Object.keys(HOUSE).join(', ')}.`,
      ]
    return importsOf(file).flatMap(({ specifier, line, isTypeOnly }) => {
      const target = targetOf(file, specifier)
      const wrong =
        target === null ? wrongLibrary(room, file, specifier) : wrongFolder(room, folder, target, isTypeOnly)
      return wrong ? [`${file.path}:${line} imports '${specifier}': ${wrong} Why: ${room.because}`] : []
    })
  })
}

function wrongFolder(room: Room, folder: string, target: string, isTypeOnly: boolean): string | null {
  if (!target.startsWith('src/'))
    return 'nothing outside src is imported; let the caller pass the path or the value in.'
  const other = folderOf(target)
  if (other === folder) return null
  if (!room.src.includes(other)) {
    return `${folder} may import ${room.src.join(', ') || 'no other folder'}, not ${other}.`
  }
  return room.typesOnly?.includes(other) && !isTypeOnly
    ? `${folder} may take only types from ${other}: write import type.`
    : null
}

function wrongLibrary(room: Room, file: SourceFile, specifier: string): string | null {
  const library = packageOf(specifier)
  const allowed = room.outside.find((name) => (name.endsWith('/') ? library.startsWith(name) : library === name))
  const folder = folderOf(file.path)
  if (!allowed) return `outside libraries of ${folder} are ${room.outside.join(', ')}.`
  const only = room.onlyIn?.[allowed]
  if (!only || only.includes(posix.basename(file.path))) return null
  return `in ${folder} only ${only.join(' and ')} may import ${allowed}.`
}

/** In the window a feature stands alone, and app composes: nothing but app imports a feature, nothing but the entry imports app. */
export function refuseFeatureTies(files: readonly SourceFile[]): string[] {
  const areaOf = (path: string) => {
    const [, , area, feature] = path.split('/')
    return area === 'features' ? `features/${feature}` : (area ?? '')
  }
  return files
    .filter((file) => isCode(file) && file.path.startsWith('src/renderer/'))
    .flatMap((file) => {
      const area = areaOf(file.path)
      const isEntry = file.path.split('/').length === 3
      return importsOf(file).flatMap(({ specifier, line }) => {
        const target = targetOf(file, specifier)
        if (!target?.startsWith('src/renderer/')) return []
        const other = areaOf(target)
        if (other === area || isEntry || area === COMPOSER) return []
        if (other !== COMPOSER && !other.startsWith('features/')) return []
        return [
          `${file.path}:${line} imports '${specifier}': ${area} must not know ${other}. Why: a feature can be changed or taken out ` +
            'alone only while nobody leans on it. Move what both need to components, or let app put the two together.',
        ]
      })
    })
}

/** Files that import each other in a ring cannot be understood, tested or loaded one at a time. Types do not count. */
export function refuseCircles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path))
  const targets = new Map(
    files.filter(isCode).map((file) => {
      const imports = importsOf(file).filter(({ isTypeOnly }) => !isTypeOnly)
      const paths = imports.map(({ specifier }) => targetOf(file, specifier))
      return [file.path, paths.filter((path) => path !== null && known.has(path))] as const
    }),
  )
  const done = new Set<string>()
  const rings: string[] = []
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) rings.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const target of targets.get(path) ?? []) if (target !== null) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  return rings.map(
    (ring) =>
      `${ring} is a ring. Why: none of these files stands alone. Move what they share to a file of its own, or pass it in.`,
  )
}

/** Nothing is kept that nobody uses. `startedBy` are the texts that name entries: package.json, the build, pages. */
export function refuseDeadFiles(files: readonly SourceFile[], startedBy: readonly string[]): string[] {
  const pages = files.filter((file) => file.path.endsWith('.html'))
  const imported = new Set(
    files.filter(isCode).flatMap((file) => importsOf(file).map((one) => targetOf(file, one.specifier))),
  )
  for (const page of pages) {
    for (const [, src] of page.text.matchAll(/(?:src|href)="\/?([^"]+)"/g))
      imported.add(posix.join(posix.dirname(page.path), src ?? ''))
  }
  const isEntry = (path: string) => startedBy.some((text) => text.includes(path))
  return files
    .filter(({ path }) => !/(\.d\.ts|tsconfig[\w.]*\.json)$/.test(path) && !imported.has(path) && !isEntry(path))
    .map(
      ({ path }) =>
        `${path}: nobody imports it. Why: dead files mislead whoever reads the house. Delete it, or name it as an entry in electron.vite.config.ts or package.json.`,
    )
}

export function refuseNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(isCode)
    .filter(({ path }) => !/^([a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts|[A-Z][A-Za-z0-9]*\.tsx)$/.test(posix.basename(path)))
    .map(
      ({ path }) =>
        `${path}: a file is kebab-case .ts or PascalCase .tsx, so that a name tells a component from plain code. A .tsx without a component becomes .ts.`,
    )
}

interface WordRule {
  pattern: RegExp
  /** Which view of a file is searched. */
  view: (text: string) => string
  /** Paths it holds for. */
  where: RegExp
  teach: string
}

const everything = (text: string) => text
const PURE = /^src\/(domain|contract)\//

const WORD_RULES: readonly WordRule[] = [
  {
    pattern: /(?<![.\w])any(?![\w:(]|\s*[:(])/g,
    view: bareCode,
    where: /^src\//,
    teach: 'no any: it switches the compiler off for all that it touches. Take unknown and look, or name the type.',
  },
  {
    pattern: /\b(TODO|FIXME)\b|@ts-(ignore|nocheck|expect-error)/g,
    view: everything,
    where: /^src\//,
    teach: 'nothing is left for later in the code. Do it now, or file an issue.',
  },
  {
    pattern: /\bconsole\s*\./g,
    view: bareCode,
    where: /^src\/(?!terminal\/)/,
    teach:
      'only terminal writes to a console: a clerk sees none. Answer with a failure, or report the incident to the office log.',
  },
  {
    pattern: /^export\s+default\b/gm,
    view: bareCode,
    where: /^src\//,
    teach: 'no default exports: one thing has one name, wherever it is imported.',
  },
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bglobalThis\b|\bfetch\(/g,
    view: bareCode,
    where: PURE,
    teach:
      'no clock, no chance, no surroundings here: the same facts give the same answer on every day. Pass the value in.',
  },
  {
    pattern: /\bimport\.meta\b/g,
    view: bareCode,
    where: /^src\/(?!terminal\/|renderer\/)/,
    teach: 'import.meta is empty in the CommonJS build. Let the caller pass the path in.',
  },
  {
    pattern: /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]/g,
    view: withoutComments,
    where: /^src\/renderer\/(?!text\/).*\.tsx$/,
    teach: 'texts are typed code in renderer/text, Vietnamese and English side by side. Take the text from there.',
  },
  {
    pattern:
      /\b(label|title|placeholder|description|aria-label|alt)="[^"]*\p{L}|>[^<>{}=;()&|]*\p{L}{2}[^<>{}=;()&|]*<\//gu,
    view: withoutComments,
    where: /^src\/renderer\/(?!text\/).*\.tsx$/,
    teach: 'no literal text in a component, or one language stays untranslated. Put it into renderer/text.',
  },
]

/** Words that do not belong: any, TODO, console, default exports, clocks in pure code, texts in components. */
export function refuseWords(files: readonly SourceFile[]): string[] {
  return files.filter(isCode).flatMap((file) =>
    WORD_RULES.filter(({ where }) => where.test(file.path)).flatMap(({ pattern, view, teach }) => {
      const text = view(file.text)
      return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
        return `${file.path}:${text.slice(0, index).split('\n').length} has '${found.trim()}': ${teach}`
      })
    }),
  )
}

/** Sentences for people stand whole, each on its line. */
const SENTENCES = /^src\/(contract\/wording|renderer\/text|terminal\/text)\//

export function refuseLongLines(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => isCode(file) && !SENTENCES.test(file.path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => {
        const columns = [...line].length
        if (columns <= LONGEST_LINE_COLUMNS) return []
        return `${path}:${at + 1} has ${columns} columns, more than ${LONGEST_LINE_COLUMNS}. Break the line.`
      }),
    )
}

/**
 * Functions past 70 lines. Files are formatted, so a function declared at some indentation ends at the next line that
 * is only a closing brace at that indentation; anonymous functions count with the one they stand in.
 */
export function refuseLongFunctions(files: readonly SourceFile[]): string[] {
  const start =
    /^(?<indent>\s*)(?:export )?(?:async )?(?:function\*? (?<name>\w+)|const (?<arrow>\w+) = (?:async )?(?:<.*>)?\((?!\())/
  return files.filter(isCode).flatMap((file) => {
    const lines = bareCode(file.text).split('\n')
    return lines.flatMap((line, at) => {
      const { indent = '', name, arrow } = start.exec(line)?.groups ?? {}
      if (!name && (!arrow || /[^{(]\s*$/.test(line))) return []
      const length =
        lines.slice(at).findIndex((later) => later.startsWith(`${indent}}`) && /^\s*\}[,;)]*$/.test(later)) + 1
      if (length <= LONGEST_FUNCTION_LINES) return []
      return [
        `${file.path}:${at + 1} ${name ?? arrow} has ${length} lines, more than ${LONGEST_FUNCTION_LINES}: it does more than one thing. ` +
          'Give the parts names of the trade.',
      ]
    })
  })
}

/** `entries` as a listing of the repository's top gives them; `ignored` as .gitignore writes them. */
export function refuseTopLevel(entries: readonly string[], ignored: readonly string[]): string[] {
  const isIgnored = (entry: string) =>
    ignored.some((line) => (line.startsWith('*') ? entry.endsWith(line.slice(1)) : entry === line.replace(/\/$/, '')))
  return entries
    .filter((entry) => !entry.startsWith('.') && !TOP_LEVEL.includes(entry) && !isIgnored(entry))
    .map(
      (entry) =>
        `${entry} stands at the top of the repository, which is fixed: ${TOP_LEVEL.join(' ')}. Code belongs into src, what it reads into resources, tests and tools into test.`,
    )
}
