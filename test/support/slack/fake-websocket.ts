import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The little of RFC 6455 Slack's client needs from a server: text both ways, pings answered, a clean close. */
export interface ServerSocket {
  send(message: unknown): void;
  close(): void;
  /** Resolves when the client is gone. */
  readonly closed: Promise<void>;
}

const ACCEPT_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const opcode = { text: 1, close: 8, ping: 9, pong: 10 } as const;

function frame(code: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | code, length])
      : length < 65_536
        ? Buffer.from([0x80 | code, 126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | code, 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([head, payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** One frame off the front of the buffer; null: not all of it is there yet. Clients mask what they send. */
function unframe(buffer: Buffer): { code: number; payload: Buffer; rest: Buffer } | null {
  if (buffer.length < 2) return null;
  const short = buffer.readUInt8(1) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (buffer.length < 2 + extra + 4) return null;
  const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
  const start = 2 + extra + 4;
  if (buffer.length < start + length) return null;
  const mask = buffer.subarray(2 + extra, start);
  const payload = Buffer.from(buffer.subarray(start, start + length));
  for (let at = 0; at < payload.length; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return { code: buffer.readUInt8(0) & 0x0f, payload, rest: buffer.subarray(start + length) };
}

/** Takes over an HTTP upgrade. */
export function acceptWebSocket(
  request: IncomingMessage,
  stream: Duplex,
  onText: (text: string) => void,
): ServerSocket {
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${ACCEPT_KEY}`).digest("base64");
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let next = unframe(pending); next !== null; next = unframe(pending)) {
      pending = Buffer.from(next.rest);
      if (next.code === opcode.text) onText(next.payload.toString("utf8"));
      if (next.code === opcode.ping) stream.write(frame(opcode.pong, next.payload));
      if (next.code === opcode.close) stream.end(frame(opcode.close, next.payload));
    }
  });
  stream.on("error", () => stream.destroy());
  const closed = new Promise<void>((resolve) => stream.on("close", () => resolve()));
  return {
    send: (message) => void stream.write(frame(opcode.text, Buffer.from(JSON.stringify(message), "utf8"))),
    close: () => void stream.write(frame(opcode.close, Buffer.from([0x03, 0xe8]))),
    closed,
  };
}
