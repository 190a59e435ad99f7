export { type HolidayNotice, holidayNotices } from './holidays.js';
export { countWorkingDays, type DayKind, expectedBy, kindOfDay } from './working-days.js';
