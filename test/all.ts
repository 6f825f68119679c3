/**
 * What `npm test` runs, one step after another: types, lint, unit and integration tests, a production build, a short
 * run of the faults, and the journey in a real Electron. Each step says how it went and how long it took; one that
 * failed shows what it printed, and the run goes on. The last line counts: "N passed, N failed".
 * Parts of it: node test/all.ts types lint unit
 */

import { type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
/** Longer than any step takes on a slow machine: a step that hangs must not hang the run. */
const LONGEST_STEP_MS = 30 * 60_000

interface Outcome {
  passed: number
  failed: number
  /** Shown where something failed, or where `notice` says so. */
  output: string
  notice?: string
}

interface Finished {
  isGood: boolean
  output: string
}

/** Runs a program of node_modules/.bin, or this Node for 'node'; answers when it has ended, with all it printed. */
function run(program: string, ...args: string[]): Promise<Finished> {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const options: SpawnOptions = {
    cwd: ROOT,
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    timeout: LONGEST_STEP_MS,
  }
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, options)
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ isGood: false, output: `${output}${error.message}\n` }))
    child.on('close', (code, signal) => {
      const ending = signal ? `ended by ${signal}, after ${LONGEST_STEP_MS / 60_000} minutes at the latest\n` : ''
      resolve({ isGood: code === 0, output: output + ending })
    })
  })
}

/** A step that passes or fails as a whole. */
async function whole(program: string, ...args: string[]): Promise<Outcome> {
  const { isGood, output } = await run(program, ...args)
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, output }
}

/** A run of vitest, counted test by test; a file that does not load and an error outside of tests count as one failed. */
async function vitest(config: string, wrapper: string[] = []): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-tests-'))
  try {
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const [program = '', ...args] = [...wrapper, 'vitest', 'run', '--config', config, ...reporters]
    const { isGood, output } = await run(program, ...args)
    if (!existsSync(report)) return { passed: 0, failed: 1, output }
    const {
      numPassedTests: passed,
      numFailedTests,
      testResults,
    } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      testResults: { status: string; assertionResults: { status: string }[] }[]
    }
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    const failed = numFailedTests + unloaded.length
    return { passed, failed: isGood ? failed : Math.max(failed, 1), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** Why no Electron window can be had here, or null: one is lent, is installed, or lets itself be installed. */
async function whyNoElectron(): Promise<string | null> {
  const executable = EXECUTABLES[process.platform] ?? 'electron'
  const lent = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (lent)
    return existsSync(join(lent, executable)) ? null : `ELECTRON_OVERRIDE_DIST_PATH has no ${executable}: ${lent}`
  const electron = join(ROOT, 'node_modules', 'electron')
  if (existsSync(join(electron, 'dist', executable))) return null
  const { output } = await run('node', join(electron, 'install.js'))
  if (existsSync(join(electron, 'dist', executable))) return null
  return `Electron is not installed and could not be downloaded: ${output.trim() || 'no reason given'}`
}

/** Under Linux without a display the journey runs on a virtual one, as large as the largest screen it looks at. */
const VIRTUAL_DISPLAY = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24']

async function journey(): Promise<Outcome> {
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const hasDisplay = !needsDisplay || (await run('xvfb-run', '--help')).isGood
  const why = hasDisplay ? await whyNoElectron() : 'there is no display, and xvfb-run is not installed'
  if (why === null) return vitest('test/journey/vitest.config.ts', needsDisplay ? VIRTUAL_DISPLAY : [])
  const failed = process.env.JOURNEY_REQUIRED === '1' ? 1 : 0
  const notice = `\n${'!'.repeat(72)}\n  THE JOURNEY DID NOT RUN: nothing was tried in a real Electron window.\n  ${why}\n${'!'.repeat(72)}\n`
  return { passed: 0, failed, output: '', notice }
}

const STEPS: Record<string, () => Promise<Outcome>> = {
  types: () => whole('tsc', '--build'),
  lint: () => whole('biome', 'check'),
  unit: () => vitest('test/vitest.config.ts'),
  build: () => whole('electron-vite', 'build'),
  faults: () => whole('node', 'test/faults/all.ts', '--short'),
  journey,
}

async function unknown(name: string): Promise<Outcome> {
  return { passed: 0, failed: 1, output: `No step is called ${name}. There are: ${Object.keys(STEPS).join(' ')}\n` }
}

async function runSteps(names: readonly string[]): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 }
  for (const name of names) {
    const startedAt = performance.now()
    const { passed, failed, output, notice } = await (STEPS[name] ?? (() => unknown(name)))()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(8)} ${passed} passed, ${failed} failed, ${seconds} s`,
    )
    if (failed > 0) console.log(output)
    if (notice) console.log(notice)
    total.passed += passed
    total.failed += failed
  }
  return total
}

const chosen = process.argv.slice(2)
const { passed, failed } = await runSteps(chosen.length > 0 ? chosen : Object.keys(STEPS))
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
