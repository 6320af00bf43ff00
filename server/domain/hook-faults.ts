/** Why something could not be delivered outside: a closed list, with a sentence in each language. */
export const hookFaultWords = {
  'bad-address': { zh: '地址不对。', en: 'The address is malformed.' },
  'no-such-host': { zh: '找不到这个主机名。', en: 'There is no host of this name.' },
  'inside-network': {
    zh: '地址在内网或本机，未列入允许名单（LUQING_HOOK_ALLOW）。',
    en: 'The address lies inside a private network and is not on the allow-list (LUQING_HOOK_ALLOW).',
  },
  'not-https': { zh: '须用 https 地址。', en: 'The address must be https.' },
  timeout: { zh: '对方 10 秒内没有答复。', en: 'There was no answer within 10 seconds.' },
  'no-connection': { zh: '连接不上对方。', en: 'No connection could be made.' },
  redirect: { zh: '对方要求转到别处，没有照办。', en: 'The receiver redirects elsewhere; redirects are not followed.' },
  'bad-status': { zh: '对方答复了错误状态。', en: 'The receiver answered with an error status.' },
  'bad-answer': { zh: '对方的答复看不懂。', en: 'The receiver’s answer could not be understood.' },
  refused: { zh: '机器人不接受这条消息。', en: 'The robot did not accept the message.' },
  'process-ended': {
    zh: '发送途中系统重启，不知对方是否收到。',
    en: 'The system restarted while sending; whether it arrived is not known.',
  },
  'not-sendable': { zh: '这条消息没能发出。', en: 'The message could not be made ready to send.' },
  'receiver-removed': { zh: '接收方已删除或停用。', en: 'The receiver was removed or switched off.' },
} as const satisfies Record<string, { zh: string; en: string }>

export type HookFaultCode = keyof typeof hookFaultWords

export const isHookFaultCode = (text: string): text is HookFaultCode => Object.hasOwn(hookFaultWords, text)

/** Kept as `code detail`; the detail is the receiver's own word and may be empty. */
export const readHookFault = (kept: string): { code: HookFaultCode | null; detail: string } => {
  const [code = '', ...detail] = kept.split(' ')
  return isHookFaultCode(code) ? { code, detail: detail.join(' ') } : { code: null, detail: kept }
}

/** What to show of a kept fault: our sentence, then the receiver's own word. */
export const hookFaultText = (kept: string, language: 'zh' | 'en'): string => {
  const { code, detail } = readHookFault(kept)
  const sentence = code === null ? '' : hookFaultWords[code][language]
  return [sentence, detail].filter((part) => part !== '').join(' ')
}
