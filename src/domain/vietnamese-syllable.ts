/** Whether a word is spelt as a Vietnamese syllable can be: what tells text from text in a wrong encoding. */

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'

/** Rimes without their tone; some of them stand after certain onsets only, which is not looked at. */
const RIMES = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ych ynh yt yêm yên yêng yêt yêu',
  'o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt',
  'oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uơ uy uya uych uyên uyêt uynh uyp uyt uyu',
  'uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
].join(' ')

const SYLLABLE = new RegExp(`^(?:${ONSETS.replaceAll(' ', '|')})?(?:${RIMES.replaceAll(' ', '|')})$`)
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
/** A syllable that is stopped short rises or falls: sắc or nặng, nothing else. */
const STOPPED = /(?:[ptc]|ch)$/
const HIGH_OR_LOW = /[\u0301\u0323]/

/** "Nguyễn", "đồng", "HOÀ" are; "Nguyeãn", "NguyÔn", "Bhăm" and "Smith" are not. Takes one word in any normal form. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(TONE) ?? []
  if (tones.length > 1) return false
  const letters = parts.replace(TONE, '').normalize('NFC')
  if (STOPPED.test(letters) && !HIGH_OR_LOW.test(tones[0] ?? '')) return false
  return SYLLABLE.test(letters)
}

/** Words of letters, with the codes that stand for letters in legacy text: the soft hyphen is ư in TCVN3. */
export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z\u00a1-\u1fff₫]+/g) ?? []
}

/** 0 to 1: how many of a text's words with marks are Vietnamese; 1 where there are none, as in ASCII. */
export function vietnameseShare(text: string): number {
  const words = wordsOf(text).filter((word) => /[^\0-\x7f]/.test(word))
  return words.length === 0 ? 1 : words.filter(isVietnameseSyllable).length / words.length
}
