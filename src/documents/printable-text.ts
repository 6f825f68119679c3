/**
 * Makes text fit to print: it must be NFC, because marks set on their own float off their letters in every font, and a
 * word longer than any Vietnamese one may be broken, because a column is no wider for it.
 */

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
export function breakable(text: string): string {
  return text.length <= LONGEST_UNBROKEN
    ? text
    : text.replace(LONG_WORD, (word) => (word.match(PIECES) ?? [word]).join(ZERO_WIDTH_SPACE))
}

/** Takes out the breaks again once lines are made, so that text copied from a paper is the text that was given. */
export function withoutBreaks(text: string): string {
  return text.replaceAll(ZERO_WIDTH_SPACE, '')
}
