export { type HolidayNotice, holidayNotices } from './holidays.js';
export { countWorkingDays, type DayKind, expectedBy, isPublicHoliday, kindOfDay } from './working-days.js';
