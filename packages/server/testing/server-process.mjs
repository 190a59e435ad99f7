// A server as its own process, to be killed.
import { startServer } from '@fp-kit/server';

await startServer({ ...JSON.parse(process.env.FP_STORE), port: Number(process.env.FP_PORT), rate: { burst: 1e6, perSecond: 1e6 } });
