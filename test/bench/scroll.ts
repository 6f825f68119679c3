/**
 * The list of 100,000 households scrolled in the real window, frame by frame, as fast as a hand turns a wheel and as fast
 * as it throws the bar: how long frames last, against a frame of a 60 Hz screen and against a scroller of the same height
 * with nothing in it, in turns.
 */

import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { canRunElectron, openDesktop } from '../journey/desktop.ts'
import { type BenchOptions, type Figure, inTurns, percentile, ratio } from './measure.ts'
import { addHouseholds, benchFolder, foundOffice, REPOSITORY } from './offices.ts'

const HOUSEHOLDS = 100_000
const ROUNDS = 5
const FRAMES = 240
const FRAME_MILLISECONDS = 1000 / 60
/** Three lines of a wheel's notch in each frame; and a list thrown past, two screens in each. */
const SPEEDS = { wheel: 100, thrown: 1300 } as const
/** As many frames of the screen as one of the list may last. */
const MOST_AT_MEDIAN = 1.1
const MOST_AT_PERCENTILE_95 = 2
type Speed = keyof typeof SPEEDS

/** Lays a scroller with nothing in it over the list, as large and as high inside. */
async function layEmptyScroller(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('[role="grid"]')
    if (!list) throw new Error('There is no list.')
    const { left, top, width, height } = list.getBoundingClientRect()
    const empty = document.createElement('div')
    empty.id = 'empty-scroller'
    const inside = empty.appendChild(document.createElement('div'))
    inside.style.height = `${list.scrollHeight}px`
    Object.assign(empty.style, {
      position: 'fixed',
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
      overflow: 'auto',
      background: 'white',
      display: 'none',
    })
    document.body.append(empty)
  })
}

interface Scrolling {
  selector: string
  from: number
  pixelsPerFrame: number
  frameCount: number
}

/** Milliseconds from frame to frame while something is scrolled. */
function scroll(page: Page, scrolling: Scrolling): Promise<number[]> {
  return page.evaluate(async ({ selector, from, pixelsPerFrame, frameCount }) => {
    const empty = document.querySelector<HTMLElement>('#empty-scroller')
    const scroller = document.querySelector<HTMLElement>(selector)
    if (!empty || !scroller) throw new Error('There is nothing to scroll.')
    empty.style.display = scroller === empty ? 'block' : 'none'
    scroller.scrollTop = from
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    for (let settling = 0; settling < 20; settling++) await nextFrame()
    const frames: number[] = []
    let before = await nextFrame()
    for (let frame = 0; frame < frameCount; frame++) {
      scroller.scrollTop += pixelsPerFrame
      const now = await nextFrame()
      frames.push(now - before)
      before = now
    }
    return frames
  }, scrolling)
}

/** A display of its own where there is none. */
async function withDisplay<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.platform !== 'linux' || process.env.DISPLAY) return work()
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    display.on('error', reject)
    display.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
  })
  process.env.DISPLAY = `:${number}`
  return work().finally(() => {
    delete process.env.DISPLAY
    display.kill()
  })
}

async function measure(folder: string): Promise<Record<Speed, { list: number[][]; empty: number[][] }>> {
  if (!canRunElectron()) throw new Error('No Electron window can be had here.')
  const desktop = await openDesktop(folder)
  try {
    const { page, see, press } = desktop
    await see('Ai đang làm việc')
    await press('Enter')
    await see('Việc nên làm')
    await press('Control+3')
    await page.getByRole('row').nth(5).waitFor()
    await layEmptyScroller(page)
    // The first screens are drawn by code that is not warm yet.
    await scroll(page, { selector: '[role="grid"]', from: 0, pixelsPerFrame: SPEEDS.wheel, frameCount: FRAMES })
    const at = (speed: Speed, selector: string) => (round: number) =>
      scroll(page, { selector, from: 3_000 + round * 400_000, pixelsPerFrame: SPEEDS[speed], frameCount: FRAMES })
    const turns = (speed: Speed) =>
      inTurns(ROUNDS, { list: at(speed, '[role="grid"]'), empty: at(speed, '#empty-scroller') })
    return { wheel: await turns('wheel'), thrown: await turns('thrown') }
  } finally {
    await desktop.close()
  }
}

export async function bench(_options: BenchOptions): Promise<Figure[]> {
  if (!existsSync(join(REPOSITORY, 'out/main/main.cjs')))
    execFileSync(join(REPOSITORY, 'node_modules/.bin/electron-vite'), ['build'], { cwd: REPOSITORY })
  using folder = benchFolder()
  const { personId } = await foundOffice(folder.path)
  addHouseholds(folder.path, HOUSEHOLDS, personId)
  const measured = await withDisplay(() => measure(folder.path))
  return (['wheel', 'thrown'] as const).flatMap((speed) => {
    const { list, empty } = measured[speed]
    const part = (rounds: number[][], of: number) => rounds.map((frames) => percentile(frames, of))
    const screen = list.map(() => FRAME_MILLISECONDS)
    const how = speed === 'wheel' ? 'by the wheel' : 'thrown past'
    const note = `of ${FRAME_MILLISECONDS.toFixed(1)} ms, ${HOUSEHOLDS} rows`
    return [
      ratio(part(list, 0.5), screen, { name: `list scrolled ${how}, median frame`, note, goal: MOST_AT_MEDIAN }),
      ratio(part(list, 0.95), screen, {
        name: `list scrolled ${how}, 95th percentile`,
        note,
        goal: MOST_AT_PERCENTILE_95,
      }),
      ratio(part(list, 0.95), part(empty, 0.95), {
        name: `list scrolled ${how}, 95th percentile`,
        note: 'of an empty scroller as high',
      }),
    ]
  })
}
