export function Months() {
  return null
}
