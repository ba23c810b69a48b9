import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { UserError } from "#src/errors.ts";

/** Encrypts secrets at rest. `context` is bound in: text sealed for one tenant does not open for another. */
export interface Seal {
  close(secret: string, context: string): string;
  /** Throws UserError `config` when the key is not the one it was sealed with. */
  open(sealed: string, context: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** AES-256-GCM with the given key: 32 bytes in base64 or hex. Null: every use says that a key is needed. */
export function createSeal(secretKey: string | null): Seal {
  if (secretKey === null) return { close: needKey, open: needKey };
  const key = readKey(secretKey);
  return {
    close: (secret, context) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64");
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed, "base64");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new UserError(
          {
            code: "config",
            message: "A stored installation can't be read with this RETHINK_SECRET_KEY.",
            nextStep: "Start with the key it was stored with, or install the app again.",
          },
          { cause },
        );
      }
    },
  };
}

function readKey(secretKey: string): Buffer {
  const encoding = /^[0-9a-f]{64}$/i.test(secretKey) ? "hex" : "base64";
  const key = Buffer.from(secretKey, encoding);
  if (key.length === KEY_BYTES) return key;
  throw new UserError({
    code: "config",
    message: "RETHINK_SECRET_KEY is not 32 bytes in base64 or hex.",
    nextStep: "Make one with: openssl rand -base64 32",
  });
}

function needKey(): never {
  throw new UserError({
    code: "config",
    message: "Installations of several workspaces are kept encrypted, and RETHINK_SECRET_KEY is not set.",
    nextStep: "Make one with: openssl rand -base64 32",
  });
}
