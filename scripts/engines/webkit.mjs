// WebKitGTK is the nearest thing to the engine of WeChat on iOS that runs on Linux. Its driver needs a screen, so it gets one in memory.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** Debian packages by the command that each brings. */
export const webkitPackages = { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' };

/** Browser that the driver starts, as the capabilities of a session. */
export const webkitCapabilities = {
  browserName: 'MiniBrowser',
  // Without this webdriverio would ask for BiDi, which this driver does not speak.
  'wdio:enforceWebDriverClassic': true,
  'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
};

function miniBrowser() {
  return `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Number of a screen in memory, as soon as it is there. */
function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let number = '';
    screen.on('error', reject);
    screen.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    screen.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (number.includes('\n')) resolve({ screen, display: `:${number.trim()}` });
    });
  });
}

/** Starts the driver. Returns its port and how to stop it. */
export async function startWebkitDriver() {
  const { screen, display } = await startScreen();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    // A browser in a container of root's starts no sandbox of its own, and needs no graphics card.
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11' },
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  for (let tries = 0; tries < 100; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { port, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error('WebKitWebDriver did not answer within 10 seconds.');
}
