// Sample sites of a province that does not exist, made as they are asked for: the same number gives the same sites. Nobody lives there, no
// boundary is drawn, and every name ends in （样例）.

/** Cities of the sample province (examples/data/regions.json), each around a place of the map where it was put at will. */
const cities = [
  { code: '9901', name: '青溪市', lng: 108.5, lat: 32.1, weight: 5 },
  { code: '9902', name: '白鹭市', lng: 109.23, lat: 31.88, weight: 4 },
  { code: '9903', name: '云屏市', lng: 108.92, lat: 32.45, weight: 3 },
  { code: '9904', name: '石湖市', lng: 109.01, lat: 31.56, weight: 3 },
  { code: '9905', name: '望岳市', lng: 108.7, lat: 31.32, weight: 2 },
  { code: '9906', name: '松岭州', lng: 108.17, lat: 31.65, weight: 1 },
];

const kinds = [
  { type: 'warm-home', name: '暖心家园', services: ['心理疏导', '日间陪伴', '健康讲座'], weight: 6 },
  { type: 'parent-child-house', name: '向日葵亲子小屋', services: ['亲子阅读', '养育照护指导'], weight: 5 },
  { type: 'members-home', name: '会员之家', services: ['会员活动', '政策宣传'], weight: 8 },
  { type: 'youth-health-base', name: '青春健康基地', services: ['同伴教育', '咨询转介'], weight: 2 },
  { type: 'heart-station', name: '心灵驿站', services: ['心理咨询', '团体辅导'], weight: 3 },
  { type: 'family-health-center', name: '家庭健康服务中心', services: ['健康自测', '慢病管理指导'], weight: 2 },
  { type: 'birth-guidance-center', name: '优生优育指导中心', services: ['孕前咨询', '孕期课堂'], weight: 1 },
  { type: 'contraceptive-dispenser', name: '药具自助发放机', services: ['免费药具自助领取'], weight: 9 },
  { type: '健康小屋', name: '健康小屋', services: ['血压自测'], weight: 2 },
];

const hours = ['周一至周五 9:00—17:00，节假日除外', '工作日上午9:00-11:30，下午2:30-5:30', '周二至周日 9:00-17:00，周一闭馆', '每天 8:00-20:00', '每周三上午'];
const towns = ['清河', '柳园', '东关', '莲塘', '竹溪', '望湖', '石桥', '杏林', '南浦', '云台', '书院', '古渡'];

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick(list, roll) {
  let left = roll * list.reduce((sum, { weight }) => sum + weight, 0);
  return list.find(({ weight }) => (left -= weight) < 0) ?? list[0];
}

/** Closer to a city more often than far from it. */
function spotIn({ lng, lat }, roll) {
  const far = 0.28 * roll() * roll();
  const turn = 2 * Math.PI * roll();
  return [lng + far * Math.cos(turn), lat + far * Math.sin(turn) * 0.85];
}

/** Positions `[lng, lat, …]` of that many sites: what an index takes. */
export function samplePositions(count, seed = 6) {
  const roll = dice(seed);
  const positions = new Float64Array(2 * count);
  for (let place = 0; place < count; place++) positions.set(spotIn(pick(cities, roll()), roll), 2 * place);
  return positions;
}

/** A sites file of a sample province, about 3 000 sites unless told. */
export function sampleSites(count = 3000, seed = 6) {
  const roll = dice(seed);
  const sites = Array.from({ length: count }, (_, number) => {
    const city = pick(cities, roll());
    const kind = pick(kinds, roll());
    const town = towns[Math.floor(roll() * towns.length)];
    const county = 1 + Math.floor(roll() * 8);
    const [lng, lat] = spotIn(city, roll).map((degrees) => Math.round(degrees * 1e6) / 1e6);
    const chance = roll();
    return {
      id: `sample-${number + 1}`,
      type: kind.type,
      name: `${city.name}${town}${kind.name}${number + 1}号（样例）`,
      ...(chance < 0.6 && { grade: ['市级', '省级', '县级'][number % 3] }),
      region: `${city.code}${String(county).padStart(2, '0')}`,
      address: `${city.name}${town}街道样例路${1 + Math.floor(roll() * 300)}号`,
      location: { lng, lat, crs: 'gcj02' },
      openingHours: kind.type === 'contraceptive-dispenser' ? '全天24小时' : hours[Math.floor(roll() * hours.length)],
      phone: `0999-555${String(number % 10_000).padStart(4, '0')}`,
      services: kind.services,
      status: chance < 0.94 ? 'open' : chance < 0.97 ? 'planned' : chance < 0.99 ? 'suspended' : 'closed',
    };
  });
  return { note: '样例数据，均为虚构', sites };
}
