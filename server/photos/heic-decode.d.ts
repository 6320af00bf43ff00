/** The package ships no types; these are the parts used here. */
declare module 'heic-decode' {
  export interface Decodable {
    readonly width: number
    readonly height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }>
  }
  const heicDecode: {
    all(input: { buffer: Uint8Array }): Promise<Decodable[] & { dispose(): void }>
  }
  export default heicDecode
}
