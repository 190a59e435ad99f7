const bounds = [5, 25, 100, 500, 2500];

/** Counts what was asked, for Prometheus: by method, route and status, and how long it took. */
export function createMetrics(): { count(method: string, route: string, status: number, ms: number): void; render(): string } {
  const requests = new Map<string, { count: number; ms: number; within: number[] }>();
  const began = Date.now();
  return {
    count(method, route, status, ms) {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      let counted = requests.get(labels);
      if (counted === undefined) requests.set(labels, (counted = { count: 0, ms: 0, within: bounds.map(() => 0) }));
      counted.count += 1;
      counted.ms += ms;
      for (let index = bounds.length - 1; index >= 0 && ms <= bounds[index]!; index--) counted.within[index]! += 1;
    },
    render() {
      const lines = ['# TYPE fp_requests_total counter'];
      for (const [labels, { count }] of requests) lines.push(`fp_requests_total{${labels}} ${count}`);
      lines.push('# TYPE fp_request_milliseconds histogram');
      for (const [labels, { count, ms, within }] of requests) {
        bounds.forEach((bound, index) => lines.push(`fp_request_milliseconds_bucket{${labels},le="${bound}"} ${within[index]}`));
        lines.push(
          `fp_request_milliseconds_bucket{${labels},le="+Inf"} ${count}`,
          `fp_request_milliseconds_sum{${labels}} ${ms}`,
          `fp_request_milliseconds_count{${labels}} ${count}`,
        );
      }
      lines.push('# TYPE fp_up_seconds gauge', `fp_up_seconds ${(Date.now() - began) / 1000}`);
      lines.push('# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${process.memoryUsage.rss()}`);
      return `${lines.join('\n')}\n`;
    },
  };
}
