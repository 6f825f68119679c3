/** One page, large enough to read, and the paper it is said to be: Enter agrees, typing a number says otherwise. */

import { Alert, Group, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { ScannedPage, ScannedPaper } from '../../../contract/scans.ts'
import { formatDay } from '../../../domain/day.ts'
import { comesBackInPages } from '../../../domain/numbering.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { type QuarterTurn, ScanPicture } from '../../components/ScanPicture.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Scans.module.css'
import type { Deciding } from './use-deciding.ts'

const PAUSE_MILLISECONDS = 120

interface PageReviewProps {
  page: ScannedPage
  eventId: string | null
  deciding: Deciding
  onDecided: () => void
}

export function PageReview({ page, eventId, deciding, onDecided }: PageReviewProps) {
  const text = useText().scans
  const finding = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [turned, setTurned] = useState<QuarterTurn>(page.turnedDegrees)
  const wanted = typed.trim()
  const [asked] = useDebouncedValue(wanted, PAUSE_MILLISECONDS)
  const { data: found } = useOfficeQuery('scans.findPaper', asked ? { text: asked, eventId } : null)
  // What was typed is what is meant: until it is found there is no paper, and never the one of the code or of before.
  const others = wanted !== '' && asked === wanted ? (found?.papers ?? []) : []
  const paper = wanted === '' ? page.paper : (others[0] ?? null)
  const isOpen = page.decision === null
  const canKeep = isOpen && paper !== null && !paper.isBack
  async function keep(chosen: ScannedPaper): Promise<void> {
    if (await deciding.keep(page, chosen, turned)) onDecided()
  }
  async function leave(): Promise<void> {
    if (await (isOpen ? deciding.setAside(page) : deciding.takeBack(page))) onDecided()
  }
  useCommands([{ id: 'scans.find', keys: 'F3', label: text.find, run: () => finding.current?.focus() }])
  return (
    <div className={classes.review}>
      <ScanPicture page={page} turned={turned} onTurn={setTurned} />
      <div className={classes.verdict}>
        {paper ? (
          <PaperFacts page={page} paper={paper} />
        ) : (
          <Text fw={600}>{wanted ? text.notFound : text.noPaper}</Text>
        )}
        {isOpen && (
          <TextInput
            ref={finding}
            size="xs"
            label={`${text.find} (F3)`}
            placeholder={text.findHint}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || wanted === '' || !paper || !canKeep) return
              event.preventDefault()
              void keep(paper)
            }}
          />
        )}
        {others.slice(1, 6).map((other) => (
          <UnstyledButton key={other.documentId} className={classes.other ?? ''} onClick={() => void keep(other)}>
            {[other.documentNumber, other.headOfHousehold, other.hamlet].filter(Boolean).join(' – ')}
          </UnstyledButton>
        ))}
        <Verdict
          canKeep={canKeep}
          isOpen={isOpen}
          isRunning={deciding.isRunning}
          onKeep={() => paper && void keep(paper)}
          onLeave={() => void leave()}
        />
      </div>
    </div>
  )
}

interface VerdictProps {
  canKeep: boolean
  isOpen: boolean
  isRunning: boolean
  onKeep: () => void
  /** Sets an open page aside; lets a decided one wait again. */
  onLeave: () => void
}

function Verdict({ canKeep, isOpen, isRunning, onKeep, onLeave }: VerdictProps) {
  const text = useText().scans
  return (
    <Group gap="xs" mt="auto">
      {isOpen && (
        <CommandButton
          isRunning={isRunning}
          command={{
            id: 'scans.keep',
            keys: 'Enter',
            label: text.keep,
            run: onKeep,
            isDisabled: !canKeep,
            yieldsToFields: true,
          }}
        />
      )}
      <CommandButton
        variant="default"
        isRunning={isRunning}
        command={{
          id: isOpen ? 'scans.setAside' : 'scans.takeBack',
          keys: 'F6',
          label: isOpen ? text.setAside : text.takeBack,
          run: onLeave,
        }}
      />
    </Group>
  )
}

function PaperFacts({ page, paper }: { page: ScannedPage; paper: ScannedPaper }) {
  const text = useText()
  const warning = warningOf(page, paper, text)
  const isOfPages = comesBackInPages(paper.kind)
  const isItsOwn = page.paper?.documentId === paper.documentId
  return (
    <div>
      <Text size="xs" c="gray.7">
        {text.trade.documentKinds[paper.kind]}
      </Text>
      <Text fw={700}>
        {paper.documentNumber}
        {isOfPages && page.paperPage !== null && isItsOwn && ` · ${text.scans.paperPage(page.paperPage)}`}
      </Text>
      {paper.pagesBack.length > 0 && <Text size="sm">{text.scans.pagesBack(paper.pagesBack.join(', '))}</Text>}
      <Text>
        {[paper.headOfHousehold, paper.hamlet].filter(Boolean).join(', ') || (isOfPages ? '' : text.scans.blank)}
      </Text>
      <Text size="sm" c="gray.7">
        {[paper.placeName, formatDay(paper.issuedOn)].filter(Boolean).join(' – ')}
      </Text>
      <Text size="sm" mt={4}>
        {text.trade.signatureLooks[page.signature]}
      </Text>
      {warning && (
        <Alert color="orange" variant="light" mt="xs" p="xs">
          {warning}
        </Alert>
      )}
    </div>
  )
}

/** What a person should know before taking the page for this paper. */
function warningOf(page: ScannedPage, paper: ScannedPaper, text: ReturnType<typeof useText>): string | null {
  if (paper.isBack) return text.scans.isBack
  if (paper.isVoided) return text.scans.isVoided
  if (page.codes.length > 1) return text.scans.severalCodes(page.codes.length)
  return page.signature === 'looksEmpty' ? text.scans.emptyBox : null
}
