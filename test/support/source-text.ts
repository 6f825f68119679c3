/**
 * Source files as the architecture test sees them: which modules a file imports, and its code with comments and texts
 * blanked out, so that a word in a comment is not taken for code. Line and column of everything stay where they were.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the top of the repository, with '/': src/domain/day.ts. */
  path: string
  text: string
}

export interface SourceImport {
  specifier: string
  /** From 1. */
  line: number
  /** `import type` and `export type … from` are gone at run time. */
  isTypeOnly: boolean
}

/** Every file below a folder of the repository. */
export function readSources(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(root.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** Comments, texts in quotes, templates and regular expressions; a slash opens the last only where a value may begin. */
const PIECES =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<template>`(?:\\[\s\S]|[^`\\])*`)|(?<=(?:^|[=(,:[!&|?{};]|return|=>)\s*)(?<pattern>\/(?![*/>])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*)/g

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

export function withoutComments(text: string): string {
  return text.replace(PIECES, (piece, comment) => (comment === undefined ? piece : blank(piece)))
}

/** The code alone: comments, quoted texts, regular expressions and templates (with what is in their ${}) become blanks. */
export function bareCode(text: string): string {
  return text.replace(PIECES, blank)
}

const IMPORTS =
  /(?:^|\n)[ \t]*(?:import|export)(?<type>\s+type(?=\s+[\w*]|\s*\{))?\s*(?:[\w$*{}\s,]*?\sfrom\s*|[\w$*{}\s,]*?\}\s*from\s*|)(?<quote>['"])(?<path>[^'"\n]+)\k<quote>|\bimport\(\s*['"`](?<later>[^'"`\n]+)['"`]/g

export function importsOf(file: SourceFile): SourceImport[] {
  const code = withoutComments(file.text)
  return [...code.matchAll(IMPORTS)].map((match) => {
    const { type, path, later } = match.groups ?? {}
    const end = match.index + match[0].length
    return {
      specifier: path ?? later ?? '',
      line: code.slice(0, end).split('\n').length,
      isTypeOnly: type !== undefined,
    }
  })
}
