const bounds = [5, 25, 100, 500, 2500];

/** Counts what was asked, for Prometheus: by method, route and status, and how long it took. */
export function createMetrics(): { count(method: string, route: string, status: number, ms: number): void; render(): string } {
  const requests = new Map<string, number>();
  const times = new Map<string, { buckets: number[]; sum: number; count: number }>();
  const began = Date.now();
  return {
    count(method, route, status, ms) {
      const labels = `method="${method}",route="${route}"`;
      const key = `${labels},status="${status}"`;
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const time = times.get(labels) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      bounds.forEach((bound, index) => {
        if (ms <= bound) time.buckets[index]! += 1;
      });
      time.sum += ms;
      time.count += 1;
      times.set(labels, time);
    },
    render() {
      const lines = ['# TYPE fp_requests_total counter'];
      for (const [labels, count] of requests) lines.push(`fp_requests_total{${labels}} ${count}`);
      lines.push('# TYPE fp_request_milliseconds histogram');
      for (const [labels, { buckets, sum, count }] of times) {
        bounds.forEach((bound, index) => lines.push(`fp_request_milliseconds_bucket{${labels},le="${bound}"} ${buckets[index]}`));
        lines.push(
          `fp_request_milliseconds_bucket{${labels},le="+Inf"} ${count}`,
          `fp_request_milliseconds_sum{${labels}} ${sum}`,
          `fp_request_milliseconds_count{${labels}} ${count}`,
        );
      }
      lines.push('# TYPE fp_up_seconds gauge', `fp_up_seconds ${(Date.now() - began) / 1000}`);
      lines.push('# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${process.memoryUsage.rss()}`);
      return `${lines.join('\n')}\n`;
    },
  };
}
