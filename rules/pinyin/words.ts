/** Lower-case words that are legal pinyin and yet English, or at home in English. */

const set = (list: string) => new Set(list.split(/\s+/));

/** English (and its Latin, French and Greek) words that happen to cut into pinyin syllables. */
export const english = set(
  `alienate along alongside antique apiece ataxia boxing congregate cuisine cutie dietitian dongle engage erelong exigence exile exude eyepiece
  genie gentian guidance guide guideline guile guise linguine longhouse longtime macaque manque maxi maxima maximize median meridian moxie niece
  opaque oxidase oxide oxidize pantie piece pique pixie quanta quantize reliance sanguine sarong sidelong sidepiece simian suicide suite suiting
  taxi timepiece tuque mengenie tangier piano pianola bien dien biennale senior junior genuine linguini banian xenia quinine quine`,
);

/** Pinyin that English dictionaries or ordinary newspapers have taken in. */
export const loanwords = set(
  `qigong hukou xiangqi guqin guzheng gongbi baijiu huangjiu maotai yuanxiao jiaozi baozi xiaolongbao mantou huoguo doujiang congee oolong longjing puer
  guanxi putonghua pinyin hanzi xiaokang danwei dazibao laogai gaokao zhongkao hongbao qipao hanfu wushu taijiquan tuina erhu suona xiao sheng
  kuaiban kunqu jingju yangge yangko siheyuan hutong tulou shikumen ganqing mianzi fengshui xiaojie shifu laoshi laowai tongzhi laojia
  zongzi tangyuan mooncake niangao youtiao shaobing jianbing roujiamo biangbiang guotie liangpi luosifen malatang mapo tofu jin liang
  renminbi yuan jiao qilin longshan mahjong majiang weiqi xuanzhi jianzhi qingming chongyang chunyun xiangsheng pingshu zhiguai wuxia xianxia danmei xuanhuan`,
);

/** Letters that mark a word as pinyin rather than another language's. */
export const telling = /zh|x|q|iang|uang|iong|ian|iao|iu|uo|ui|ie|eng|ong/;
