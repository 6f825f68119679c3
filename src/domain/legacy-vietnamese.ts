/** Vietnamese text in the 8-bit fonts that came before Unicode. */

export type LegacyEncoding = 'tcvn3' | 'vni'
