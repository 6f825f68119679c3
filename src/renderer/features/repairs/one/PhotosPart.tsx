/**
 * Pictures of an installation by when they were taken: dropped onto the repair or chosen, each seen large by a click.
 */

import { ActionIcon, Image, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { RepairDetail, RepairPhoto } from '../../../../contract/repairs.ts'
import { PHOTO_MOMENTS, type RepairState } from '../../../../domain/repair.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { JobProgress } from '../../../components/JobProgress.tsx'
import { useOfficeCommand, useOfficeJob } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { StepFrame, tellKept } from '../forms/StepFrame.tsx'
import classes from './OneRepair.module.css'
import { Part, Quiet } from './Part.tsx'

type Moment = RepairPhoto['moment']

interface PhotosPartProps {
  repair: RepairDetail
  office: OfficeDescription
  /** Files that were dropped on the window. */
  dropped: readonly string[] | undefined
  onTaken: () => void
}

export function PhotosPart({ repair, office, dropped, onTaken }: PhotosPartProps) {
  const { one } = useText().repairs
  const [chosen, setChosen] = useState<readonly string[]>([])
  const removing = useOfficeCommand('repairs.removePhoto')
  const mayRecord = office.rights.includes('repair.record')
  const isFixed = repair.papers.some(({ kind, voidedOn }) => kind === 'repairCertificate' && voidedOn === null)
  const paths = dropped ?? chosen
  async function choose(): Promise<void> {
    setChosen(await window.shell.chooseFiles('photo'))
  }
  function leave(): void {
    setChosen([])
    if (dropped) onTaken()
  }
  return (
    <Part
      title={one.photos}
      action={
        <CommandButton
          size="compact-xs"
          variant="default"
          command={{
            id: 'repairs.addPhotos',
            keys: 'mod+O',
            label: one.addPhotos,
            run: () => void choose(),
            isDisabled: !mayRecord,
          }}
        />
      }
    >
      <FailureAlert failure={removing.failure} />
      {repair.photos.length === 0 && <Quiet>{one.noPhotos}</Quiet>}
      {PHOTO_MOMENTS.map((moment) => (
        <Taken
          key={moment}
          moment={moment}
          photos={repair.photos.filter((photo) => photo.moment === moment)}
          onRemove={mayRecord && !isFixed ? (photoId) => void removing.run({ photoId }) : null}
        />
      ))}
      {paths.length > 0 && mayRecord && (
        <AddPhotos repairId={repair.repairId} usual={usualMoment(repair.state)} paths={paths} onClose={leave} />
      )}
    </Part>
  )
}

/** When pictures are mostly taken that come in a state. */
function usualMoment(state: RepairState): Moment {
  if (state === 'new' || state === 'surveyed') return 'survey'
  return state === 'confirmed' || state === 'inProgress' ? 'before' : 'after'
}

interface TakenProps {
  moment: Moment
  photos: readonly RepairPhoto[]
  onRemove: ((photoId: string) => void) | null
}

function Taken({ moment, photos, onRemove }: TakenProps) {
  const { repairs: text } = useText()
  const [shown, setShown] = useState<RepairPhoto | null>(null)
  if (photos.length === 0) return null
  const told = ({ fileName }: RepairPhoto) => text.form.photos.of(text.moments[moment], fileName)
  return (
    <>
      <h3 className={classes.moment}>{text.moments[moment]}</h3>
      <div className={classes.photos}>
        {photos.map((photo) => (
          <span key={photo.photoId} className={classes.photo}>
            <button type="button" onClick={() => setShown(photo)} title={photo.fileName}>
              <img src={photo.smallFile} alt={told(photo)} />
            </button>
            {onRemove && (
              <ActionIcon
                size="xs"
                variant="default"
                className={classes.removePhoto ?? ''}
                aria-label={`${text.one.removePhoto}: ${photo.fileName}`}
                onClick={() => onRemove(photo.photoId)}
              >
                ×
              </ActionIcon>
            )}
          </span>
        ))}
      </div>
      {shown && (
        <Dialog opened onClose={() => setShown(null)} title={told(shown)} size="min(1100px, 96vw)">
          <Image src={shown.file} alt={told(shown)} mah="calc(100dvh - 140px)" fit="contain" />
        </Dialog>
      )}
    </>
  )
}

interface AddPhotosProps {
  repairId: string
  usual: Moment
  paths: readonly string[]
  onClose: () => void
}

function AddPhotos({ repairId, usual, paths, onClose }: AddPhotosProps) {
  const { repairs: text } = useText()
  const words = text.form.photos
  const { run, isRunning, failure, progress, cancel } = useOfficeJob('repairs.addPhotos')
  const [moment, setMoment] = useState<Moment>(usual)
  async function keep(): Promise<void> {
    const done = await run({ repairId, moment, paths: [...paths] })
    if (!done) return
    tellKept(words.added(done.added, done.known))
    onClose()
  }
  return (
    <StepFrame
      title={words.title(paths.length)}
      size={460}
      {...{ failure, isRunning, onClose }}
      keep={() => void keep()}
      keepLabel={words.keep}
    >
      <SegmentedControl
        fullWidth
        aria-label={words.moment}
        data={PHOTO_MOMENTS.map((value) => ({ value, label: text.moments[value] }))}
        value={moment}
        onChange={(next) => setMoment(PHOTO_MOMENTS.find((one) => one === next) ?? moment)}
      />
      {isRunning && <JobProgress progress={progress} onCancel={cancel} />}
    </StepFrame>
  )
}
