/** Figures as people type and copy them, and as papers and screens write them. */

import { formatDong } from './money.ts'

/** 1.250 or -2,5: dots between thousands, as many decimals as there are. */
export function formatFigure(figure: number): string {
  const [whole = '', fraction] = String(Math.abs(figure)).split('.')
  const digits = formatDong(Number(whole))
  return `${figure < 0 ? '-' : ''}${digits}${fraction ? `,${fraction}` : ''}`
}

/**
 * A figure as Vietnamese or English sheets write it: 1.500.000, 1,500,000, 12,5 or 12.5. One dot or several before
 * groups of three are thousands; a lone comma is a decimal sign. Null where it is no figure.
 */
export function readFigure(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]|đồng|vnđ|vnd|[₫đ]/giu, '')
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(bare) || /^\d{1,3},\d{3}\.\d+$/.test(bare)) {
    return Number(bare.replaceAll(',', ''))
  }
  return /^\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : null
}
