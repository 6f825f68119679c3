/** A page as a raster of greys, and what is done to one: turned, made smaller, cut out. */

export interface GreyImage {
  width: number
  height: number
  /** One byte a pixel, row by row without padding; 0 is black. */
  pixels: Uint8Array
}

export type QuarterTurn = 0 | 90 | 180 | 270

/** Turns clockwise. The same image where there is nothing to turn. */
export function turned(image: GreyImage, degrees: QuarterTurn): GreyImage {
  if (degrees === 0) return image
  const { width, height, pixels } = image
  const result = new Uint8Array(pixels.length)
  if (degrees === 180) {
    for (let at = 0, to = pixels.length - 1; to >= 0; at++, to--) result[to] = pixels[at] ?? 0
    return { width, height, pixels: result }
  }
  // A row becomes a column: the right one first when clockwise, the left one from the bottom up otherwise.
  const step = degrees === 90 ? height : -height
  for (let y = 0, at = 0; y < height; y++) {
    let to = degrees === 90 ? height - 1 - y : (width - 1) * height + y
    for (let x = 0; x < width; x++, at++, to += step) result[to] = pixels[at] ?? 0
  }
  return { width: height, height: width, pixels: result }
}

/** Smaller by averaging, so that its longest side is at most that long. The same image where it is already. */
export function shrunk(image: GreyImage, longestPx: number): GreyImage {
  const { width, height, pixels } = image
  const factor = Math.max(width, height) / longestPx
  if (factor <= 1) return image
  const columns = spans(width, Math.max(1, Math.round(width / factor)))
  const rows = spans(height, Math.max(1, Math.round(height / factor)))
  const result = new Uint8Array(columns.length * rows.length)
  const sums = new Float64Array(width)
  let to = 0
  for (const row of rows) {
    sums.fill(0)
    for (let y = row.from; y < row.to; y++) {
      const weight = row.weightOf(y)
      const at = y * width
      for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (pixels[at + x] ?? 0) * weight
    }
    for (const column of columns) {
      let sum = 0
      for (let x = column.from; x < column.to; x++) sum += (sums[x] ?? 0) * column.weightOf(x)
      result[to++] = sum + 0.5
    }
  }
  return { width: columns.length, height: rows.length, pixels: result }
}

interface Span {
  from: number
  to: number
  /** How much of the result's pixel is that pixel of the source. */
  weightOf: (at: number) => number
}

function spans(size: number, count: number): Span[] {
  const length = size / count
  return Array.from({ length: count }, (_, index) => {
    const start = index * length
    const end = Math.min(size, start + length)
    const weightOf = (at: number) => (Math.min(end, at + 1) - Math.max(start, at)) / length
    return { from: Math.floor(start), to: Math.min(size, Math.ceil(end - 1e-9)), weightOf }
  })
}

/** A part, its sides in whole pixels and kept within the image. */
export function cutOut(image: GreyImage, part: { x: number; y: number; width: number; height: number }): GreyImage {
  const left = Math.min(Math.max(0, Math.round(part.x)), image.width)
  const top = Math.min(Math.max(0, Math.round(part.y)), image.height)
  const width = Math.max(0, Math.min(image.width, Math.round(part.x + part.width)) - left)
  const height = Math.max(0, Math.min(image.height, Math.round(part.y + part.height)) - top)
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const at = (top + y) * image.width + left
    pixels.set(image.pixels.subarray(at, at + width), y * width)
  }
  return { width, height, pixels }
}

/** Larger by a whole factor, new pixels in between their neighbours. */
export function enlarged({ width, height, pixels }: GreyImage, factor: number): GreyImage {
  const wide = width * factor
  const tall = height * factor
  const result = new Uint8Array(wide * tall)
  for (let y = 0; y < tall; y++) {
    const down = Math.min(Math.max(0, (y + 0.5) / factor - 0.5), height - 1)
    const top = Math.floor(down) * width
    const bottom = Math.min(height - 1, Math.floor(down) + 1) * width
    const low = down - Math.floor(down)
    for (let x = 0; x < wide; x++) {
      const along = Math.min(Math.max(0, (x + 0.5) / factor - 0.5), width - 1)
      const left = Math.floor(along)
      const right = Math.min(width - 1, left + 1)
      const near = along - left
      const above = (pixels[top + left] ?? 0) * (1 - near) + (pixels[top + right] ?? 0) * near
      const below = (pixels[bottom + left] ?? 0) * (1 - near) + (pixels[bottom + right] ?? 0) * near
      result[y * wide + x] = above * (1 - low) + below * low + 0.5
    }
  }
  return { width: wide, height: tall, pixels: result }
}
