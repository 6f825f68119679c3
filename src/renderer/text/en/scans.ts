/** English of signed papers that come back as scans. */

import type { ScanState } from '../../../domain/returned-scan.ts'
import type { scans as vietnamese } from '../vi/scans.ts'

export const scans = {
  title: 'Signed papers',
  event: 'The distribution of this stack',
  anyEvent: 'Any distribution',
  choose: 'Choose scans…',
  watch: 'Watch the scanner’s folder…',
  watching: (folder: string) => `Watching ${folder}`,
  stopWatching: 'Stop watching',
  folderGone: (folder: string) => `${folder} cannot be opened`,
  show: 'Signed paper',
  showOf: (n: string) => `Show the signed paper ${n}`,
  paperPage: (page: number) => `page ${page}`,
  pagesBack: (pages: string) => `Pages back: ${pages}`,
  shelves: { undecided: 'Waiting', kept: 'Kept', setAside: 'Set aside', missing: 'Missing' },
  summary: (states: Record<ScanState, number>) =>
    `Matched ${states.matched} · To look at ${states.unsure} · No code ${states.unreadable} · ` +
    `Duplicate ${states.duplicate} · From elsewhere ${states.foreign}`,
  empty: { undecided: 'No page waits', kept: 'No scan is kept yet', setAside: 'No page was set aside' },
  emptyNext: 'Drop the scanner’s PDF, TIFF, JPG or PNG files on the window, or press “Choose scans”.',
  list: 'Scanned pages',
  page: 'Page',
  state: 'Result',
  noPaper: 'Paper not known',
  notFound: 'No paper is like what was typed',
  blank: 'Blank',
  from: (file: string, page: number) => `${file}, page ${page}`,
  find: 'Another paper',
  findHint: 'Number, place in the kit, code or name',
  keep: 'It is this paper',
  keepAll: (count: string) => `Keep ${count} matched`,
  keptAll: (kept: number, skipped: number) => `${kept} scans kept${skipped > 0 ? `, ${skipped} left out` : ''}`,
  setAside: 'Set aside',
  takeBack: 'Take back',
  undo: 'Undo',
  isBack: 'This paper has its scan already.',
  isVoided: 'This paper is void.',
  severalCodes: (count: number) =>
    `This page bears the codes of ${count} papers. Scan each alone, or choose the right one.`,
  emptyBox: 'The recipient’s signature box looks empty. Look closely before keeping it.',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  nearer: 'Nearer',
  farther: 'Farther',
  imageOf: (file: string, page: number) => `Page ${page} of ${file}`,
  imageGone: 'The picture of this page cannot be opened.',
  read: (pages: number, matched: number) => `${pages} pages read, ${matched} matched`,
  dropHere: 'Drop to read signed papers',
} satisfies typeof vietnamese
