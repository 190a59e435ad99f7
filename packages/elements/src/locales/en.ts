import { figuresEn } from './figures/en.js';
import { notesEn } from './notes/en.js';
import type { Messages } from './zh-CN.js';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const en: Messages = {
  ...figuresEn,
  ...notesEn,
  states: { notReported: 'Not reported', inProgress: 'In progress', done: 'Done', overdue: 'Overdue', stopped: 'Stopped' },
  siteTypes: {
    'warm-home': 'Warm Home',
    'parent-child-house': 'Sunflower Parent–Child House',
    'youth-health-base': 'Youth Health Base',
    'birth-guidance-center': 'Birth and Parenting Guidance Centre',
    'family-health-center': 'Family Health Centre',
    'childcare-center': 'Childcare Centre',
    'members-home': 'Members’ Home',
    'heart-station': 'Heart Station',
    'birth-friendly-park': 'Birth-Friendly Park',
    'new-culture-site': 'Marriage and Family Culture Site',
    'contraceptive-dispenser': 'Contraceptive Dispenser',
  },
  siteStates: { open: 'Open', planned: 'Planned', suspended: 'Temporarily closed', closed: 'Closed for good' },
  levels: {
    country: 'nationwide',
    province: 'each province',
    city: 'each city',
    county: 'each county',
    township: 'each township',
    village: 'each village',
  },
  comparators: {
    atLeast: (amount) => `at least ${amount}`,
    moreThan: (amount) => `more than ${amount}`,
    atMost: (amount) => `at most ${amount}`,
    lessThan: (amount) => `less than ${amount}`,
    exactly: (amount) => amount,
    between: (amount) => amount,
    about: (amount) => `about ${amount}`,
  },
  forces: { must: '', strive: 'to strive for', encourage: 'encouraged' },
  date: (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year}`,
  by: (date) => `by ${date}`,
  asOf: (date) => `as of ${date}`,
  year: (year) => year,
  each: (place) => `each “${place}”`,
  list: (items) => items.join(', '),

  tasks: (total) => count(total, 'task', 'tasks'),
  actions: (total) => count(total, 'action', 'actions'),
  actionsDone: (done) => `${count(done, 'action', 'actions')} done`,
  actionsOfDone: (total, done) => `${count(total, 'action', 'actions')}${done === 0 ? '' : `, ${done} done`}`,
  reportedOf: (reported, total) =>
    reported === 0
      ? `None of ${count(total, 'action', 'actions')} reported`
      : `${reported} of ${count(total, 'action', 'actions')} reported`,
  ongoing: 'Ongoing',
  goal: 'Goal',
  aim: (goal) => `goal ${goal}`,
  eachGoal: (each, goal) => `${goal}, ${each}`,
  reached: 'Reached',
  stated: 'As stated in the report',
  unitsMet: 'Met by',
  unitsReported: (reported, total) => (total === undefined ? `${reported} reported` : `${reported} of ${total} reported`),
  sentence: 'Read the sentence',
  quotedFrom: (name, number) => (number ? `${number} · ${name}` : name),
  assignees: 'Responsible',
  partners: 'Together with',
  due: 'Due',
  sites: 'Sites',

  ringDone: (done) => `${done === 1 ? 'action' : 'actions'} done`,
  ringNone: (total) => `${total === 1 ? 'action' : 'actions'}, none reported`,
  ringHeard: (done, total) => `${done} of ${count(total, 'action', 'actions')} done`,

  filterByType: 'Filter by type',
  allTypes: 'All',
  shown: (shown, total) => (shown === total ? count(total, 'site', 'sites') : `Showing ${shown} of ${count(total, 'site', 'sites')}`),
  address: 'Address',
  openingHours: 'Opening hours',
  services: 'Services',
  wayThere: 'Way there',
  wayThereTo: (name) => `Way there: ${name} (opens a map in a new window)`,
  call: (phone) => `Call ${phone}`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  rule: (when, hours) => `${when} ${hours}`,
  offOn: (when) => `${when} closed`,
  weekdayRange: (from, to) => `${from}–${to}`,
  publicHolidays: 'Public holidays',
  rules: (rules) => rules.join('; '),
  allHours: 'Open 24 hours',
};
