import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packagePaths } from '../../src/consolidation/package-paths.ts'
import { freshFolder, inside } from '../support/month-end.ts'

const root = freshFolder()

function folderWith(...files: string[]): string {
  const folder = inside(root)
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  return folder
}

test('packages are found in folders of folders, encrypted ones too, in the order they were written', async () => {
  const folder = folderWith('b/PC2_2026-01_r10.zip', 'a/PC2_2026-01_r2.zip', 'PC1_2026-01_r1.zip.age', 'a/note.txt')
  expect(await packagePaths([folder])).toEqual([
    join(folder, 'PC1_2026-01_r1.zip.age'),
    join(folder, 'a/PC2_2026-01_r2.zip'),
    join(folder, 'b/PC2_2026-01_r10.zip'),
  ])
})

test('an unpacked bag is one package, whatever lies in it', async () => {
  const folder = folderWith('PC1_2026-01_r1/bagit.txt', 'PC1_2026-01_r1/data/inner.zip')
  expect(await packagePaths([folder])).toEqual([join(folder, 'PC1_2026-01_r1')])
  expect(await packagePaths([join(folder, 'PC1_2026-01_r1')])).toEqual([join(folder, 'PC1_2026-01_r1')])
})

test('a package still being written has a name that begins with a dot, and is passed over', async () => {
  expect(await packagePaths([folderWith('.PC1_2026-01_r1-Xy/bagit.txt', '.PC1.zip')])).toEqual([])
})

test('a file given by its own name is taken once, however often and whatever it is called', async () => {
  const folder = folderWith('PC1_2026-01_r1.zip', 'sent.bin')
  const [zip, other] = [join(folder, 'PC1_2026-01_r1.zip'), join(folder, 'sent.bin')]
  expect(await packagePaths([zip, folder, other])).toEqual([zip, other])
})
