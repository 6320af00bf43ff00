/** A picture's build, found without decoding it. */
export interface Built {
  /** Offset of the first byte behind the picture. */
  readonly endsAt: number
  /** The EXIF block, a small TIFF file; HEIC keeps its own where only its decoder looks. */
  readonly exif: Buffer | null
  /** Scans of a JPEG: more than one means that all its coefficients lie in memory while it is decoded. */
  readonly scans: number
}
