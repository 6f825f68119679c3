/**
 * `app://window/` serves the built window under a strict Content-Security-Policy with a fresh style nonce per load;
 * `app://papers/NAME.pdf` serves papers of the open ledger, `app://scans/SHA256.jpg` the pictures of signed ones,
 * `app://photos/SHA256.jpg` (or `.png`) the photos of repairs.
 * Nothing else, and no way out of these folders.
 */

import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { basename, extname, join, normalize, sep } from 'node:path'
import { app, protocol } from 'electron'
import { PAPERS_ORIGIN, PHOTOS_ORIGIN, SCANS_ORIGIN } from '../contract/shell.ts'
import { byteRange } from './byte-range.ts'

export const WINDOW_ORIGIN = 'app://window'

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Must run before the app is ready. */
export function allowAppScheme(): void {
  // The product's name is part of every request's User-Agent, and `protocol.handle` takes no header beyond Latin-1.
  app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]/g, '')
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])
}

export function serveApp(folders: {
  windowFolder: string
  papersFolder: string
  scansFolder: string
  photosFolder: string
}): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const path = decodeURIComponent(pathname)
    try {
      if (host === 'window') return await windowFile(folders.windowFolder, path)
      if (host === 'papers') return await paper(folders.papersFolder, path, request)
      if (host === 'scans') return await pictureOfHash(folders.scansFolder, path)
      if (host === 'photos') return await pictureOfHash(folders.photosFolder, path)
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
    `img-src 'self' data: ${SCANS_ORIGIN} ${PHOTOS_ORIGIN}`,
    "font-src 'self'",
    `connect-src 'self' ${PAPERS_ORIGIN}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Whoever may ask for an address of ours is a window of ours. */
const FOR_OUR_WINDOWS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'range',
  'access-control-expose-headers': 'accept-ranges, content-length, content-range',
}

/** The picture of a signed paper or a photo of a repair. Its name is the hash of its content, so it never changes. */
async function pictureOfHash(folder: string, path: string): Promise<Response> {
  const name = path.slice(1)
  if (!/^[0-9a-f]{64}\.(png|jpg)$/.test(name)) return new Response(null, { status: 404 })
  const content = await readFile(join(folder, name))
  const headers = { 'content-type': MEDIA_TYPES[extname(name)] ?? '', 'cache-control': 'no-store' }
  return new Response(new Uint8Array(content), { headers })
}

/** A paper, or the range of it that is looked at. */
async function paper(folder: string, path: string, request: Request): Promise<Response> {
  const name = path.slice(1)
  if (name !== basename(name) || extname(name) !== '.pdf') return new Response(null, { status: 404 })
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: FOR_OUR_WINDOWS })
  const file = await open(join(folder, name))
  try {
    const { size } = await file.stat()
    const range = byteRange(request.headers.get('range'), size)
    const { from, to } = range ?? { from: 0, to: size - 1 }
    const content = new Uint8Array(to - from + 1)
    await file.read(content, 0, content.length, from)
    const headers = {
      ...FOR_OUR_WINDOWS,
      'content-type': 'application/pdf',
      'accept-ranges': 'bytes',
      'content-length': String(content.length),
      ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    }
    return new Response(content, { status: range ? 206 : 200, headers })
  } finally {
    await file.close()
  }
}
