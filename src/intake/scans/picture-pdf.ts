/**
 * Pictures as pages of a PDF, so that one decoder, pdfium, reads whatever compression a scanner has chosen. A page is
 * as many points as its picture has pixels: drawn at one pixel a point it is the picture itself.
 */

/** A picture, or a strip or tile of one, with its pixels compressed as a PDF may hold them (ISO 32000-1, 7.4). */
export interface PicturePart {
  width: number
  height: number
  bitsPerSample: number
  /** As a PDF writes it: /DeviceGray, an indexed one with its colours. */
  colourSpace: string
  /** A filter's name with its parameters, as a PDF writes them; empty for samples as they are. */
  filter: string
  /** Whether the lowest sample is the lightest. */
  isInverted: boolean
  data: Uint8Array
}

/** A picture as its file holds it: in one part, in strips or in tiles. */
export interface Picture {
  width: number
  height: number
  parts: readonly { left: number; top: number; part: PicturePart }[]
}

/** An A3 sheet at 600 dpi has 70, and nobody scans a receipt like that; a small file may claim thousands. */
const LARGEST_MEGAPIXELS = 60

/** Whether a picture of that size may be unpacked. */
export function isDrawable({ width, height }: { width: number; height: number }): boolean {
  return width > 0 && height > 0 && width * height <= LARGEST_MEGAPIXELS * 1_000_000
}

/** A PDF file with each part on a page of its own. */
export function pdfOfPictures(parts: readonly PicturePart[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const places: number[] = []
  let length = 0
  const write = (...pieces: (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      chunks.push(chunk)
      length += chunk.length
    }
  }
  const object = (...pieces: (string | Uint8Array)[]) => {
    places.push(length)
    write(`${places.length} 0 obj\n`, ...pieces, '\nendobj\n')
  }
  write('%PDF-1.5\n')
  const pageOf = (index: number) => 3 + index * 3
  object('<</Type/Catalog/Pages 2 0 R>>')
  object(`<</Type/Pages/Count ${parts.length}/Kids[${parts.map((_, index) => `${pageOf(index)} 0 R`).join(' ')}]>>`)
  parts.forEach((part, index) => {
    const { width, height } = part
    const [content, picture] = [pageOf(index) + 1, pageOf(index) + 2]
    object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${content} 0 R`,
      `/Resources<</XObject<</P ${picture} 0 R>>>>>>`,
    )
    const drawing = `${width} 0 0 ${height} 0 0 cm /P Do`
    object(`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`)
    object(`${dictionaryOf(part)}stream\n`, part.data, '\nendstream')
  })
  const table = length
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  write(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`, ...lines)
  write(`trailer<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(chunks, length)
}

function dictionaryOf({ width, height, bitsPerSample, colourSpace, filter, isInverted, data }: PicturePart): string {
  const decode = isInverted ? '/Decode[1 0]' : ''
  return (
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent ${bitsPerSample}` +
    `/ColorSpace ${colourSpace}${decode}${filter}/Length ${data.length}>>`
  )
}
