/** Characters of the names that faker makes, by their reading; enough for people and places, no dictionary. */
const readings: Readonly<Record<string, string>> = {
  an: "安", bai: "柏白", bao: "包", bei: "北", bi: "毕", biao: "彪", bin: "彬斌", bo: "博波",
  cai: "蔡", cang: "苍", cao: "曹", chai: "柴", chang: "常长", chao: "超", chen: "宸晨辰陈",
  cheng: "呈城成程诚", chi: "驰迟", cong: "聪", cui: "崔", dai: "戴", dan: "丹", deng: "邓", ding: "丁",
  dong: "东栋董", du: "杜都", duan: "段", fan: "樊范", fang: "方芳", fei: "飞", fen: "芬", feng: "凤锋风冯",
  fu: "馥付傅福甫", gang: "刚", gao: "高", ge: "葛", geng: "耿", gong: "龚", gu: "顾", guan: "关官",
  gui: "桂癸贵", guo: "国果郭", hai: "海", han: "涵瀚汉韩", hang: "航", hao: "昊浩皓豪郝", he: "鹤何贺",
  heng: "衡", hong: "弘红鸿洪", hou: "侯", hu: "胡狐", hua: "华", huang: "皇黄", hui: "慧辉徽",
  ji: "吉季济纪", jia: "佳嘉家珈贾", jian: "健建简", jiang: "姜江蒋", jiao: "娇焦", jie: "杰洁",
  jin: "晋瑾金锦", jing: "敬靖静京", ju: "驹", juan: "娟", jun: "俊军君峻", kai: "凯开楷", kang: "康",
  kong: "孔", kou: "口", lai: "赖", lan: "兰蓝", le: "乐", lei: "磊雷", li: "丽立黎李", liang: "良梁",
  liao: "廖", lin: "林霖", ling: "玲令", liu: "刘柳", long: "龙", lu: "鹭卢陆鲁芦", luo: "罗骆", lyu: "吕",
  ma: "马码", mai: "麦", mao: "毛", mei: "梅美", men: "门", meng: "蒙孟", miao: "淼", min: "敏民",
  ming: "明茗", mo: "沫默莫", mu: "沐慕", na: "娜", nan: "南", ni: "倪", nie: "聂", ning: "宁", niu: "牛",
  nuo: "诺", ou: "欧", pan: "潘", pang: "庞", peng: "鹏彭", ping: "平萍", qi: "琪祺齐祁", qian: "倩骞钱",
  qiang: "强", qiao: "乔", qin: "琴秦覃", qing: "擎", qiu: "邱", quan: "全", ran: "然", ren: "任",
  rong: "榕荣融容", rui: "瑞睿", ruo: "若", san: "三", sha: "沙", shang: "尚上", shao: "绍邵", shen: "沈申",
  sheng: "晟", shi: "诗史施石", shuai: "帅", si: "思司", song: "松宋", su: "苏", sun: "孙", tai: "太",
  tan: "谭", tang: "堂唐汤", tao: "涛韬陶", tian: "天田", ting: "婷", tong: "彤桐", tou: "头", tu: "徒涂屠",
  wan: "万", wang: "汪王", wei: "伟魏韦", wen: "文雯温", wu: "伍吴武", xi: "汐熙西", xia: "霞夏厦",
  xian: "县", xiang: "祥香乡向", xiao: "啸晓潇笑萧肖", xie: "谢", xin: "新昕欣鑫馨", xing: "邢",
  xiong: "雄熊", xiu: "修秀", xu: "旭徐许", xuan: "炫煊萱轩", xue: "雪薛", ya: "雅",
  yan: "妍炎焱燕艳严闫阎颜", yang: "洋阳杨", yao: "尧瑶耀姚", ye: "烨叶", yi: "一义乙依奕怡懿熠翊艺苡易",
  yin: "胤尹殷", ying: "英颖", yong: "勇", yu: "宇愚煜玉瑜羽语钰雨于余俞尉", yuan: "渊源苑远袁原",
  yue: "悦玥越岳", ze: "泽", zeng: "曾", zhai: "翟", zhan: "展", zhang: "张章", zhao: "赵", zhe: "哲",
  zhen: "振珍", zheng: "政正郑", zhi: "志智治致", zhong: "中钟", zhou: "周州", zhu: "朱祝珠诸", zhuang: "庄",
  zi: "子梓紫", zou: "邹",
};

const byCharacter = new Map(
  Object.entries(readings).flatMap(([reading, characters]) => Array.from(characters).map((one) => [one, reading] as const)),
);

/** Surnames read otherwise than their first character is. */
const irregular: Readonly<Record<string, string>> = { 长孙: "Zhangsun" };

/** A name in Latin letters, one word with a capital; characters we cannot read stay as they are. */
export function romanised(name: string): string {
  const known = irregular[name];
  if (known !== undefined) return known;
  const word = Array.from(name, (character) => byCharacter.get(character) ?? character).join("");
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
