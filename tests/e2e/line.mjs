// The connection of a browser to everything: a proxy through which it does all it does, and which can be cut.

import { createServer, request } from 'node:http';
import { connect } from 'node:net';

export class Line {
  static async open() {
    const line = new Line();
    await new Promise((listening) => line.server.listen(0, '127.0.0.1', listening));
    return line;
  }

  constructor() {
    this.isCut = false;
    this.ends = new Set();
    this.server = createServer((asked, answer) => this.forward(asked, answer));
    this.server.on('connect', (asked, end, head) => this.tunnel(asked, end, head));
    this.server.on('connection', (end) => this.hold(end));
  }

  /** The switches with which Chromium uses it, also for this device's own addresses. */
  get args() {
    return [`--proxy-server=http://127.0.0.1:${this.server.address().port}`, '--proxy-bypass-list=<-loopback>'];
  }

  cut() {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  mend() {
    this.isCut = false;
  }

  stop() {
    this.cut();
    return new Promise((closed) => this.server.close(closed));
  }

  /** Knows one end of a connection until it is closed. */
  hold(end) {
    if (this.isCut) return end.destroy();
    this.ends.add(end);
    end.on('close', () => this.ends.delete(end));
    // Whoever is at the other end hears of it by the close.
    end.on('error', () => {});
    return end;
  }

  forward(asked, answer) {
    const further = request(asked.url, { method: asked.method, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    further.on('error', () => answer.destroy());
    asked.pipe(further);
  }

  tunnel({ url }, end, head) {
    const [host, port] = url.split(':');
    const further = this.hold(connect(Number(port), host));
    further.on('connect', () => {
      end.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      further.write(head);
      end.pipe(further).pipe(end);
    });
    further.on('close', () => end.destroy());
    end.on('close', () => further.destroy());
  }
}
