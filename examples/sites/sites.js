import { sampleSites } from './sample-sites.mjs';

const count = Number(new URLSearchParams(location.search).get('count')) || 3000;
document.querySelector('fp-site-map').sites = sampleSites(count);
