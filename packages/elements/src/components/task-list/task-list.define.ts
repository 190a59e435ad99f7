import { register } from '../../element/register.js';
import { FpTaskList } from './task-list.js';

register('fp-task-list', FpTaskList);

declare global {
  interface HTMLElementTagNameMap {
    'fp-task-list': FpTaskList;
  }
}
