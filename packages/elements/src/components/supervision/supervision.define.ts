import { register } from '../../element/register.js';
import { FpSupervision } from './supervision.js';

register('fp-supervision', FpSupervision);

declare global {
  interface HTMLElementTagNameMap {
    'fp-supervision': FpSupervision;
  }
}
