/**
 * Blocks as pdfmake takes them in, each text with its number among the paper's texts, each code as an empty square with
 * its own. Everything is copied, because laying out wears blocks out.
 */

import type { Block, Cell } from './page.ts'
import type { PageContent, PrintedText } from './page-content.ts'
import { preparedRuns } from './text-lines.ts'
import { TYPEFACE } from './typeface.ts'

/** A block of pdfmake's; once it is laid out it knows its height. */
export type Node = Record<string, unknown> & { __height?: number }

/**
 * Said of each text, although nothing else was ever meant: pdfmake looks every property of every word up through all
 * blocks around it unless the text itself has it, and that takes a quarter of the time of laying out.
 */
const PLAIN = {
  font: TYPEFACE,
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
  link: false,
  linkToPage: false,
  linkToDestination: false,
  sup: false,
  sub: false,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
}

/** `content` is what was taken out of the same blocks. */
export function pdfmakeTree(blocks: readonly Block[], { texts }: PageContent): { stack: Node[] } {
  let codeCount = 0
  const remaining = texts.entries()

  function node(block: Block | Cell): Node {
    const { ...copy } = block
    if ('text' in block) return { ...copy, ...textNode() }
    if ('code' in block) {
      const { code: _, sidePt, ...look } = block
      const square = { type: 'rect', x: 0, y: 0, w: sidePt, h: sidePt, codeIndex: codeCount }
      codeCount += 1
      return { ...look, canvas: [square] }
    }
    if ('stack' in block) return { ...copy, stack: block.stack.map(node) }
    if ('columns' in block) return { ...copy, columns: block.columns.map(node) }
    if ('canvas' in block) return { ...copy, canvas: block.canvas.map((line) => ({ ...line })) }
    const { widths, body, ...table } = block.table
    return { ...copy, table: { ...table, widths: [...widths], body: body.map((row) => row.map(node)) } }
  }

  /** Texts come in the order they were taken out in, which is the order they are met in here. */
  function textNode(): { text: object[]; noWrap: boolean } {
    const next = remaining.next()
    if (next.done) throw new RangeError('The texts are not of these blocks')
    const [textIndex, text] = next.value
    return { text: preparedRuns(text).map((run) => textRun(run, text, textIndex)), noWrap: text.noWrap }
  }

  return { stack: blocks.map(node) }
}

/** Lines are aligned when they are drawn; as long as all begin on the left, each tells where its room begins. */
function textRun(run: object, { fontSize, leadingIndent, noWrap }: PrintedText, textIndex: number): object {
  return { ...PLAIN, ...run, fontSize, leadingIndent, noWrap, alignment: 'left', textIndex }
}
