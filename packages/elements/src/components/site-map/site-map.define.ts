import { register } from '../../element/register.js';
import { FpSiteMap } from './site-map.js';

register('fp-site-map', FpSiteMap);

declare global {
  interface HTMLElementTagNameMap {
    'fp-site-map': FpSiteMap;
  }
}
