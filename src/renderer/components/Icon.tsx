/** The few pictures of the window, drawn in one stroke style. They only go beside words. */

const PATHS = {
  scans: 'M7 3h10v5M7 3v5M4 8h16v8H4zM7 16h10v5H7zM9 18.5h6',
  today: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  counter: 'M4 9h16v4H4zM6 13v7h12v-7M12 9v11M12 9C9 9 7 7.5 7.5 5.5S11 4.5 12 9c1-4.5 4-5.5 4.5-3.5S15 9 12 9',
  campaigns: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4M8 14h4M8 17h8',
  distributions: 'M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  households:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20v-1a6 6 0 0 1 12 0v1' +
    'M16 11.5a3 3 0 1 0-1.5-5.6M17.5 14.2A5 5 0 0 1 21 19v1',
  repairs: 'M13 3 5 14h6l-1 7 9-12h-6z',
  import: 'M5 4h9l5 5v11H5zM14 4v5h5M12 11v6M9.5 14.5 12 17l2.5-2.5',
  months: 'M5 6h14v14H5zM5 10h14M9 3.5V7M15 3.5V7M9 15l2 2 4-4',
  inbox: 'M4 13h5l1.5 3h3L15 13h5M4 13l3-8h10l3 8v7H4z',
  people: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5v-1a7.5 7.5 0 0 1 15 0v1',
  duplicates: 'M4 4h11v11H4zM9 15v5h11V9h-5M7.5 9.5h4',
  stock: 'M4 8.5 12 4l8 4.5v8L12 21l-8-4.5zM4 8.5l8 4.5 8-4.5M12 13v8',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5',
  keyboard: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 15h8',
  warning: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
  done: 'M5 12.5 10 17 19 7',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
