export function Repairs() {
  return null
}
