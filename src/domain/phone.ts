/** Phone numbers, as lists write them and as they are since 2018. */

/** A Vietnamese phone number: ten digits, or eleven for the landlines, which begin with 02. */
export function isPhone(text: string): boolean {
  return /^0(2\d{9}|[3-9]\d{8})$/.test(text)
}

/** Old mobile prefixes of eleven digits and what replaced them on 15 September 2018. */
const PHONE_PREFIXES_OF_2018: Record<string, string> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

export type PhoneReading =
  | { kind: 'valid'; phone: string }
  | { kind: 'mended'; phone: string; mend: 'leadingZero' | 'prefixOf2018' | 'countryCode' }
  | { kind: 'strange'; text: string }

/** Reads a phone number as a list wrote it: puts back the zero Excel dropped, renews +84 and prefixes before 2018. */
export function readPhone(text: string): PhoneReading {
  const digits = text.replace(/\.0$/, '').replace(/[\s.\-()'‘’]/g, '')
  const national = digits.replace(/^((\+84|0084)0?|84(?=\d{9,10}$))/, '0')
  const withZero = /^[1-9]\d{8,9}$/.test(national) ? `0${national}` : national
  const replacement = withZero.length === 11 ? PHONE_PREFIXES_OF_2018[withZero.slice(0, 4)] : undefined
  const phone = replacement ? replacement + withZero.slice(4) : withZero
  if (!isPhone(phone)) return { kind: 'strange', text }
  if (phone === digits) return { kind: 'valid', phone }
  if (replacement) return { kind: 'mended', phone, mend: 'prefixOf2018' }
  return { kind: 'mended', phone, mend: national === digits ? 'leadingZero' : 'countryCode' }
}
