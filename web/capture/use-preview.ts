import { useEffect, useState } from 'react'

/** An address for bytes that are still in the page, given back when it is no longer shown. */
export const usePreview = (bytes: Blob): string | null => {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(bytes)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return url
}
