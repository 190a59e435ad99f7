import { FakeServer } from './fake-server.js';
import { ConsoleWatch } from './page.js';

/** A fake server and a watched console, new for each test of the suite that calls this, and an empty page after it. */
export function watchPage(): { readonly server: FakeServer; readonly log: ConsoleWatch } {
  let server: FakeServer;
  let log: ConsoleWatch;

  beforeEach(() => {
    server = new FakeServer();
    log = new ConsoleWatch();
  });

  afterEach(() => {
    server.restore();
    log.restore();
    document.body.replaceChildren();
  });

  return {
    get server() {
      return server;
    },
    get log() {
      return log;
    },
  };
}
