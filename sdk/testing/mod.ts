/**
 * A dossier that needs no server, for tests of what is built on the SDK.
 * @module
 */
import * as v from "valibot";
import type { TuoDossier } from "../client.ts";
import { Access } from "../contract/accesses.ts";
import { ConsentList } from "../contract/consents.ts";
import { Document } from "../contract/documents.ts";
import { ClinicCard } from "../contract/help.ts";
import { SeriesPlan, Study } from "../contract/imaging.ts";
import { Profile } from "../contract/profile.ts";
import type { ErrorCode } from "../problem.ts";
import type { Expiring } from "../session/expiry.ts";
import * as invented from "./data.ts";
import { createDocuments } from "./documents.ts";
import {
  createAccesses,
  createArchive,
  createConsents,
  createHelp,
  createImaging,
  type TestSeries,
} from "./rooms.ts";
import { createTestSession } from "./session.ts";
import { type CallName, createWorld, type Latency } from "./world.ts";

export type { TestSeries } from "./rooms.ts";
export type { CallName, Latency } from "./world.ts";

/** What the double holds; what is left out is invented. Everything is checked against the API's contract. */
export interface TestDossierOptions {
  /** Signed in from the beginning; by default nobody is. */
  readonly signedIn?: boolean;
  readonly profile?: Profile;
  readonly documents?: readonly Document[];
  /** By the id of the document they belong to. */
  readonly studies?: Readonly<Record<string, readonly Study[]>>;
  readonly series?: readonly TestSeries[];
  readonly consents?: ConsentList;
  readonly accesses?: readonly Access[];
  readonly clinic?: ClinicCard;
  readonly locale?: string;
  /** Waited for before each answer, e.g. for a skeleton to be seen. */
  readonly latency?: Latency;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A dossier, and what a test does to it from outside. */
export interface TestDossier extends TuoDossier {
  /** Every call so far, oldest first. */
  readonly calls: readonly CallName[];
  signIn(): void;
  signOut(): void;
  /** The session's time is over. */
  expire(): void;
  /** Announces the session's end, by default in 120 s and such that `extend` puts it off. */
  announceEnd(expiring?: Partial<Expiring>): void;
  /** The next call, or the next of that name, fails with `code`. */
  failNext(code: ErrorCode, call?: CallName): void;
}

/**
 * Makes a dossier in memory that behaves as the portal does.
 *
 * @throws {v.ValiError} when the data given are not as the API's contract has them.
 * @example
 * ```ts
 * import { createTestDossier } from "@tuodossier/sdk/testing";
 * const tuo = createTestDossier();
 * const refused = await tuo.documents.list().catch((error) => error.code);
 * if (refused !== "auth.signed-out") throw new Error("nobody has signed in");
 * tuo.signIn();
 * const { items } = await tuo.documents.list({ text: "piede", limit: 1 });
 * await tuo.documents.content(items[0].id);
 * if ((await tuo.documents.get(items[0].id)).unread) throw new Error("reading marks it as read");
 * tuo.failNext("server.busy", "profile.get");
 * const busy = await tuo.profile.get().catch((error) => error.code);
 * if (busy !== "server.busy") throw new Error("it fails once");
 * await tuo.profile.get();
 * ```
 */
export function createTestDossier(options: TestDossierOptions = {}): TestDossier {
  const [endpoint, key] = ["https://portal.example", "pk_test"];
  const now = options.now ?? Date.now;
  const profile = v.parse(Profile, options.profile ?? invented.profile);
  const documents = v.parse(v.array(Document), options.documents ?? invented.documents);
  const consents = v.parse(ConsentList, options.consents ?? invented.consents);
  const accesses = v.parse(v.array(Access), options.accesses ?? []);
  const clinic = v.parse(ClinicCard, options.clinic ?? invented.clinic);
  const givenStudies = options.studies ?? (options.documents ? {} : invented.studies);
  const studies = v.parse(v.record(v.string(), v.array(Study)), givenStudies);
  const series = (options.series ?? []).map(({ plan, bytes }) => ({
    plan: v.parse(SeriesPlan, plan),
    bytes,
  }));

  const calls: CallName[] = [];
  const failures: { code: ErrorCode; call?: CallName }[] = [];
  const world = createWorld({
    calls,
    latency: options.latency ?? (() => Promise.resolve()),
    signedIn: () => control.session.status === "signed-in",
    takeFailure: (call) => {
      const at = failures.findIndex((failure) => (failure.call ?? call) === call);
      return at < 0 ? null : failures.splice(at, 1)[0].code;
    },
    lost: () => control.expire(),
  });
  const control = createTestSession(world, { endpoint, key, now, signedIn: options.signedIn ?? false });

  return {
    endpoint,
    key,
    locale: options.locale ?? null,
    session: control.session,
    documents: createDocuments(world, documents, now),
    imaging: createImaging(world, { studies, series }),
    archive: createArchive(world, { endpoint, key, now }),
    consents: createConsents(world, consents),
    profile: { get: (more) => world.answer("profile.get", more, () => profile) },
    accesses: createAccesses(world, accesses),
    help: createHelp(world, { clinic, now }),
    calls,
    signIn: control.signIn,
    signOut: control.expire,
    expire: control.expire,
    announceEnd: control.announceEnd,
    failNext: (code, call) => void failures.push({ code, call }),
  };
}
