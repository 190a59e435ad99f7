import { register } from '../../element/register.js';
import { FpProgressRing } from './progress-ring.js';

register('fp-progress-ring', FpProgressRing);

declare global {
  interface HTMLElementTagNameMap {
    'fp-progress-ring': FpProgressRing;
  }
}
