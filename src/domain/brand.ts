/** Gives a plain value a name the compiler tells apart: a `Day` is no `Period`, a `Dong` no count of households. */

declare const brand: unique symbol

export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }

/** Closes a switch over a union: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`This case was thought impossible: ${JSON.stringify(value)}`)
}
