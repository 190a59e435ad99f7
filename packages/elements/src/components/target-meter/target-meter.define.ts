import { register } from '../../element/register.js';
import { FpTargetMeter } from './target-meter.js';

register('fp-target-meter', FpTargetMeter);

declare global {
  interface HTMLElementTagNameMap {
    'fp-target-meter': FpTargetMeter;
  }
}
