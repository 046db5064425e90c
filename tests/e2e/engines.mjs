// The shared workers of a browser, in which the light client of all tabs runs. No page lists them, so they are watched
// over the browser's own protocol: what they load, what they dial, what they say.

import assert from 'node:assert/strict';

/** One that is ending may take a message, and never answer. */
const PATIENCE_MS = 10_000;

export class Engines {
  /** Watches every shared worker from its start on; `hear` is told what they log, and whether that is an error. */
  static async watch(browser, hear) {
    const engines = new Engines(await browser.newBrowserCDPSession(), hear);
    await engines.session.send('Target.setDiscoverTargets', { discover: true });
    return engines;
  }

  constructor(session, hear) {
    this.session = session;
    this.hear = hear;
    /** The session of each that runs, by its target. */
    this.running = new Map();
    /** The targets that are watched, or are about to be. */
    this.watched = new Set();
    this.requests = [];
    this.sockets = [];
    /** What waits for an answer, by the number of the message. */
    this.answers = new Map();
    this.last = 0;
    session.on('Target.targetCreated', ({ targetInfo }) => {
      // One that ended meanwhile needs no watching.
      if (targetInfo.type === 'shared_worker') this.attach(targetInfo.targetId).catch(() => {});
    });
    session.on('Target.targetDestroyed', ({ targetId }) => this.forget(targetId));
    session.on('Target.detachedFromTarget', ({ targetId }) => this.forget(targetId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => this.receive(JSON.parse(message)));
  }

  forget(targetId) {
    const sessionId = this.running.get(targetId);
    this.watched.delete(targetId);
    this.running.delete(targetId);
    // One that is gone answers nothing any more.
    for (const [id, answer] of this.answers) if (answer.sessionId === sessionId) this.settle(id, 'failed');
  }

  /** Lets go of one: Chromium keeps a worker that ended for as long as it is watched, and connects tabs to it. */
  async release(targetId, sessionId) {
    this.forget(targetId);
    await this.session.send('Target.detachFromTarget', { sessionId });
  }

  /** Lets go of all of them. */
  async letGo() {
    // One that ended by itself needs no letting go.
    for (const [targetId, sessionId] of [...this.running]) await this.release(targetId, sessionId).catch(() => {});
  }

  /** Does something that may end them, and then watches those that run. */
  async unwatched(leave) {
    await this.letGo();
    const left = await leave();
    const { targetInfos } = await this.session.send('Target.getTargets');
    const workers = targetInfos.filter(({ type }) => type === 'shared_worker');
    for (const { targetId } of workers) await this.attach(targetId).catch(() => {});
    return left;
  }

  async attach(targetId) {
    if (this.watched.has(targetId)) return;
    this.watched.add(targetId);
    const { sessionId } = await this.session.send('Target.attachToTarget', { targetId, flatten: false });
    this.running.set(targetId, sessionId);
    try {
      for (const domain of ['Network', 'Runtime']) await this.send(sessionId, `${domain}.enable`);
    } catch (failure) {
      // It was ending, and would be kept for as long as it is watched.
      await this.release(targetId, sessionId);
      throw failure;
    }
    this.arrived?.();
  }

  send(sessionId, method, params = {}) {
    const id = (this.last += 1);
    const answer = new Promise((settled, failed) => this.answers.set(id, { sessionId, settled, failed }));
    const message = JSON.stringify({ id, method, params });
    const sent = this.session.send('Target.sendMessageToTarget', { sessionId, message });
    sent.catch((failure) => this.settle(id, 'failed', failure));
    const silence = setTimeout(() => this.settle(id, 'failed'), PATIENCE_MS);
    return answer.finally(() => clearTimeout(silence));
  }

  settle(id, how, value = new Error('the shared worker ended')) {
    this.answers.get(id)?.[how](value);
    this.answers.delete(id);
  }

  receive({ id, method, result, params }) {
    if (id) this.settle(id, 'settled', result ?? {});
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Network.webSocketCreated') this.sockets.push(params.url);
    if (method === 'Runtime.consoleAPICalled') {
      this.hear(params.args.map(({ value, description }) => value ?? description).join(' '), params.type === 'error');
    }
    if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = params.exceptionDetails;
      this.hear(exception?.description ?? text, true);
    }
  }

  /** The value of an expression in the one that runs. */
  async evaluate(expression) {
    assert.equal(this.running.size, 1, 'one shared worker runs');
    const [sessionId] = this.running.values();
    const { result } = await this.send(sessionId, 'Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    return result.value;
  }

  /** Everything that it has loaded, whether it was watched by then or not. */
  async loaded() {
    const early = await this.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)");
    return [...new Set([...early, ...this.requests])];
  }

  /** Makes it fail as a defect would, and waits for the one in its place. */
  async crash() {
    await this.evaluate("void setTimeout(() => { throw new Error('a defect'); }, 300)");
    await this.replaced(() => {});
  }

  /** Has the browser end it at once, and waits for the one in its place. */
  kill() {
    return this.replaced((targetId) => this.session.send('Target.closeTarget', { targetId }));
  }

  async replaced(end) {
    const [[targetId, sessionId]] = this.running;
    const next = new Promise((arrived) => (this.arrived = arrived));
    await this.release(targetId, sessionId);
    await end(targetId);
    await next;
    assert.ok(!this.running.has(targetId), 'it is another one');
  }
}
