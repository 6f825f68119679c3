/**
 * acknowledge PACKAGE… --accept|--reject "REASON" --by NAME --key FILE --keys FOLDER [--identity FILE]
 * [--conflicts FILE_OR_FOLDER] [--out FOLDER]: head office answers packages with a small signed file each.
 */

import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { refusal } from '../../domain/refusal.ts'
import { type Conflict, conflictsFile, readConflicts } from '../../month-end/acknowledgement.ts'
import type { Answer, Answering } from '../../month-end/answer-package.ts'
import type { CommandLine, TerminalCommand } from '../command.ts'
import { existing, identitiesOf, refuse, signingKeyOf } from '../head-office-files.ts'
import { EXIT, UsageError } from '../outlet.ts'

export const acknowledgeCommand: TerminalCommand = {
  name: 'acknowledge',
  options: {
    accept: { type: 'boolean' },
    reject: { type: 'string' },
    by: { type: 'string' },
    key: { type: 'string' },
    keys: { type: 'string' },
    identity: { type: 'string' },
    conflicts: { type: 'string' },
    out: { type: 'string' },
  },
  async run({ positionals, options, outlet }) {
    if (positionals.length === 0) throw new UsageError('missing', 'PACKAGE')
    // Loaded here, so that no other command waits for it.
    const { answerPackage } = await import('../../month-end/answer-package.ts')
    const common = answeringOf(options, positionals.length)
    const paths = positionals.map((path) => existing(path))
    const answers: { file: string; answer: Answer }[] = []
    for (const path of paths) {
      const folder = typeof options.out === 'string' ? resolve(options.out) : dirname(path)
      const answer = await answerPackage(path, { ...common, folder })
      answers.push({ file: path, answer })
      outlet.say(outlet.text.answered(answer, basename(path)))
      if (answer.kind === 'faulty') for (const fault of answer.faults) outlet.say(outlet.text.fault(fault))
    }
    const isWhole = answers.every(({ answer }) => answer.kind === 'given' || answer.kind === 'known')
    outlet.json({ ok: isWhole, answers: answers.map(({ file, answer }) => ({ package: file, ...answer })) })
    return isWhole ? EXIT.done : EXIT.refused
  },
}

function answeringOf(options: CommandLine['options'], packageCount: number): Omit<Answering, 'folder'> {
  const reason = typeof options.reject === 'string' ? options.reject.normalize('NFC').trim() : null
  if ((reason === null) === (options.accept !== true) || reason === '') {
    throw new UsageError('missing', '--accept | --reject "…"')
  }
  return {
    verdict: reason === null ? 'accepted' : 'rejected',
    reason,
    decidedBy: word(options, 'by', 'NAME').normalize('NFC').trim(),
    decidedAt: new Date().toISOString(),
    conflictsOf: conflictsIn(options.conflicts, packageCount),
    key: signingKeyOf(word(options, 'key', 'FILE')),
    keysFolder: existing(word(options, 'keys', 'FOLDER')),
    identities: identitiesOf(options.identity),
  }
}

function word(options: CommandLine['options'], name: string, what: string): string {
  const given = options[name]
  if (typeof given !== 'string' || given.trim() === '') throw new UsageError('missing', `--${name} ${what}`)
  return given
}

/** Conflicts from one file, or from a folder with a `<package>.conflicts.json` for each package that has any. */
function conflictsIn(given: CommandLine['options'][string], packageCount: number): Answering['conflictsOf'] {
  if (typeof given !== 'string') return () => Promise.resolve([])
  const path = existing(given)
  const isFolder = statSync(path).isDirectory()
  if (!isFolder && packageCount > 1) throw new UsageError('oneConflictsFile', given)
  return async (packageName): Promise<readonly Conflict[]> => {
    const file = isFolder ? join(path, conflictsFile(packageName)) : path
    if (isFolder && !statSync(file, { throwIfNoEntry: false })) return []
    return readConflicts(readFileSync(file)) ?? refuse(refusal('conflicts.malformed', { fileName: basename(file) }))
  }
}
