/** Keys of age as text files hold them; nothing here opens or encrypts, so whoever only reads keys loads no age. */

export const AGE_FILE_ENDING = '.age'

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/

/** The public keys in the text of a recipients file, as `age -R` reads it; null where a line is none. */
export function recipientsIn(text: string): string[] | null {
  return keysIn(text, RECIPIENT)
}

/** The secret keys in the text of an identity file, as `age -i` reads it; null where a line is none. */
export function identitiesIn(text: string): string[] | null {
  return keysIn(text, IDENTITY)
}

function keysIn(text: string, shape: RegExp): string[] | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'))
  return keys.every((key) => shape.test(key)) ? keys : null
}
