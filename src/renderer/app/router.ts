/** The screens and their addresses; what a list is filtered by lives in the address, so Back brings it back. */

import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { isPeriod, type Period } from '../../domain/period.ts'
import { Counter } from '../features/counter/Counter.tsx'
import { Duplicates } from '../features/duplicates/Duplicates.tsx'
import { readDuplicatesView } from '../features/duplicates/duplicates-view.ts'
import { Households } from '../features/households/Households.tsx'
import { readHouseholdView } from '../features/households/household-view.ts'
import { Imports } from '../features/imports/Imports.tsx'
import { readImportsView } from '../features/imports/imports-view.ts'
import { Months } from '../features/months/Months.tsx'
import { People } from '../features/people/People.tsx'
import { Repairs } from '../features/repairs/Repairs.tsx'
import { readRepairsView } from '../features/repairs/repairs-view.ts'
import { Today } from '../features/today/Today.tsx'
import { Root } from './Root.tsx'

const rootRoute = createRootRoute({ component: Root })

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

export interface CounterView {
  campaignId?: string | undefined
  householdId?: string | undefined
  /** Opens the form of a new campaign. */
  open?: boolean | undefined
}

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: Today }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/counter',
    component: Counter,
    validateSearch: (search): CounterView => ({
      campaignId: textOf(search.campaignId),
      householdId: textOf(search.householdId),
      open: search.open === true ? true : undefined,
    }),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/households',
    component: Households,
    validateSearch: readHouseholdView,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/repairs',
    component: Repairs,
    validateSearch: readRepairsView,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/import',
    component: Imports,
    validateSearch: readImportsView,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/duplicates',
    component: Duplicates,
    validateSearch: readDuplicatesView,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/people', component: People }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/months',
    component: Months,
    validateSearch: (search): { period?: Period | undefined } => {
      const period = textOf(search.period)
      return { period: period && isPeriod(period) ? period : undefined }
    },
  }),
] as const

export const router = createRouter({ routeTree: rootRoute.addChildren(routes), history: createHashHistory() })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
