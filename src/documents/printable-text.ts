/**
 * Makes the text of blocks fit to print: it must be NFC, because marks set on their own float off their letters in
 * every font, and a word longer than any Vietnamese one may be broken, because a column is no wider for it.
 */

import type { Block } from './page.ts'

/** No Vietnamese syllable has more than seven letters; codes of customers have thirteen, and a full stop may follow. */
const LONGEST_UNBROKEN = 16
const PIECE = 4
const ZERO_WIDTH_SPACE = '\u200b'
const LONG_WORD = new RegExp(`[^\\s/-]{${LONGEST_UNBROKEN + 1},}`, 'gu')
const PIECES = new RegExp(`.{1,${PIECE}}`, 'gsu')

/** Throws a RangeError for text that is not NFC. */
export function printable(text: string): string {
  if (text.normalize('NFC') !== text) throw new RangeError(`Text to print must be NFC: ${JSON.stringify(text)}`)
  return text
}

/** Puts breaks without width into each long word; after a slash or a hyphen a line may break anyway. */
function breakable(text: string): string {
  return text.length <= LONGEST_UNBROKEN
    ? text
    : text.replace(LONG_WORD, (word) => (word.match(PIECES) ?? [word]).join(ZERO_WIDTH_SPACE))
}

/** Takes out the breaks again once lines are made, so that text copied from a paper is the text that was given. */
export function withoutBreaks(text: string): string {
  return text.replaceAll(ZERO_WIDTH_SPACE, '')
}

/** The face of all text. */
export const FONT = 'Tinos'

/**
 * Said of each text, although nothing else was ever meant: pdfmake looks every property of every word up through all
 * blocks around it unless the text itself has it, and that takes a quarter of the time of laying out.
 */
const PLAIN = {
  font: FONT,
  color: 'black',
  opacity: 1,
  lineHeight: 1,
  characterSpacing: 0,
  wordBreak: 'normal',
  fontFeatures: false,
  background: false,
  decoration: false,
  decorationColor: false,
  decorationStyle: false,
  decorationThickness: false,
  linkToPage: false,
  linkToDestination: false,
  sup: false,
  sub: false,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/** Checks and prepares all text of the blocks, in place. */
export function preparePrintableText(blocks: readonly Block[]): void {
  for (const block of blocks) prepare(block)
}

function prepare(block: Block): void {
  if ('stack' in block) block.stack.forEach(prepare)
  else if ('columns' in block) block.columns.forEach(prepare)
  else if ('table' in block) for (const row of block.table.body) row.forEach(prepare)
  else if ('text' in block) prepareText(block, block.noWrap ?? false)
}

function prepareText(block: Mutable<Extract<Block, { text: unknown }>>, isUnbroken: boolean): void {
  const prepared = (text: string) => (isUnbroken ? printable(text) : breakable(printable(text)))
  Object.assign(block, PLAIN)
  block.text =
    typeof block.text === 'string'
      ? prepared(block.text)
      : block.text.map((run) => ({ ...PLAIN, ...run, text: prepared(run.text) }))
}
