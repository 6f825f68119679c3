/** The signed paper as it came back: whoever shows a paper shows its scan by one button, once it is there. */

import { Button, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../contract/contract.ts'
import type { ScannedPage } from '../../contract/scans.ts'
import { CommandButton } from '../commands/CommandButton.tsx'
import { useOfficeQuery } from '../office-port/asking.ts'
import { useText } from '../text/language.ts'
import { SideDialog } from './Dialog.tsx'
import classes from './KeptScan.module.css'
import { type QuarterTurn, ScanPicture } from './ScanPicture.tsx'

type Paper = Input<'scans.ofPaper'>

/** Among the buttons of a screen, with a key; `paper` is null where none is chosen. */
export function KeptScanCommand({ id, paper }: { id: string; paper: Paper | null }) {
  const text = useText().scans
  const { data } = useOfficeQuery('scans.ofPaper', paper)
  const [shown, setShown] = useState<readonly ScannedPage[] | null>(null)
  const pages = (paper && data?.pages) ?? []
  return (
    <>
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{ id, keys: 'mod+I', label: text.show, run: () => setShown(pages), isDisabled: pages.length === 0 }}
      />
      {shown && <KeptScan pages={shown} onClose={() => setShown(null)} />}
    </>
  )
}

/** Beside one paper of several; there is none while the paper has not come back. */
export function KeptScanButton({ documentNumber, ...paper }: Paper & { documentNumber: string }) {
  const text = useText().scans
  const { data } = useOfficeQuery('scans.ofPaper', paper)
  const [isShown, setShown] = useState(false)
  if (!data || data.pages.length === 0) return null
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={text.showOf(documentNumber)}
        onClick={() => setShown(true)}
      >
        {text.show}
      </Button>
      {isShown && <KeptScan pages={data.pages} onClose={() => setShown(false)} />}
    </>
  )
}

function KeptScan({ pages, onClose }: { pages: readonly ScannedPage[]; onClose: () => void }) {
  const text = useText().scans
  const [pageId, setPageId] = useState(pages[0]?.pageId)
  const page = pages.find((one) => one.pageId === pageId) ?? pages[0]
  if (!page) return null
  return (
    <SideDialog
      opened
      onClose={onClose}
      size={760}
      title={page.paper?.documentNumber ?? text.title}
      classNames={{ body: classes.body ?? '' }}
    >
      <Stack gap="xs" className={classes.fills ?? ''}>
        {pages.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={text.page}
            value={page.pageId}
            onChange={setPageId}
            data={pages.map(({ pageId: value, paperPage }) => ({ value, label: text.paperPage(paperPage ?? 1) }))}
          />
        )}
        <KeptPicture key={page.pageId} page={page} />
      </Stack>
    </SideDialog>
  )
}

function KeptPicture({ page }: { page: ScannedPage }) {
  const [turned, setTurned] = useState<QuarterTurn>(page.turnedDegrees)
  return <ScanPicture page={page} turned={turned} onTurn={setTurned} />
}
