/** Where a list comes from: a file that is dropped or chosen, or what was copied in Excel; and what came in before. */

import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ListSource } from '../../../domain/household-list.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { Icon } from '../../components/Icon.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useText } from '../../text/language.ts'
import { EarlierImports } from './EarlierImports.tsx'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { fileNameOf, nameOfList } from './list-names.ts'
import { namesAreFound, type Wizard } from './wizard.ts'

interface FileStepProps {
  wizard: Extract<Wizard, { step: 'file' }>
  onOpen: (source: ListSource) => void
  onChoose: () => void
}

export function FileStep({ wizard, onOpen, onChoose }: FileStepProps) {
  const text = useText().imports
  const { reading, dispatch } = useImportWork()
  const { opening, work } = wizard
  if (opening && reading.isBehind) {
    return (
      <Stack gap="xs">
        <Text fw={600}>{text.reading(fileNameOf(opening.source) ?? text.formats.pasted)}</Text>
        <JobProgress progress={reading.progress} onCancel={() => dispatch({ type: 'stopOpening' })} />
      </Stack>
    )
  }
  return (
    <Stack gap="sm" className={classes.fill ?? ''}>
      {opening && <OpeningFailure />}
      {work && (
        <Group className={classes.unfinished ?? ''} justify="space-between" wrap="nowrap">
          <Text fw={600} truncate>
            {text.file.unfinished(nameOfList(work.preview.fileName, text))}
          </Text>
          <Button autoFocus onClick={() => dispatch({ type: 'goTo', step: namesAreFound(work) ? 'check' : 'columns' })}>
            {text.file.goOn}
          </Button>
        </Group>
      )}
      <DropArea onOpen={onOpen} onChoose={onChoose} isMain={work === null} />
      <EarlierImports />
    </Stack>
  )
}

/** Why a list cannot be opened; where no header was found, the clerk may say which row it is. */
function OpeningFailure() {
  const { imports: text, components } = useText()
  const { reading, dispatch } = useImportWork()
  const [headerRowNumber, setHeaderRowNumber] = useState(1)
  const { failure, tryAgain } = reading
  const hasNoHeader = failure?.family === 'refused' && failure.refusal.code === 'workbook.noHeader'
  return (
    <div>
      <FailureAlert failure={failure} />
      <Group mt={6} gap="xs" align="end">
        {hasNoHeader ? (
          <>
            <NumberInput
              label={text.file.headerIsAt}
              size="xs"
              w={150}
              min={0}
              allowDecimal={false}
              value={headerRowNumber}
              onChange={(value) => typeof value === 'number' && setHeaderRowNumber(value)}
            />
            <Button size="xs" onClick={() => dispatch({ type: 'openWithHeader', headerRowNumber })}>
              {text.file.readWithHeader}
            </Button>
          </>
        ) : (
          <Button size="compact-sm" variant="default" onClick={tryAgain}>
            {components.failure.tryAgain}
          </Button>
        )}
      </Group>
    </div>
  )
}

function DropArea({ onOpen, onChoose, isMain }: Omit<FileStepProps, 'wizard'> & { isMain: boolean }) {
  const text = useText().imports
  const hasNothing = usePaste((pasted) => onOpen({ pasted }))
  return (
    <div className={classes.drop}>
      <Icon name="import" size={40} />
      <div>
        <Text fw={600} size="lg">
          {text.file.drop}
        </Text>
        <Text size="sm" c="gray.7">
          {hasNothing ? text.file.nothingPasted : text.file.dropNext}
        </Text>
      </div>
      <CommandButton
        size="md"
        variant={isMain ? 'filled' : 'default'}
        {...(isMain ? { autoFocus: true } : {})}
        command={{ id: 'imports.choose', keys: 'mod+O', label: text.file.choose, run: onChoose }}
      />
    </div>
  )
}

/** What is pasted anywhere on this step is a list. Answers whether the last paste held no text. */
function usePaste(onPaste: (text: string) => void): boolean {
  const [hasNothing, setHasNothing] = useState(false)
  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (isField || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      setHasNothing(pasted.trim() === '')
      if (pasted.trim()) onPaste(pasted)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
  return hasNothing
}
