/** Colours of words that say how something stands, readable on white and on a chosen line (WCAG 2.2, 1.4.3). */

export const STATE_COLORS = {
  good: '#066649',
  waiting: '#8a4b00',
  bad: 'red.9',
  quiet: 'gray.7',
} as const
