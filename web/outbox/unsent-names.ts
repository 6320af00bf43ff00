export const unsentKind = 'luqing-unsent'
export const unsentVersion = 1
export const manifestName = 'manifest.json'
export const manifestHashName = 'manifest.sha256'
export const manifestSealName = 'manifest.seal'
export const photoName = (sha256: string): string => `photos/${sha256}.jpg`
