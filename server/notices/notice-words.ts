import type { TagData, TagPicture, TagValue } from './docx/tag-data.ts'
import type { NoticeContent, NoticeHazard, NoticePhoto } from './notice-content.ts'
import { oneLine, printable } from './printable.ts'

/** A prepared picture; null for one that is gone. */
export type PictureOf = (photo: NoticePhoto) => Omit<TagPicture, 'altText'> | null

const goneWords = '（照片缺失）'

const shown = (photo: NoticePhoto | undefined, pictureOf: PictureOf): TagValue => {
  if (!photo) return ''
  const picture = pictureOf(photo)
  return picture ? { ...picture, altText: oneLine(photo.caption) } : goneWords
}

/** Everything the placeholders name, taken from the content alone. */
export const noticeWords = (content: NoticeContent, pictureOf: PictureOf, signature: TagPicture | null): TagData => {
  const { receipt } = content
  const copies = content.copies.map(oneLine).filter((unit) => unit !== '')
  const attachments = printable(content.attachments)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return {
    县名: oneLine(content.countyName),
    标题: oneLine(content.title),
    文号: oneLine(content.documentNumber),
    受文单位: oneLine(content.addressee),
    抄送: copies.join('、'),
    抄送清单: copies.map((unit) => ({ 单位名称: unit })),
    发文单位: oneLine(content.issuerUnit),
    联系人: oneLine(content.issuerPerson),
    联系电话: oneLine(content.issuerPhone),
    发文日期: oneLine(content.issuedOnText),
    依据: printable(content.basis),
    正文: printable(content.body),
    要求: printable(content.demand),
    整改期限: oneLine(content.cureDueText),
    逾期后果: printable(content.consequence),
    回复期限: oneLine(content.replyDueText),
    原文号: oneLine(content.originalNumber),
    督办级别: oneLine(content.level),
    责任人: oneLine(content.namedPerson),
    逾期天数: oneLine(content.daysOverdue),
    进展: printable(content.progress),
    原因分析: printable(content.causes),
    意见建议: printable(content.suggestions),
    资金: printable(content.funds),
    结论: printable(content.conclusion),
    附件: attachments.join('\n'),
    附件清单: attachments.map((name, index) => ({ 附件序号: `${index + 1}`, 附件名称: name })),
    有照片: content.hazards.some(({ photos, afterPhotos }) => photos.length + afterPhotos.length > 0),
    隐患数: `${content.hazards.length}`,
    隐患: content.hazards.map((hazard) => hazardWords(hazard, pictureOf)),
    签收单位: oneLine(receipt?.signerUnit ?? ''),
    签收人: oneLine(receipt?.signer ?? ''),
    签收时间: oneLine(receipt?.signedAtText ?? ''),
    签名: signature ?? '',
    已签收: receipt !== null,
    未签收: receipt === null,
  }
}

const hazardWords = (hazard: NoticeHazard, pictureOf: PictureOf): TagData => {
  const before = hazard.photos
  const after = hazard.afterPhotos
  const place = [hazard.township, hazard.village, hazard.route, hazard.stake, hazard.spot].map(oneLine)
  return {
    序号: `${hazard.index}`,
    隐患编号: oneLine(hazard.registerNumber),
    乡镇: oneLine(hazard.township),
    村: oneLine(hazard.village),
    路线: oneLine(hazard.route),
    桩号: oneLine(hazard.stake),
    小地名: oneLine(hazard.spot),
    经纬度: oneLine(hazard.position),
    地点: place.filter((part) => part !== '').join(' '),
    隐患代码: oneLine(hazard.code),
    隐患类型: oneLine(hazard.codeName),
    等级: oneLine(hazard.severity),
    描述: printable(hazard.description),
    措施: printable(hazard.measures),
    整改单位: oneLine(hazard.unit),
    发现日期: oneLine(hazard.foundOn),
    期限: oneLine(hazard.dueText),
    完成日期: oneLine(hazard.clearedText),
    结果: printable(hazard.result),
    有照片: before.length + after.length > 0,
    照片: before.map((photo) => photoWords(photo, pictureOf)),
    整改后照片: after.map((photo) => photoWords(photo, pictureOf)),
    照片行: pairs(before).map(([left, right]) => ({
      左图: shown(left, pictureOf),
      左图注: oneLine(left?.caption ?? ''),
      右图: shown(right, pictureOf),
      右图注: oneLine(right?.caption ?? ''),
    })),
    对照行: Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
      前图: shown(before[index], pictureOf),
      前图注: oneLine(before[index]?.caption ?? ''),
      后图: shown(after[index], pictureOf),
      后图注: oneLine(after[index]?.caption ?? ''),
    })),
  }
}

const photoWords = (photo: NoticePhoto, pictureOf: PictureOf): TagData => ({
  图: shown(photo, pictureOf),
  图注: oneLine(photo.caption),
})

const pairs = <Item>(items: readonly Item[]): [Item | undefined, Item | undefined][] =>
  Array.from({ length: Math.ceil(items.length / 2) }, (_, row) => [items[row * 2], items[row * 2 + 1]])
