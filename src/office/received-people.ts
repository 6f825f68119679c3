/** By what people of received packages are compared: the keyed hash of a citizen ID, made here or by the sender. */

import { citizenIdHmac } from '../month-end/profile.ts'

/** The hash a household is known by; null where it has no citizen ID, or where there is no key to hash it with. */
export function hmacOfHousehold(
  household: Readonly<Record<string, string>>,
  programmeKey: Uint8Array | null,
): string | null {
  if (household.citizen_id_hmac) return household.citizen_id_hmac
  return household.citizen_id && programmeKey ? citizenIdHmac(programmeKey, household.citizen_id) : null
}
