import { register } from '../../element/register.js';
import { FpRanking } from './ranking.js';

register('fp-ranking', FpRanking);

declare global {
  interface HTMLElementTagNameMap {
    'fp-ranking': FpRanking;
  }
}
