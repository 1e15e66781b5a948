import { nameParts } from './name.ts';

// families that stand first as often as last when the name is written in Latin letters; some are given names as well ("Kim", "Lee"), so nothing is certain
const FAMILY_FIRST = new Set(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu ye jiang du su wei cheng lu ding ren shen yao fan fang shi jin tan liao zou xiong hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian tsai chang hsu hsieh cheung wong chan cheng leung lau kwok lam ng yip ho tsang
kim lee park choi jung jeong kang cho yoon yun jang lim han oh seo shin kwon hwang ahn an song ryu yoo hong moon nam
nguyen tran le pham hoang huynh vo vu dang bui do ngo duong ly phan truong
sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita
nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete szilagyi torok feher balazs gal kis szucs kocsis fodor pinter szalai sipos magyar lukacs gulyas biro kiraly laszlo katona jakab bogdan balog boros fazekas kelemen somogyi antal vincze hegedus orosz deak papp veres pasztor vass bodnar`.split(/\s+/));
// a name that only begins here: "Abdul Rahman", "Abu Bakr"
const BEGINNING = new Set(['abdul', 'abdel', 'abd', 'abu', 'abou', 'umm', 'ibn', 'bin', 'bint', 'ben', 'el', 'al', 'mac', 'mc', 'san', 'santa', 'saint', 'st']);
const NOBODY = /\b(?:team|sales|support|info|office|careers?|jobs|recruiting|recruitment|marketing|newsroom|official|member|mitglied|membre|usuario|user|unknown|anonymous|gmbh|inc|ltd|llc|corp|company|group|holding|agency|studio|solutions?|consulting|services|technologies)\b/iu;
const HAN = /\p{sc=Han}/u, KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u, HANGUL = /^\p{sc=Hangul}+$/u;

/** The first name to greet somebody by, out of a name as a page shows it; null when it is not certain which part that is (one word alone, initials, a family name that may stand first, capitals throughout, something that is no person). */
export function firstName(shown: string): string | null {
  const { given, family, middle } = nameParts(shown);
  if (!given || !family || given.length > 40 || NOBODY.test(shown)) return null;
  const latin = fold(given);
  if (HAN.test(given) || KANA.test(given)) return /\s/.test(shown.trim()) && family !== '' ? given : null;
  if (HANGUL.test(given)) return given.length === 2 ? given : null;
  // "J.", "J. R.", "JR", "Wm."
  if (given.includes('.') || [...given].length < 2 || (given.length === 2 && given === given.toUpperCase())) return null;
  const rest = [middle ?? '', family].join(' ');
  if (BEGINNING.has(latin) || FAMILY_FIRST.has(latin) || /[^\p{L}\p{M}\s'’\-\u200c\u200d]/u.test(given)) return null;
  // "LI Xiaolong" was read right; "SMITH JOHN" may be either way round
  const letters = shown.replace(/[^\p{L}]/gu, '');
  if (letters === letters.toUpperCase() && letters !== letters.toLowerCase() && !shown.includes(',')) return null;
  return rest.trim() ? given : null;
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
