/** Line breaks of every kind become one; other control characters, half surrogates and byte-order marks go. */
export const printable = (words: string): string =>
  words
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach XML
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '')

export const oneLine = (words: string): string => printable(words).replaceAll('\n', ' ')
