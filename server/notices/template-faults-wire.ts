/** Why a template is refused; each has a sentence in both languages. `detail` names the thing meant. */
export const templateFaults = [
  'not-a-docx',
  'too-large',
  'bad-path',
  'damaged',
  'macros',
  'external-link',
  'embedded-object',
  'active-field',
  'unknown-placeholder',
  'misplaced-placeholder',
  'stray-brace',
  'loop-not-closed',
  'loop-not-opened',
  'loop-crosses',
  'missing-placeholder',
  'cannot-be-drawn',
  'picture-format',
  'does-not-render',
] as const
export type TemplateFault = (typeof templateFaults)[number]

export interface FoundTemplateFault {
  readonly fault: TemplateFault
  readonly detail: string
}

interface Sentence {
  readonly zh: string
  readonly en: string
}

/** `{detail}` stands for the placeholder, the part or the file that is meant. */
export const templateFaultSentences: Readonly<Record<TemplateFault, Sentence>> = {
  'not-a-docx': {
    zh: '这不是 .docx 文件。请在 Word 或 WPS 里另存为“Word 文档（*.docx）”。',
    en: 'This is not a .docx file. Save it in Word or WPS as a Word document (*.docx).',
  },
  'too-large': { zh: '文件解开后太大或部件太多。', en: 'Unpacked, the file is too large or has too many parts.' },
  'bad-path': { zh: '压缩包内有不安全的路径：{detail}', en: 'The package holds an unsafe path: {detail}' },
  damaged: { zh: '部件 {detail} 无法读取。', en: 'The part {detail} cannot be read.' },
  macros: { zh: '模板含有宏（{detail}），请去掉宏再上传。', en: 'The template holds macros ({detail}); remove them.' },
  'external-link': {
    zh: '模板引用了外部内容：{detail}。请改为不带链接的文字或嵌入的图片。',
    en: 'The template refers to something outside: {detail}. Use plain text or embedded pictures instead.',
  },
  'embedded-object': { zh: '模板含有嵌入对象：{detail}', en: 'The template holds an embedded object: {detail}' },
  'active-field': {
    zh: '模板含有会取外部内容的域：{detail}。只可用页码和总页数。',
    en: 'The template holds a field that fetches content: {detail}. Only page numbers and counts may be used.',
  },
  'unknown-placeholder': { zh: '没有名为 {detail} 的占位符。', en: 'There is no placeholder named {detail}.' },
  'misplaced-placeholder': {
    zh: '占位符 {detail} 只能放在它所属的循环里。',
    en: 'The placeholder {detail} may stand only inside the loop it belongs to.',
  },
  'stray-brace': { zh: '花括号不成对：{detail}', en: 'A brace without its partner: {detail}' },
  'loop-not-closed': { zh: '循环 {detail} 没有结束。', en: 'The loop {detail} is not closed.' },
  'loop-not-opened': { zh: '结束标记 {detail} 没有对应的开始。', en: 'The closing {detail} has no opening.' },
  'loop-crosses': {
    zh: '循环 {detail} 的开始和结束不在同一处（例如一个在表格里、一个在表格外）。',
    en: 'The loop {detail} opens and closes in different containers, such as one inside a table and one outside.',
  },
  'missing-placeholder': { zh: '缺少必需的占位符 {detail}。', en: 'The required placeholder {detail} is missing.' },
  'cannot-be-drawn': {
    zh: 'PDF 无法画出：{detail}。请改用普通段落、表格和嵌入型图片。',
    en: 'The PDF cannot show: {detail}. Use plain paragraphs, tables and pictures in line with the text.',
  },
  'picture-format': {
    zh: '图片格式不能用：{detail}。请用 PNG 或 JPEG。',
    en: 'This picture format cannot be used: {detail}. Use PNG or JPEG.',
  },
  'does-not-render': { zh: '用样例内容试填失败：{detail}', en: 'Filling it with sample content failed: {detail}' },
}

export const templateFaultSentence = ({ fault, detail }: FoundTemplateFault, language: 'zh' | 'en'): string =>
  templateFaultSentences[fault][language].replaceAll('{detail}', () => detail)
