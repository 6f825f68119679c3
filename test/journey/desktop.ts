/** The built program in a real Electron on a ledger of its own, driven the way a clerk drives it: by keys. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '../..')
const PICTURES = join(ROOT, 'test-results', 'journey')

/** The sizes every screen must work at: an old office screen, and the same at 125 %. */
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
] as const

export interface Desktop {
  app: ElectronApplication
  page: Page
  ledgerFolder: string
  /** What the window complained of: errors, warnings of the policy, and anything it wrote as an error. */
  complaints: string[]
  press(...keys: string[]): Promise<void>
  /** A key with Ctrl as the system sends it: the shell sees it before the page, which it does not with `press`. */
  pressCtrlInShell(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Types as Unikey does: plain letters first, then Backspace and the word again with its marks. */
  typeWithUnikey(text: string): Promise<void>
  /** Waits until a text can be seen. */
  see(text: string | RegExp): Promise<void>
  /** A picture of the screen at each size, and what axe-core finds serious there. */
  look(name: string): Promise<string[]>
  /** Lets the next dialog for files answer with these paths, as if the clerk had chosen them. */
  chooseNext(...paths: string[]): Promise<void>
  /** Lets the next dialog for a new file answer with this path. */
  saveNext(path: string): Promise<void>
  /** The address of the paper in the preview window once it has opened, which is then left by Esc. */
  readPaper(opening: Promise<unknown>): Promise<string>
  /** The same, while a message is looked for that goes by itself and may be gone before the paper is left. */
  readPaperAnd(opening: Promise<unknown>, message: Promise<unknown>): Promise<string>
  close(): Promise<void>
}

function executable(): string {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ROOT, 'node_modules/electron/dist')
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

export function canRunElectron(): boolean {
  return existsSync(executable()) && (process.platform !== 'linux' || Boolean(process.env.DISPLAY))
}

/** `openedFile` is what somebody double-clicked to start the program. */
export async function openDesktop(
  ledgerFolder = mkdtempSync(join(tmpdir(), 'so-tri-an-journey-')),
  openedFile: string | null = null,
): Promise<Desktop> {
  const userData = mkdtempSync(join(tmpdir(), 'so-tri-an-user-'))
  const app = await _electron.launch({
    executablePath: executable(),
    args: [
      '--no-sandbox',
      `--user-data-dir=${userData}`,
      ROOT,
      '--ledger',
      ledgerFolder,
      ...(openedFile ? [openedFile] : []),
    ],
  })
  const complaints: string[] = []
  app.process().stderr?.on('data', (text: Buffer) => {
    if (process.env.JOURNEY_VERBOSE) process.stderr.write(text)
  })
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await resize(app, SIZES[0])
  async function readPaper(opening: Promise<unknown>): Promise<string> {
    const opened = app.waitForEvent('window')
    await opening
    const paper = await opened
    const url = paper.url()
    await leaveByEscape(app, url)
    return url
  }
  return {
    app,
    page,
    ledgerFolder,
    complaints,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    pressCtrlInShell: (key) =>
      app.evaluate(({ BrowserWindow }, keyCode) => {
        const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
          webContents.getURL().startsWith('app://window/'),
        )
        for (const type of ['keyDown', 'keyUp'] as const)
          window?.webContents.sendInputEvent({ type, keyCode, modifiers: ['control'] })
      }, key),
    type: (text) => page.keyboard.type(text),
    async typeWithUnikey(text) {
      for (const [index, word] of text.split(' ').entries()) {
        if (index > 0) await page.keyboard.type(' ')
        const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
        await page.keyboard.type(plain)
        if (plain === word) continue
        for (const _letter of plain) await page.keyboard.press('Backspace')
        for (const letter of word) await page.keyboard.insertText(letter)
      }
    },
    see: (text) => page.getByText(text).first().waitFor({ timeout: 30_000 }),
    async look(name) {
      const findings: string[] = []
      for (const size of SIZES) {
        await resize(app, size)
        await page.waitForFunction(({ width }) => window.innerWidth === width, size)
        await page.waitForTimeout(150)
        findings.push(...(await seriousFindings(page)).map((finding) => `${name} at ${size.width}: ${finding}`))
        mkdirSync(PICTURES, { recursive: true })
        await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`) })
      }
      await resize(app, SIZES[0])
      return findings
    },
    async chooseNext(...paths) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen })
      }, paths)
    },
    async saveNext(path) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
      }, path)
    },
    readPaper,
    async readPaperAnd(opening, message) {
      const [url] = await Promise.all([readPaper(opening), message])
      return url
    },
    close: () => app.close(),
  }
}

async function resize(app: ElectronApplication, { width, height }: { width: number; height: number }): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().startsWith('app://window/'),
      )
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
}

/** The key goes in as the system sends it, since Playwright's would go past the shell to the page. */
async function leaveByEscape(app: ElectronApplication, url: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, paper) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === paper)
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' })
    return new Promise<void>((resolve) => window?.once('closed', () => resolve()))
  }, url)
}

const AXE = join(ROOT, 'node_modules/axe-core/axe.min.js')

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[]
}

/** What axe-core calls serious or critical on the screen as it is. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run(),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
