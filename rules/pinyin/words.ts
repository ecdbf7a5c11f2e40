/** Lower-case words that are legal pinyin and yet English, or at home in English. */

const set = (list: string) => new Set(list.split(/\s+/));

/** English (and its Latin, French and Greek) words that happen to cut into pinyin syllables. */
export const english = set(
  `alien alienate along alongside annex antique apiece ataxia axe banquet bohemian boxing congregate cuisine cutie diesel diet dietitian dongle duodena
  engage disengage erelong exigence exile exit exude eyepiece fax fox genie gentian guidance guide guideline guile guise hex jinx liege linguine
  longhouse longtime macaque max maxi maxima maximize median meridian mix moxie niece nix oxidase oxide oxidize pantie piece pixie quanta quantize
  relax reliance remix ruin sanguine sarong sex sidelong sidepiece simian suicide suit suite tamoxifen tax taxi telex tie retie timepiece titian tuque wax
  piano pianola biennale linguini xenia quinine`,
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
