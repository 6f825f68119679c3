/** Reads a list in a worker thread and says what taking it in would do. Nothing is written. */

import type { ImportPreview } from '../../contract/imports.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import { dayInVietnam } from '../../domain/day.ts'
import type { HouseholdList } from '../../domain/household-list.ts'
import type { Reader } from '../../ledger/connection.ts'
import { findBatchOfFile } from '../../ledger/imports.ts'
import { compareList } from '../../ledger/list-comparison.ts'
import { done, type JobHandler, refused } from '../handler.ts'

const MOST_FINDINGS = 1000
const MOST_ROWS = 500

export const previewImport: JobHandler<'imports.preview'> = async (
  { reader, workers, today, signal, report },
  { file },
) => {
  const read = await workers.run({ name: 'readHouseholdList', file, today }, { signal, report })
  return read.ok ? done(previewOf(reader, read.list)) : refused(read.refusal)
}

/** How many rows of a list are barred by an error. */
export function blockedRows(list: HouseholdList): Set<number> {
  return new Set(list.findings.filter(({ severity }) => severity === 'error').map(({ rowNumber }) => rowNumber))
}

function previewOf(reader: Reader, list: HouseholdList): ImportPreview {
  const { fileName, fileSha256, sheetName, headerRowNumber, columns, unmatchedHeaders, findings } = list
  const effects = { new: 0, changed: 0, same: 0, blocked: blockedRows(list).size }
  const rows: ImportPreview['rows'] = []
  const found = compareList(
    reader,
    list.rows.map((row) => row.facts),
  )
  for (const { effect } of found) effects[effect] += 1
  list.rows.slice(0, MOST_ROWS).forEach(({ rowNumber, facts }, index) => {
    const does = found[index]
    if (!does) return
    const { headOfHousehold, citizenId, hamlet, communeName } = facts
    rows.push({
      rowNumber,
      headOfHousehold,
      maskedCitizenId: citizenId && maskCitizenId(citizenId),
      hamlet,
      communeName,
      effect: does.effect,
      changedFields: does.effect === 'changed' ? does.changedFields : [],
    })
  })
  const earlier = findBatchOfFile(reader, fileSha256)
  return {
    fileName,
    fileSha256,
    sheetName,
    headerRowNumber,
    columns,
    unmatchedHeaders,
    effects,
    warningCount: findings.filter(({ severity }) => severity === 'warning').length,
    findings: findings.slice(0, MOST_FINDINGS),
    rows,
    alreadyImportedOn: earlier && dayInVietnam(Date.parse(earlier.importedAt)),
  }
}
