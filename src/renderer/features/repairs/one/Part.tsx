/** A part of what is told of a repair: its name, a button where something can be done, and facts in two columns. */

import type { ReactNode } from 'react'
import { useText } from '../../../text/language.ts'
import classes from './OneRepair.module.css'

interface PartProps {
  title: string
  note?: string | undefined
  action?: ReactNode
  children: ReactNode
}

export function Part({ title, note, action, children }: PartProps) {
  return (
    <section className={classes.part}>
      <header className={classes.partHead}>
        <h2>{title}</h2>
        {note && <span className={classes.quiet}>{note}</span>}
        <span className={classes.push} />
        {action}
      </header>
      {children}
    </section>
  )
}

/** What nobody has told is left out. */
export function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const told = facts.filter(([, value]) => value !== null && value !== '' && value !== undefined)
  return (
    <dl className={classes.facts}>
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Quiet({ children }: { children: ReactNode }) {
  return <p className={classes.quiet}>{children}</p>
}

export interface TableColumn {
  name: string
  isFigure?: boolean
}

interface SmallTableProps {
  columns: readonly TableColumn[]
  rows: readonly { key: string; cells: readonly ReactNode[]; isStrong?: boolean }[]
}

export function SmallTable({ columns, rows }: SmallTableProps) {
  const { components } = useText()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map(({ name, isFigure }) => (
            <th key={name} scope="col" data-figure={isFigure || undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, isStrong }) => (
          <tr key={key} data-strong={isStrong || undefined}>
            {columns.map(({ name, isFigure }, at) => (
              <td key={name} data-figure={isFigure || undefined}>
                {cells[at] ?? components.unknown}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
