/**
 * `app://window/` serves the built window under a strict Content-Security-Policy with a fresh style nonce per load;
 * `app://papers/NAME.pdf` serves papers of the open ledger. Nothing else, and no way out of either folder.
 */

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname, join, normalize, sep } from 'node:path'
import { app, protocol } from 'electron'

export const WINDOW_ORIGIN = 'app://window'
export const PAPERS_ORIGIN = 'app://papers'

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Must run before the app is ready. */
export function allowAppScheme(): void {
  // The product's name is part of every request's User-Agent, and `protocol.handle` takes no header beyond Latin-1.
  app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]/g, '')
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

export function serveApp(folders: { windowFolder: string; papersFolder: string }): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const path = decodeURIComponent(pathname)
    try {
      if (host === 'window') return await windowFile(folders.windowFolder, path)
      if (host === 'papers') return await paper(folders.papersFolder, path)
    } catch {
      // A file that cannot be read is one that is not there.
    }
    return new Response(null, { status: 404 })
  })
}

async function windowFile(folder: string, path: string): Promise<Response> {
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  if (!file.startsWith(folder + sep)) return new Response(null, { status: 404 })
  const content = await readFile(file)
  const headers = { 'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream' }
  if (extname(file) !== '.html') return new Response(new Uint8Array(content), { headers })
  const nonce = randomBytes(16).toString('base64')
  return new Response(content.toString('utf8').replace('STYLE_NONCE', nonce), {
    headers: { ...headers, 'content-security-policy': policy(nonce), 'x-content-type-options': 'nosniff' },
  })
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

async function paper(folder: string, path: string): Promise<Response> {
  const name = path.slice(1)
  if (name !== basename(name) || extname(name) !== '.pdf') return new Response(null, { status: 404 })
  const content = await readFile(join(folder, name))
  return new Response(new Uint8Array(content), { headers: { 'content-type': 'application/pdf' } })
}
