/** A PostgreSQL of Debian's packages, started on a socket in a folder of its own; nothing listens on the network. */

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const VERSIONS = '/usr/lib/postgresql'

export interface Postgres extends Disposable {
  /** The URL of a new, empty database. */
  newDatabase(): Promise<string>
}

function programsFolder(): string | null {
  if (!existsSync(VERSIONS)) return null
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))
  return (
    versions.map((version) => join(VERSIONS, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
  )
}

export const hasPostgres = programsFolder() !== null

/** Whether tests against PostgreSQL run here; says so loudly where they do not, and lets them fail where they must. */
export function mayUsePostgres(): boolean {
  if (hasPostgres || process.env.JOURNEY_REQUIRED === '1') return true
  console.warn('POSTGRESQL IS NOT INSTALLED (Debian: postgresql): nothing was loaded into a real database')
  return false
}

/**
 * Starts a server; initdb refuses root, so root lends it to the user of Debian's package. Only where speed is measured
 * need it wait for the disk.
 */
export function startPostgres({ isDurable = false } = {}): Postgres {
  const bin = programsFolder()
  if (!bin) throw new Error(`No PostgreSQL under ${VERSIONS}: apt-get install postgresql`)
  const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-pg-'))
  const isRoot = userInfo().uid === 0
  const run = (program: string, ...parameters: string[]) => {
    const words = [join(bin, program), ...parameters]
    const [command = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...words] : words
    execFileSync(command, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (isRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const options = `-k ${folder} -c listen_addresses='' ${isDurable ? '' : '-c fsync=off -c full_page_writes=off'}`
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  let databases = 0
  return {
    async newDatabase() {
      const name = `company_${++databases}`
      await withClient(`postgres://postgres@localhost/postgres?host=${folder}`, (client) =>
        client.query(`create database ${name}`),
      )
      return `postgres://postgres@localhost/${name}?host=${folder}`
    },
    [Symbol.dispose]() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function withClient<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
