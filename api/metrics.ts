/** What Prometheus reads. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly commands: Counter<'type' | 'result'>;
  readonly waiting: Gauge;
  readonly unsent: Gauge;
  readonly stuck: Gauge;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'yimen_http_seconds',
      help: 'time to answer',
      labelNames: ['method', 'route', 'status'],
      registers: [registry],
    }),
    commands: new Counter({
      name: 'yimen_commands_total',
      help: 'commands by type and what became of them',
      labelNames: ['type', 'result'],
      registers: [registry],
    }),
    waiting: new Gauge({
      name: 'yimen_commands_waiting',
      help: 'commands journaled and not yet delivered (待送达)',
      registers: [registry],
    }),
    unsent: new Gauge({
      name: 'yimen_effects_waiting',
      help: 'effects said by a decision and not yet sent (待送出)',
      registers: [registry],
    }),
    stuck: new Gauge({
      name: 'yimen_cases_stuck',
      help: 'cases that neither take their commands nor decide what is due (npm run revive)',
      registers: [registry],
    }),
  };
}
