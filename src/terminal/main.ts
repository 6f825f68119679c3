/** The office from a command line: `npm run office -- COMMAND`. Answers in plain lines, or in JSON for machines. */

import { parseArgs } from 'node:util'
import type { CommandLine, TerminalCommand } from './command.ts'
import { acknowledgeCommand } from './commands/acknowledge.ts'
import { balanceCommand } from './commands/balance.ts'
import { closeCommand } from './commands/close.ts'
import { consolidateCommand } from './commands/consolidate.ts'
import { demoCommand } from './commands/demo.ts'
import { duplicatesCommand } from './commands/duplicates.ts'
import { headOfficeKeysCommand } from './commands/head-office-keys.ts'
import { importCommand } from './commands/import.ts'
import { inboxCommand } from './commands/inbox.ts'
import { indicatorsCommand } from './commands/indicators.ts'
import { journalCommand } from './commands/journal.ts'
import { printCommand } from './commands/print.ts'
import { repairsCommand } from './commands/repairs.ts'
import { scanCommand } from './commands/scan.ts'
import { searchCommand } from './commands/search.ts'
import { undoCommand } from './commands/undo.ts'
import { verifyCommand } from './commands/verify.ts'
import { EXIT, Failed, type Outlet, outletOf, tellFailed, UsageError } from './outlet.ts'
import { terminalText } from './text/language.ts'

const COMMANDS: Record<string, TerminalCommand> = {
  demo: demoCommand,
  import: importCommand,
  undo: undoCommand,
  search: searchCommand,
  duplicates: duplicatesCommand,
  repairs: repairsCommand,
  print: printCommand,
  balance: balanceCommand,
  scan: scanCommand,
  indicators: indicatorsCommand,
  close: closeCommand,
  verify: verifyCommand,
  acknowledge: acknowledgeCommand,
  consolidate: consolidateCommand,
  'head-office-keys': headOfficeKeysCommand,
  inbox: inboxCommand,
  journal: journalCommand,
}

const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  language: { type: 'string' },
} as const

function languageOf(given: string | undefined): 'vi' | 'en' {
  if (given === 'vi' || given === 'en') return given
  if (given !== undefined) throw new UsageError('language', given)
  return (process.env.LANG ?? '').startsWith('vi') ? 'vi' : 'en'
}

/** Runs one command; the number is the exit code. */
async function run(words: string[]): Promise<number> {
  const [name, ...rest] = words
  const command = name && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  let outlet: Outlet = outletOf({ isJson: rest.includes('--json'), text: terminalText(languageOf(undefined)) })
  try {
    if (!name || name === '--help' || name === '-h' || name === 'help') {
      outlet.say(outlet.text.help)
      return name ? EXIT.done : EXIT.usage
    }
    if (!command) throw new UsageError('command', name)
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, ...COMMON_OPTIONS },
      allowPositionals: true,
    })
    const options = values as CommandLine['options']
    outlet = outletOf({ isJson: options.json === true, text: terminalText(languageOf(values.language)) })
    if (values.help) {
      outlet.say(outlet.text.helpOf[command.name])
      return EXIT.done
    }
    return await command.run({ positionals, options, outlet })
  } catch (error) {
    return tellFailed(error, outlet)
  }
}

// Whoever reads the lines may have read enough (`| head`): the work goes on to its end all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Failed ? error.message : error)
    process.exitCode = EXIT.defect
  },
)
