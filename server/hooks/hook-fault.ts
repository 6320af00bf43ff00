import type { HookFaultCode } from '../domain/hook-faults.ts'

const longestDetail = 300

/** What kept a message from being delivered. `kept` is how it is written down; it never holds a secret of ours. */
export class HookFault extends Error {
  readonly code: HookFaultCode
  readonly kept: string

  constructor(code: HookFaultCode, detail = '') {
    const shown = Array.from(detail.replace(/\p{Cc}+/gu, ' '))
      .slice(0, longestDetail)
      .join('')
    super(shown === '' ? code : `${code} ${shown}`)
    this.code = code
    this.kept = this.message
  }
}
