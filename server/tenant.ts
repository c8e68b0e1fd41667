import type { Kysely } from "kysely";
import type { Spool } from "./accesses/spool.ts";
import type { Blobs } from "./blobs/blobs.ts";
import type { ClinicSettings } from "./clinic/settings.ts";
import type { ClinicTables } from "./db/clinic-schema.ts";
import type { Post } from "./messages/post.ts";

export type ClinicDatabase = Kysely<ClinicTables>;

/** A clinic as the registry knows it. */
export interface Clinic {
  readonly id: string;
  /** Publishable key, `pk_…`. */
  readonly key: string;
  readonly name: string;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly helpUrl: string | null;
  readonly supportEmail: string | null;
  /** The exact origins its pages live on. */
  readonly origins: readonly string[];
  readonly settings: ClinicSettings;
}

/** All that a request for one clinic can reach; nothing in it leads to another clinic. */
export interface Tenant {
  readonly clinic: Clinic;
  readonly db: ClinicDatabase;
  readonly blobs: Blobs;
  /** Trace entries that wait for the database. */
  readonly spool: Spool;
  /** What carries its messages: rooms write them by `messages/send.ts`. */
  readonly post: Post;
  /** HMAC keys: of user names and addresses in the tables of attempts, of codes at rest, of known devices. */
  readonly keys: {
    readonly user: Uint8Array;
    readonly code: Uint8Array;
    readonly device: Uint8Array;
    /** Seals the authenticators' keys (AES-256-GCM). */
    readonly authenticator: Uint8Array<ArrayBuffer>;
  };
  /** Bare origin of the portal, from the configuration, never from a request. */
  readonly baseUrl: string;
  readonly now: () => number;
}
