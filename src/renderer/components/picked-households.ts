/** Households picked on one screen, on their way to a form of another. Nothing of them stands in an address. */

export interface PickedHousehold {
  householdId: string
  /** Null where only the choice is known. */
  headOfHousehold: string | null
}

export interface PickedHouseholds {
  households: readonly PickedHousehold[]
  campaignId: string | null
}

let picked: PickedHouseholds = { households: [], campaignId: null }

export function leavePicked(households: PickedHouseholds): void {
  picked = households
}

/** Those picked last; they stay, so that the form finds them again when it is drawn anew. */
export function pickedLast(): PickedHouseholds {
  return picked
}
