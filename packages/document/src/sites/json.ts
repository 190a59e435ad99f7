import type { Rows } from '../sheets/rows.js';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const wordOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : Array.isArray(value)
        ? value.map(wordOf).join('、')
        : '';

/** Rows under a header of every key, so that JSON is read as a table is: row 1 is the first object, since nobody sees the header. */
function tableOf(objects: readonly Record<string, string>[]): Rows {
  const header = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return [header, ...objects.map((object) => header.map((key) => object[key] ?? ''))];
}

/** Features of GeoJSON (RFC 7946), whose coordinates are WGS 84 unless a property says otherwise. */
export function rowsOfGeoJson(data: unknown): Rows | undefined {
  if (!isJson(data)) return undefined;
  const features = data['type'] === 'Feature' ? [data] : data['type'] === 'FeatureCollection' ? listOf(data['features']) : undefined;
  return (
    features &&
    tableOf(
      features.map((feature) => {
        const properties = isJson(feature['properties']) ? feature['properties'] : {};
        const geometry = isJson(feature['geometry']) ? feature['geometry'] : {};
        const coordinates =
          geometry['type'] === 'Point' && Array.isArray(geometry['coordinates']) ? (geometry['coordinates'] as unknown[]) : [];
        return {
          ...(feature['id'] !== undefined && { id: wordOf(feature['id']) }),
          ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, wordOf(value)])),
          lng: wordOf(coordinates[0]),
          lat: wordOf(coordinates[1]),
        };
      }),
    )
  );
}

const statuses: Record<string, string> = { active: 'open', inactive: 'suspended', 'temporarily closed': 'suspended', defunct: 'closed' };
const weekdays: Record<string, string> = { MO: 'Mo', TU: 'Tu', WE: 'We', TH: 'Th', FR: 'Fr', SA: 'Sa', SU: 'Su' };

/** Services of the Human Services Data Specification 3, one row for each place at which a service is given; its coordinates are WGS 84. */
export function rowsOfHsds(data: unknown): Rows | undefined {
  const services = Array.isArray(data)
    ? listOf(data)
    : isJson(data)
      ? isService(data)
        ? [data]
        : listOf(data['contents'] ?? data['services'])
      : [];
  if (services.length === 0 || !services.every(isService)) return undefined;
  return tableOf(
    services.flatMap((service) => {
      const places = listOf(service['service_at_locations']);
      return (places.length > 0 ? places : [{}]).map((at: Json) => {
        const location = isJson(at['location']) ? at['location'] : {};
        const address = listOf(location['addresses'])[0] ?? {};
        const phone = [at, location, service].flatMap((holder) => listOf(holder['phones']))[0];
        const schedules = [at, location, service].map((holder) => listOf(holder['schedules'])).find((list) => list.length > 0);
        return {
          id: wordOf(at['id'] ?? service['id']),
          name: wordOf(service['name']),
          type: wordOf(
            listOf(service['attributes']).map((attribute) =>
              isJson(attribute['taxonomy_term']) ? attribute['taxonomy_term']['name'] : '',
            )[0],
          ),
          address: ['state_province', 'region', 'city', 'address_1', 'address_2'].map((part) => wordOf(address[part])).join(''),
          lng: wordOf(location['longitude']),
          lat: wordOf(location['latitude']),
          phone: wordOf(phone?.['number']),
          openinghours: (schedules ?? []).map(hoursOf).filter(Boolean).join('; '),
          status: statuses[wordOf(service['status'])] ?? wordOf(service['status']),
        };
      });
    }),
  );
}

const isService = (value: Json) =>
  typeof value['name'] === 'string' && typeof value['id'] === 'string' && 'status' in value && !('tasks' in value);

/** A schedule (RFC 5545: `byday`, `opens_at`, `closes_at`) as OSM writes it; where it is more than that, its description. */
function hoursOf(schedule: Json): string {
  const days = wordOf(schedule['byday'])
    .split(/[,、]/)
    .map((day) => weekdays[day.trim()]);
  const [from, to] = [wordOf(schedule['opens_at']).slice(0, 5), wordOf(schedule['closes_at']).slice(0, 5)];
  const isPlain = days.every(Boolean) && from !== '' && to !== '' && ['', 'WEEKLY'].includes(wordOf(schedule['freq']));
  return isPlain ? `${days.join()} ${from}-${to}` : wordOf(schedule['description']);
}
