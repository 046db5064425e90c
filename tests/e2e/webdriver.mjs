// The wallet in a browser that is not Chromium, over WebDriver: the browser as it is installed, driven by the program that
// comes with it, and by what the page shows.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { Builder, By, Capabilities, error } from 'selenium-webdriver';
import portprober from 'selenium-webdriver/net/portprober.js';
import remote from 'selenium-webdriver/remote/index.js';

/** A browser, and the program that drives it and finds it. */
export const FIREFOX = {
  name: 'Firefox',
  driver: 'geckodriver',
  needsScreen: false,
  env: {},
  capabilities: { browserName: 'firefox', 'moz:firefoxOptions': { args: ['-headless'] } },
};

/** The small browser that comes with WebKitGTK. */
export const WEBKIT = {
  name: 'WebKitGTK',
  driver: 'WebKitWebDriver',
  needsScreen: true,
  // Without a graphics card and for so short a run, its compositor and its last compiler take more than they give.
  env: { WEBKIT_DISABLE_COMPOSITING_MODE: '1', JSC_useOMGJIT: '0' },
  capabilities: { browserName: 'MiniBrowser' },
};

/** How long anything may take, on a machine that is busy with other things. */
const PATIENCE = 180_000;

/** What fails only while the page changes. */
const PASSING = [
  error.ElementClickInterceptedError,
  error.ElementNotInteractableError,
  error.InvalidElementStateError,
  error.StaleElementReferenceError,
];

export class OtherBrowser {
  static async launch(kind) {
    const browser = new OtherBrowser();
    try {
      await browser.start(kind);
      return browser;
    } catch (failure) {
      await browser.close();
      throw failure;
    }
  }

  constructor() {
    this.closing = [];
  }

  async start(kind) {
    const env = { ...process.env, ...kind.env, ...(kind.needsScreen && { DISPLAY: await this.screen() }) };
    const port = await portprober.findFreePort('127.0.0.1');
    const service = new remote.DriverService(kind.driver, { loopback: true, port, args: [`--port=${port}`], env });
    this.closing.push(() => service.kill());
    const server = await service.start(PATIENCE);
    this.driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(server)
      .withCapabilities(new Capabilities(kind.capabilities))
      .build();
    this.closing.push(() => this.driver.quit());
    await this.driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
    await this.driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 });
  }

  /** Starts a screen that nobody sees; returns its name. */
  async screen() {
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const exited = new Promise((settle) => server.once('exit', settle));
    this.closing.push(() => server.kill() && exited);
    for await (const line of createInterface({ input: server.stdout })) return `:${line}`;
    throw new Error('Xvfb does not start');
  }

  async close() {
    while (this.closing.length) await this.closing.pop()();
  }

  /** Opens the app; what goes wrong in the page from then on is kept. */
  async open(url) {
    await this.driver.get(url);
    await this.driver.executeScript(() => {
      const problems = (window.problems = []);
      const said = console.error.bind(console);
      console.error = (...words) => (problems.push(words.join(' ')), said(...words));
      addEventListener('error', ({ message }) => problems.push(message));
      addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        problems.push(`${effectiveDirective} forbids ${blockedURI}`),
      );
    });
  }

  /** What went wrong in the page since it was opened. */
  problems() {
    return this.driver.executeScript(() => window.problems);
  }

  /** Runs a function in the page, with one argument, and waits for what it gives. */
  evaluate(look, argument) {
    return this.driver.executeScript(look, argument);
  }

  /** Shows a page of the app, as a link to it does. */
  async show(page) {
    await this.evaluate((hash) => void (location.hash = hash), page === 'portfolio' ? '#/' : `#/${page}`);
    await this.attribute('page', 'data-page', (shown) => shown === page);
  }

  click(testId) {
    return this.use(testId, (part) => part.click());
  }

  fill(testId, text) {
    return this.use(testId, async (field) => {
      // Where the focus is to be after a change of the page, it is two frames later.
      await this.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await field.clear();
      await field.sendKeys(text);
    });
  }

  text(testId) {
    return this.use(testId, (part) => part.getText());
  }

  /** Uses the first part of this name that is seen, once there is one and it lets itself be used. */
  async use(testId, how) {
    const { used } = await this.until(`${testId} can be used`, async () => {
      for (const part of await this.parts(testId)) {
        if (await part.isDisplayed()) return { used: await how(part) };
      }
      return undefined;
    });
    return used;
  }

  /** Waits until the first part of this name has a value of this attribute that is accepted; returns the value. */
  attribute(testId, name, accepts = () => true) {
    return this.until(`${testId} has the ${name} that is wanted`, async () => {
      const [part] = await this.parts(testId);
      const value = await part?.getAttribute(name);
      return value != null && accepts(value) ? value : undefined;
    });
  }

  parts(testId) {
    return this.driver.findElements(By.css(`[data-testid="${testId}"]`));
  }

  /** Waits until this gives something; returns that. */
  async until(what, look) {
    const deadline = Date.now() + PATIENCE;
    let cause;
    while (Date.now() < deadline) {
      try {
        const found = await look();
        if (found != null) return found;
      } catch (failure) {
        if (!PASSING.some((kind) => failure instanceof kind)) throw failure;
        cause = failure;
      }
      await this.driver.sleep(100);
    }
    throw new Error(`not so after ${PATIENCE} ms: ${what}`, { cause });
  }
}
