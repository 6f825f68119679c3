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

let picked: PickedHouseholds & { turn: number } = { households: [], campaignId: null, turn: 0 }

export function leavePicked(households: PickedHouseholds): void {
  picked = { ...households, turn: picked.turn + 1 }
}

/** Those picked last, with the turn that picked them; they stay, so that a form that is drawn anew finds them again. */
export function pickedLast(): PickedHouseholds & { turn: number } {
  return picked
}
