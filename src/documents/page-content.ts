/**
 * Takes blocks apart: into their words, their codes, and all the rest, which is their shape. Papers of one shape whose
 * texts take as many lines are laid out alike.
 */

import type { Alignment, Block, Look, Mark } from './page.ts'

/** A text with the look it has of its own and from the blocks around it; sizes in points. */
export interface PrintedText {
  runs: readonly { text: string; bold: boolean; italics: boolean }[]
  fontSize: number
  alignment: Alignment
  leadingIndent: number
  noWrap: boolean
  /** Whether it may make a column wider: one that shares what other columns leave over. */
  isElastic: boolean
  /** Of how many columns of a table it takes the room. */
  columnsSpanned: number
  mark: { name: Mark; roomAbovePt: number } | null
}

export interface PrintedCode {
  digits: string
  isMarked: boolean
}

export interface PageContent {
  /** Null for blocks that are like no others, because their rows have heights of their own. */
  shape: string | null
  texts: readonly PrintedText[]
  codes: readonly PrintedCode[]
}

/** The size of text that says nothing of it. */
export const USUAL_SIZE = 13

/** What a block passes on to those inside. */
interface Surroundings extends Required<Omit<Look, 'margin'>> {
  isElastic: boolean
  isGivenAway: boolean
}

const PLAIN_SURROUNDINGS: Surroundings = {
  fontSize: USUAL_SIZE,
  bold: false,
  italics: false,
  alignment: 'left',
  leadingIndent: 0,
  noWrap: false,
  isElastic: false,
  isGivenAway: false,
}

interface Parts {
  shape: string
  isUnique: boolean
  texts: PrintedText[]
  codes: PrintedCode[]
}

export function pageContent(blocks: readonly Block[]): PageContent {
  const parts: Parts = { shape: '', isUnique: false, texts: [], codes: [] }
  for (const block of blocks) takeApart(block, PLAIN_SURROUNDINGS, parts)
  return { shape: parts.isUnique ? null : parts.shape, texts: parts.texts, codes: parts.codes }
}

/** What a block holds; everything else about it is how it looks. */
const HELD = new Set(['text', 'code', 'stack', 'columns', 'table', 'body'])

function takeApart(block: Block, around: Surroundings, parts: Parts, columnsSpanned = 1): void {
  parts.shape += '{'
  describeAll(block, parts)
  const look = withOwnLook(block, around)
  if ('text' in block) takeText(block, look, parts, columnsSpanned)
  else if ('code' in block) parts.codes.push({ digits: block.code, isMarked: !look.isGivenAway })
  else if ('stack' in block) {
    const inside = block.isGivenAway ? { ...look, isGivenAway: true } : look
    for (const one of block.stack) takeApart(one, inside, parts)
  } else if ('columns' in block) {
    const shared = { ...look, isElastic: true }
    for (const one of block.columns) takeApart(one, typeof one.width === 'number' ? look : shared, parts)
  } else if ('table' in block) takeTable(block.table, look, parts)
  parts.shape += '}'
}

/** Nothing is left out, so that no two blocks that differ in whatever they may once have pass for alike. */
function describeAll(holder: object, parts: Parts): void {
  for (const name in holder) {
    if (HELD.has(name)) continue
    const value: unknown = Reflect.get(holder, name)
    if (typeof value === 'function') parts.isUnique = true
    else parts.shape += typeof value === 'object' ? `${name}=${JSON.stringify(value)};` : `${name}=${value};`
  }
}

function withOwnLook(block: Look, around: Surroundings): Surroundings {
  const { fontSize, bold, italics, alignment, leadingIndent, noWrap } = block
  return {
    fontSize: fontSize ?? around.fontSize,
    bold: bold ?? around.bold,
    italics: italics ?? around.italics,
    alignment: alignment ?? around.alignment,
    leadingIndent: leadingIndent ?? around.leadingIndent,
    noWrap: noWrap ?? around.noWrap,
    isElastic: around.isElastic,
    isGivenAway: around.isGivenAway,
  }
}

function takeText(
  { text, mark, margin }: Extract<Block, { text: unknown }>,
  { bold, italics, isGivenAway, ...look }: Surroundings,
  parts: Parts,
  columnsSpanned: number,
): void {
  const runs =
    typeof text === 'string'
      ? [{ text, bold, italics }]
      : text.map((run) => ({ text: run.text, bold: run.bold ?? bold, italics: run.italics ?? italics }))
  for (const run of runs) parts.shape += `${run.bold ? 'b' : ''}${run.italics ? 'i' : ''}.`
  parts.texts.push({
    runs,
    fontSize: look.fontSize,
    alignment: look.alignment,
    leadingIndent: look.leadingIndent,
    noWrap: look.noWrap,
    isElastic: look.isElastic,
    columnsSpanned,
    mark: mark && !isGivenAway ? { name: mark, roomAbovePt: margin?.[1] ?? 0 } : null,
  })
}

function takeTable(table: Extract<Block, { table: unknown }>['table'], look: Surroundings, parts: Parts): void {
  describeAll(table, parts)
  const shared = { ...look, isElastic: true }
  for (const row of table.body) {
    parts.shape += '|'
    for (const [column, cell] of row.entries()) {
      const isFixed = typeof table.widths[column] === 'number'
      takeApart(cell, isFixed ? look : shared, parts, cell.colSpan)
    }
  }
}
