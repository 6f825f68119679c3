/** Most memory this process ever had, in MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024
}
