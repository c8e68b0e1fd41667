import type { TuoDossier } from "../client.ts";
import { type Access, AccessQuery } from "../contract/accesses.ts";
import { type Export, ExportRequest } from "../contract/archive.ts";
import type { ConsentList } from "../contract/consents.ts";
import { type ClinicCard, HelpRequest } from "../contract/help.ts";
import type { SeriesPlan, Study } from "../contract/imaging.ts";
import { randomText } from "../session/bytes.ts";
import { makePdf } from "./pdf.ts";
import { checked, failure, type World } from "./world.ts";

/** A series as a viewer reads it: its plan, and its bytes. */
export interface TestSeries {
  readonly plan: SeriesPlan;
  readonly bytes: Uint8Array;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw failure("request.not-found");
  return value;
}

export function createImaging(
  world: World,
  facts: { studies: Readonly<Record<string, readonly Study[]>>; series: readonly TestSeries[] },
): TuoDossier["imaging"] {
  const all = Object.values(facts.studies).flat();
  const seriesOf = (id: string) => found(facts.series.find(({ plan }) => plan.id === id));
  return {
    studies: (documentId, options) =>
      world.answer("imaging.studies", options, () => ({ items: [...facts.studies[documentId] ?? []] })),
    allStudies: (options) => world.answer("imaging.allStudies", options, () => ({ items: all })),
    study: (id, options) =>
      world.answer("imaging.study", options, () => found(all.find((study) => study.id === id))),
    plan: (id, options) => world.answer("imaging.plan", options, () => seriesOf(id).plan),
    bytes: ({ id, etag }, [offset, length], options) =>
      world.answer("imaging.bytes", options, () => {
        const { plan, bytes } = seriesOf(id);
        if (plan.etag !== etag) throw failure("request.precondition-failed");
        if (length < 1 || offset >= bytes.length) throw failure("request.range");
        return bytes.slice(offset, offset + length);
      }),
  };
}

/** An export is ready at the second look at it. */
export function createArchive(
  world: World,
  { endpoint, key, now }: { endpoint: string; key: string; now: () => number },
): TuoDossier["archive"] {
  const exports = new Map<string, Export>();
  const volume = { number: 1, name: "ARCHIVE.zip", bytes: 1_204_318, files: 12 };
  return {
    create: (request, options) =>
      world.answer("archive.create", options, () => {
        const { studies, documents } = checked(ExportRequest, request);
        if (studies.length + documents.length === 0) throw failure("archive.empty");
        const made: Export = {
          id: `0190000b-0000-7000-8000-${String(exports.size + 1).padStart(12, "0")}`,
          createdAt: new Date(now()).toISOString(),
          expiresAt: new Date(now() + 86_400_000).toISOString(),
          state: "preparing",
          progress: 0,
          volumes: [],
        };
        exports.set(made.id, made);
        return made;
      }),
    get: (id, options) =>
      world.answer("archive.get", options, () => {
        const made = found(exports.get(id));
        const next: Export = made.progress === 0
          ? { ...made, progress: 0.5 }
          : { ...made, state: "ready", progress: 1, volumes: [volume] };
        exports.set(id, next);
        return next;
      }),
    ticket: (id, number, options) =>
      world.answer("archive.ticket", options, () => {
        found(found(exports.get(id)).volumes.find((each) => each.number === number));
        const ticket = randomText();
        return { ticket, url: `${endpoint}/t/${key}/v1/downloads/${ticket}` };
      }),
  };
}

export const createConsents = (world: World, consents: ConsentList): TuoDossier["consents"] => ({
  list: (options) => world.answer("consents.list", options, () => consents),
  content: async (id, options) => {
    const form = await world.answer(
      "consents.content",
      options,
      () => found(consents.documents.find((document) => document.id === id)),
    );
    return makePdf(form.type);
  },
});

export const createAccesses = (world: World, accesses: readonly Access[]): TuoDossier["accesses"] => ({
  list: (query = {}, options) =>
    world.answer("accesses.list", options, () => {
      const written = Object.entries(query).filter(([, value]) => value !== undefined);
      const { limit, cursor } = checked(
        AccessQuery,
        Object.fromEntries(written.map(([name, value]) => [name, String(value)])),
      );
      const newest = [...accesses].sort((one, other) => other.sequence - one.sequence)
        .filter(({ sequence }) => cursor === undefined || sequence < Number(cursor));
      const items = newest.slice(0, limit);
      return { items, next: newest.length > limit ? String(items.at(-1)!.sequence) : null };
    }),
});

export const createHelp = (
  world: World,
  { clinic, now }: { clinic: ClinicCard; now: () => number },
): TuoDossier["help"] => ({
  clinic: (options) => world.answerAll("help.clinic", options, () => clinic),
  request: (request, options) =>
    world.answerAll("help.request", options, () => {
      checked(HelpRequest, request);
      return { receipt: "A7K-2MQ9", receivedAt: new Date(now()).toISOString() };
    }),
});
