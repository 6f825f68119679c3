/**
 * Recomputes from the tables what a package says of its papers: amounts of lines and papers, totals, numbers without a
 * gap, what was voided, days inside the month.
 */

import { GIVING_KINDS, type GivingKind, readDocumentCode } from '../domain/numbering.ts'
import type { PackageFaultCode } from '../domain/package-fault.ts'
import type { PackageForm } from '../domain/package-format.ts'
import { cellOf, headerOf, TABLES, type TableName, tableFile } from '../domain/package-tables.ts'
import { ownCopy } from './check-table.ts'
import { CLOSING_FILE, type ClosingDocument } from './closing-document.ts'
import type { FaultList } from './fault-list.ts'

interface Paper {
  kind: GivingKind
  table: TableName
  row: number
  year: string
  /** Empty for a repair that was voided before it was certified. */
  number: string
  amountDong: number
  /** What the lines read so far leave of the amount. */
  leftDong: number
  isVoided: boolean
}

/** The fields of a form's tables that are looked at. */
function fieldsOf({ tables }: PackageForm) {
  const of = (name: TableName, field: string) => cellOf(tables.get(name) ?? TABLES[name], field)
  // Before repairs could be certified anew, the repair itself was the key.
  const certificate = headerOf(tables.get('repairs') ?? TABLES.repairs).includes('certificate_id')
    ? 'certificate_id'
    : 'repair_id'
  return {
    papers: [
      {
        kind: 'handoverReceipt',
        table: 'gift-handovers',
        id: of('gift-handovers', 'handover_id'),
        year: of('gift-handovers', 'document_year'),
        number: of('gift-handovers', 'document_number'),
        code: of('gift-handovers', 'code'),
        issuedOn: of('gift-handovers', 'handed_over_on'),
        amount: of('gift-handovers', 'value_dong'),
      },
      {
        kind: 'repairCertificate',
        table: 'repairs',
        id: of('repairs', certificate),
        year: of('repairs', 'certificate_year'),
        number: of('repairs', 'certificate_number'),
        code: of('repairs', 'code'),
        issuedOn: of('repairs', 'certified_on'),
        amount: of('repairs', 'cost_dong'),
      },
    ],
    lines: [
      {
        table: 'gift-lines',
        paper: of('gift-lines', 'handover_id'),
        quantity: of('gift-lines', 'quantity'),
        price: of('gift-lines', 'unit_price_dong'),
        amount: of('gift-lines', 'amount_dong'),
      },
      {
        table: 'repair-items',
        paper: of('repair-items', certificate),
        quantity: of('repair-items', 'quantity'),
        price: of('repair-items', 'unit_price_dong'),
        amount: of('repair-items', 'amount_dong'),
      },
    ],
    voids: {
      paper: of('voids', 'document_id'),
      kind: of('voids', 'document_kind'),
      on: of('voids', 'voided_on'),
      amount: of('voids', 'amount_dong'),
    },
    movedOn: of('stock-movements', 'moved_on'),
  } as const
}

type RowCheck = (cells: readonly string[], row: number) => void

/**
 * Takes the rows of the tables of papers, in the order of the form. `closing` is null where it could not be read: then
 * only what the tables say of each other is checked.
 */
export function papersCheck(form: PackageForm, closing: ClosingDocument | null, faults: FaultList) {
  const fields = fieldsOf(form)
  const papers = new Map<string, Paper>()
  const voided = new Map<string, { row: number; kind: string; amountDong: number }>()
  const wrong = (code: PackageFaultCode, table: TableName, row: number, detail: string) =>
    faults.add(code, tableFile(table), `row ${row}: ${detail}`)
  const checkDay = (table: TableName, row: number, day: string) => {
    if (closing && (day < closing.periodStart || day > closing.periodEnd)) {
      wrong('table.malformed', table, row, `${day} is not in the month`)
    }
  }
  const rows = new Map<TableName, RowCheck>()
  for (const of of fields.papers) {
    rows.set(of.table, (cells, row) => {
      const { kind, table } = of
      const amountDong = Number(of.amount(cells))
      const year = ownCopy(of.year(cells))
      const number = ownCopy(of.number(cells))
      const paper = { kind, table, row, year, number, amountDong, leftDong: amountDong, isVoided: false }
      papers.set(ownCopy(of.id(cells)), paper)
      const problem = identityProblem(paper, of.code(cells), of.issuedOn(cells))
      if (problem) wrong('table.malformed', table, row, problem)
      if (kind === 'handoverReceipt') checkDay(table, row, of.issuedOn(cells))
    })
  }
  for (const of of fields.lines) {
    rows.set(of.table, (cells, row) => {
      const amountDong = Number(of.amount(cells))
      const paper = papers.get(of.paper(cells))
      if (paper) paper.leftDong -= amountDong
      // A fraction of a unit may cost a fraction of a đồng; the amount is the nearest whole one.
      if (Math.abs(Number(of.quantity(cells)) * Number(of.price(cells)) - amountDong) > 0.5) {
        wrong('totals.wrong', of.table, row, `amount_dong ${amountDong} is not quantity times unit price`)
      }
    })
  }
  rows.set('voids', (cells, row) => {
    const id = ownCopy(fields.voids.paper(cells))
    if (voided.has(id)) wrong('table.key', 'voids', row, `voids ${id} again`)
    voided.set(id, { row, kind: fields.voids.kind(cells), amountDong: Number(fields.voids.amount(cells)) })
    checkDay('voids', row, fields.voids.on(cells))
  })
  rows.set('stock-movements', (cells, row) => checkDay('stock-movements', row, fields.movedOn(cells)))

  function end(): void {
    for (const { table, row, amountDong, leftDong } of papers.values()) {
      if (leftDong === 0) continue
      wrong('totals.wrong', table, row, `its lines come to ${amountDong - leftDong} instead of ${amountDong} dong`)
    }
    for (const [id, { row, kind, amountDong }] of voided) {
      const paper = papers.get(id)
      if (!paper) continue
      paper.isVoided = true
      if (paper.kind !== kind) wrong('table.reference', 'voids', row, `${id} is a ${paper.kind}`)
      if (paper.amountDong !== amountDong)
        wrong('totals.wrong', 'voids', row, `the paper is of ${paper.amountDong} dong`)
    }
    if (!closing) return
    checkTotals(closing, [...papers.values()], [...voided.values()], faults)
    for (const kind of GIVING_KINDS) {
      const numbered = [...papers.values()].filter((paper) => paper.kind === kind && paper.number !== '')
      checkNumbers(kind, numbered, closing, faults)
    }
  }
  return { rows, end }
}

/** A paper's year, number, code and day stand together, or none of them where it was never issued. */
function identityProblem(
  paper: Pick<Paper, 'kind' | 'year' | 'number'>,
  code: string,
  issuedOn: string,
): string | null {
  const { kind, year, number } = paper
  if (year === '' && number === '' && code === '' && issuedOn === '') return null
  const read = readDocumentCode(code)
  const isSame = read && read.kind === kind && String(read.year) === year && String(read.number) === number
  return isSame && issuedOn !== '' ? null : `year ${year}, number ${number}, code ${code}, day ${issuedOn} do not agree`
}

function checkTotals(
  { totals }: ClosingDocument,
  papers: readonly Paper[],
  voided: readonly { amountDong: number }[],
  faults: FaultList,
): void {
  const sum = (rows: readonly { amountDong: number }[]) => rows.reduce((total, { amountDong }) => total + amountDong, 0)
  const issued = (kind: GivingKind) => papers.filter((paper) => paper.kind === kind && paper.number !== '')
  const found = {
    giftsDong: sum(issued('handoverReceipt')),
    repairsDong: sum(issued('repairCertificate')),
    voidedDong: sum(voided),
  }
  for (const name of ['giftsDong', 'repairsDong', 'voidedDong'] as const) {
    if (totals[name] === found[name]) continue
    faults.add('totals.wrong', CLOSING_FILE, `${name} is ${totals[name]}, the tables come to ${found[name]}`)
  }
}

/** The numbers of one kind run from first to last, each on one paper: of this month, of another, or of no handover. */
function checkNumbers(kind: GivingKind, papers: readonly Paper[], closing: ClosingDocument, faults: FaultList): void {
  const refuse = (detail: string) => faults.add('numbers.gap', CLOSING_FILE, `${kind}: ${detail}`)
  const stated = closing.documentNumbers[kind]
  const numbers = papers.map((paper) => Number(paper.number)).sort((a, b) => a - b)
  if (!stated || numbers.length === 0) {
    if (stated || numbers.length > 0) refuse(`${numbers.length} papers, but ${stated ? 'some' : 'no'} numbers stated`)
    return
  }
  if (new Set(papers.map((paper) => paper.year)).size > 1) refuse('papers of several years')
  if (stated.first !== numbers[0] || stated.last !== numbers.at(-1)) {
    refuse(`runs from ${numbers[0]} to ${numbers.at(-1)}, stated are ${stated.first} to ${stated.last}`)
  }
  const all = [...numbers, ...stated.otherMonths, ...stated.withoutHandover].sort((a, b) => a - b)
  const gap = all.findIndex((number, index) => number !== stated.first + index)
  if (gap >= 0) refuse(`number ${stated.first + gap} is missing or there twice`)
  const voided = papers.filter((paper) => paper.isVoided).map((paper) => Number(paper.number))
  if (voided.sort((a, b) => a - b).join() !== stated.voided.join()) refuse(`voided are ${voided.join()}`)
}
