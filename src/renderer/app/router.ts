/** The screens and their addresses; what a list is filtered by lives in the address, so Back brings it back. */

import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Campaigns } from '../features/campaigns/Campaigns.tsx'
import { readCampaignsView } from '../features/campaigns/campaigns-view.ts'
import { Counter } from '../features/counter/Counter.tsx'
import { readCounterView } from '../features/counter/counter-view.ts'
import { Distributions } from '../features/distributions/Distributions.tsx'
import { readDistributionsView } from '../features/distributions/distributions-view.ts'
import { Duplicates } from '../features/duplicates/Duplicates.tsx'
import { readDuplicatesView } from '../features/duplicates/duplicates-view.ts'
import { Households } from '../features/households/Households.tsx'
import { readHouseholdView } from '../features/households/household-view.ts'
import { Imports } from '../features/imports/Imports.tsx'
import { readImportsView } from '../features/imports/imports-view.ts'
import { Inbox } from '../features/inbox/Inbox.tsx'
import { readInboxView } from '../features/inbox/inbox-view.ts'
import { Months } from '../features/months/Months.tsx'
import { readMonthsView } from '../features/months/months-view.ts'
import { People } from '../features/people/People.tsx'
import { Repairs } from '../features/repairs/Repairs.tsx'
import { readRepairsView } from '../features/repairs/repairs-view.ts'
import { Scans } from '../features/scans/Scans.tsx'
import { readScansView } from '../features/scans/scans-view.ts'
import { Stock } from '../features/stock/Stock.tsx'
import { readStockView } from '../features/stock/stock-view.ts'
import { Today } from '../features/today/Today.tsx'
import { Root } from './Root.tsx'

const rootRoute = createRootRoute({ component: Root })

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: Today }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/counter',
    component: Counter,
    validateSearch: readCounterView,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/campaigns',
    component: Campaigns,
    validateSearch: readCampaignsView,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/distributions',
    component: Distributions,
    validateSearch: readDistributionsView,
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
  createRoute({ getParentRoute: () => rootRoute, path: '/stock', component: Stock, validateSearch: readStockView }),
  createRoute({ getParentRoute: () => rootRoute, path: '/scans', component: Scans, validateSearch: readScansView }),
  createRoute({ getParentRoute: () => rootRoute, path: '/people', component: People }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inbox',
    component: Inbox,
    validateSearch: readInboxView,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/months',
    component: Months,
    validateSearch: readMonthsView,
  }),
] as const

export const router = createRouter({ routeTree: rootRoute.addChildren(routes), history: createHashHistory() })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
