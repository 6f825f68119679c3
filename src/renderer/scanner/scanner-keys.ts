/**
 * The scanner's end in the window: hears every key first, wherever the focus is, and holds none back until it is
 * certain that no person typed it. What a scan has typed into a field by then is taken out again.
 */

import { readScan, type ScanReading } from '../../domain/id-card.ts'
import { createScanDetector, type ScannerKey } from './scan-detector.ts'

const SILENT_KEYS = ['Shift', 'Alt', 'AltGraph', 'Control', 'CapsLock', 'NumLock']

/** What a key is to a scanner. A digit is believed by its place on the keyboard, whatever layout is chosen. */
function scannerKeyOf(event: KeyboardEvent): ScannerKey {
  const { key, code, timeStamp: atMs } = event
  if (SILENT_KEYS.includes(key)) return { kind: 'silent', atMs }
  // Some scanners write letters as Alt with a number; what comes of it comes without keys.
  if (event.altKey && /^Numpad\d$/.test(code)) return { kind: 'silent', atMs }
  const isShortcut = (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph')
  if (event.repeat || event.metaKey || isShortcut) return { kind: 'other', atMs }
  if (key === 'Enter' || key === 'Tab') return { kind: 'end', atMs }
  if (key === 'Backspace') return { kind: 'backspace', atMs }
  const digit = event.shiftKey || /^\d$/.test(key) ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return { kind: 'character', text: digit, atMs }
  if ([...key].length === 1) return { kind: 'character', text: key, atMs }
  // Vietnamese keyboards announce letters under these names.
  const isUnnamed = ['Process', 'Dead', 'Unidentified'].includes(key)
  return isUnnamed ? { kind: 'character', text: '', atMs } : { kind: 'other', atMs }
}

type TextField = HTMLInputElement | HTMLTextAreaElement

const TEXT_TYPES = ['text', 'search', 'tel', 'url', 'email', 'password', 'number']

function textFieldOf(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && TEXT_TYPES.includes(target.type) ? target : null
}

/** What a field holds now, as the way back to it. */
function wayBack(field: TextField | null): () => void {
  if (!field) return () => undefined
  const { value, selectionStart, selectionEnd } = field
  return () => {
    if (field.value === value) return
    // React looks at the prototype's setter to know what changed, and at the event to tell the component.
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd)
  }
}

function holdBack(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Nothing but a card begins like this. */
const CARD_BEGINNING = /^\d{12}[^\d]/
/** A scanner that ends with no Enter leaves what it typed to the field. */
const NO_END_MILLISECONDS = 300

/**
 * While a card is being typed into a field, its screen is not told of every letter: it would search and draw a hundred
 * times, more than a slow computer can do between two keys of a scanner.
 */
function createMute() {
  let muted: TextField | null = null
  let patience: ReturnType<typeof setTimeout> | undefined
  function lift(): TextField | null {
    clearTimeout(patience)
    const field = muted
    muted = null
    return field
  }
  /** Tells the screen at once what it has not been told. */
  function catchUp(): void {
    lift()?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return {
    on(field: TextField): void {
      lift()
      muted = field
      patience = setTimeout(catchUp, NO_END_MILLISECONDS)
    },
    lift,
    catchUp,
    hear(event: Event): void {
      if (muted !== null && event.target === muted) event.stopImmediatePropagation()
    },
  }
}

/**
 * Calls back with each scan. One that is none of ours stays in the text field it was aimed at, its Enter included: a
 * meter's number may be scanned into its field. Returns a function that ends it.
 */
export function listenForScans(onScan: (reading: ScanReading) => void): () => void {
  const detector = createScanDetector<() => void>()
  const mute = createMute()
  let isLastOurs = false

  function press(event: KeyboardEvent): void {
    const field = textFieldOf(event.target)
    const key = scannerKeyOf(event)
    const verdict = detector.press(key, () => wayBack(field))
    if (verdict.kind === 'typing' && key.kind !== 'silent') mute.catchUp()
    // In a text field the keys of a burst are harmless; elsewhere a space would press the button that has the focus.
    if (verdict.kind === 'burst' && !field) holdBack(event)
    if (verdict.kind === 'burst' && field && CARD_BEGINNING.test(verdict.text)) mute.on(field)
    if (verdict.kind === 'echo' && isLastOurs) holdBack(event)
    if (verdict.kind !== 'scan') return
    const reading = readScan(verdict.text)
    isLastOurs = reading.kind !== 'unknown' || !field
    if (!isLastOurs) {
      mute.catchUp()
      return
    }
    holdBack(event)
    mute.lift()
    verdict.before()
    onScan(reading)
  }

  window.addEventListener('keydown', press, true)
  window.addEventListener('input', mute.hear, true)
  return () => {
    window.removeEventListener('keydown', press, true)
    window.removeEventListener('input', mute.hear, true)
  }
}
