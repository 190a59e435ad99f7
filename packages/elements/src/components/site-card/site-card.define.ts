import { register } from '../../element/register.js';
import { FpSiteCard } from './site-card.js';

register('fp-site-card', FpSiteCard);

declare global {
  interface HTMLElementTagNameMap {
    'fp-site-card': FpSiteCard;
  }
}
