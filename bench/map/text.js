import { putStage, timeToShow } from './sites.js';

/** The fonts of the elements. */
const font = "font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui";

/**
 * What a list costs at least: all sites walked through once, their number and the eight that a screen has room for in words, without a control,
 * an icon or a style. Chinese has to be shaped and drawn, which boxes with figures in them are spared.
 */
export const paint = (count) =>
  timeToShow(count, (sites) => {
    const list = Object.assign(putStage(), { style: font });
    const put = (text) => list.append(Object.assign(document.createElement('p'), { textContent: text }));
    put(`共 ${sites.filter(({ location }) => location).length} 处阵地`);
    for (const { name, type, grade, address, openingHours, phone, services } of sites.slice(0, 8)) {
      for (const text of [name, type, grade, address, openingHours, phone, services.join('、')]) put(text);
    }
  });
