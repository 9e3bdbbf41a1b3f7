import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

// The package is made for one page on one small machine: it waives rules that people's browsers keep, and ends with its first page.
const UNWANTED = ['--disable-web-security', '--allow-running-insecure-content', '--single-process'];

/** A headless browser: on Linux the Chromium that comes as an npm package, elsewhere the Chrome that is installed. */
export const launchBrowser = async (): Promise<Browser> =>
  process.platform === 'linux' && process.arch === 'x64'
    ? chromium.launch({
        executablePath: await bundled.executablePath(),
        args: [...bundled.args.filter((arg) => !UNWANTED.includes(arg)), ...QUIET],
      })
    : chromium.launch({ channel: 'chrome', args: QUIET });
