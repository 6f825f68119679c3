/**
 * Where an office stands: its folders, its clock, its version. All of it is handed in, so that tests hand in their own.
 */

import { join } from 'node:path'
import type { KeyStore } from './key-store.ts'

export interface OfficePlace {
  ledgerFolder: string
  /** Holds migrations/, fonts/ and addresses/. */
  resourcesFolder: string
  /** The entry of the worker thread: worker.cjs beside the built office, office/worker.ts beside the sources. */
  workerFile: string
  appVersion: string
  /** Milliseconds since 1970. */
  clock: () => number
  /** Whether answers are held against the contract, too; in tests and in development. */
  checksAnswers: boolean
  /** Where private keys and other secrets are kept. */
  keyStore: KeyStore
}

export function papersFolder(place: OfficePlace): string {
  return join(place.ledgerFolder, 'papers')
}

/** Pages of signed papers, each named by the SHA-256 of its picture. */
export function scansFolder(place: OfficePlace): string {
  return join(place.ledgerFolder, 'scans')
}

/** Where photos of repairs lie, each by the hash of its content. */
export function photosFolder(place: OfficePlace): string {
  return join(place.ledgerFolder, 'photos')
}

/** The name a photo's file has in the folder of photos. */
export function photoFileName(sha256: string, fileType: string): string {
  return `${sha256}.${fileType === 'image/png' ? 'png' : 'jpg'}`
}

export function packagesFolder(place: OfficePlace): string {
  return join(place.ledgerFolder, 'packages')
}

/** Packages of other offices that were taken in, each by its identity. */
export function receivedFolder(place: OfficePlace): string {
  return join(place.ledgerFolder, 'received')
}

/** Copies of the ledger. */
export function backupsFolder(place: OfficePlace): string {
  return join(place.ledgerFolder, 'backups')
}

/** Public keys and statements about them; secrets, where only the rights of a file protect them. */
export function keysFolder(place: Pick<OfficePlace, 'ledgerFolder'>): string {
  return join(place.ledgerFolder, 'keys')
}

export function migrationsFolder(place: OfficePlace): string {
  return join(place.resourcesFolder, 'migrations')
}

export function communesFile(place: OfficePlace): string {
  return join(place.resourcesFolder, 'addresses', 'communes.csv')
}

export function fontFolder(resourcesFolder: string): string {
  return join(resourcesFolder, 'fonts')
}
